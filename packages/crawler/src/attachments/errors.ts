import { FinalError } from '@zhibiao/shared';

/** The file cannot be read: damaged, locked with a password, of a kind that is not known, or beyond a limit. */
export class UnreadableFileError extends FinalError {}

/** The file holds pictures of pages, and no program that reads pictures was found on this machine. */
export class NeedsOcrError extends FinalError {}

export const needsOcr = (input: string): NeedsOcrError =>
  new NeedsOcrError(
    `${input}: needs OCR. The text stands in pictures; it is archived. Install tesseract with its model chi_sim and retry.`,
    input,
  );
