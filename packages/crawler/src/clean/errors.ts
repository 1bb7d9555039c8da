import { FinalError } from '@zhibiao/shared';

/** The bytes are no page and no text: an image, an archive, a PDF. Trying again cannot help. */
export class UnreadablePageError extends FinalError {}
