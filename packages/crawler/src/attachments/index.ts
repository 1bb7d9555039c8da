export { type CleanOptions, cleanAny } from './clean.ts';
export { NeedsOcrError, needsOcr, UnreadableFileError } from './errors.ts';
export { claimedKind, fileKind } from './kind.ts';
export { findOcr, type Ocr } from './ocr.ts';
export { readFile } from './reader.ts';
export { defaultFileLimits, type FileContents, type FileLimits, type FileText } from './types.ts';
