import type { Family } from '@zhibiao/shared';

/** The text of one file, as a reader of the file sees it. */
export interface FileText {
  /** the file's name inside an archive, or the name it was given */
  name: string;
  kind: Exclude<Family, 'discuz' | 'cms' | 'gov' | 'epaper' | 'generic' | 'text'>;
  text: string;
  /** places of pages in the text (UTF-16 offsets), where the file has pages */
  pages: { page: number; start: number; end: number }[];
  flags: string[];
}

/** What a thread hands back: texts, and pictures of pages that hold none. */
export interface FileContents {
  texts: FileText[];
  scans: Scan[];
}

/** A picture of a page, or a file that is a picture. */
export interface Scan {
  name: string;
  page: number;
  /** PNG, JPEG or another picture that an OCR program reads */
  image: Uint8Array;
}

export interface FileLimits {
  /** time for one file with all that is in it, milliseconds */
  timeoutMs: number;
  /** of one document */
  maxPages: number;
  /** bytes that a file may unpack to, all its members together */
  maxUnpackedBytes: number;
  /** members of one archive */
  maxMembers: number;
  /** archives inside archives */
  maxNesting: number;
  /** heap of the thread that reads, MB */
  maxMemoryMb: number;
}

export const defaultFileLimits: FileLimits = {
  timeoutMs: 60_000,
  maxPages: 400,
  maxUnpackedBytes: 200 * 1024 * 1024,
  maxMembers: 500,
  maxNesting: 2,
  maxMemoryMb: 512,
};
