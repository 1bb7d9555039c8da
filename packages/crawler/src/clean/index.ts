/**
 * The bytes of a page in, its article out. Pure.
 *
 * @module @zhibiao/crawler/clean
 */
export { type Decoded, decode } from './charset/index.ts';
export { cleanFile, cleanPage } from './clean-page.ts';
export { UnreadablePageError } from './errors.ts';
export { resolveJump } from './families/jump.ts';
export { isNote, joinParts, type TextPart } from './join-parts.ts';
export type { Cleaned, Continuation, Link, PageInput } from './types.ts';
export { cleanerVersion } from './version.ts';
