import { FinalError, RetryableError } from '@zhibiao/shared';

/** This machine has no Chromium that can be started; concerns the pages that need one, nothing else. */
export class NoBrowserError extends FinalError {}

/** The browser, or the page's own process in it, died; the next page gets a fresh one. */
export class BrowserCrashedError extends RetryableError {}

/** The page took more memory than a page may, and was ended. */
export class PageTooHeavyError extends FinalError {}

/** The page goes on by itself, by a meta refresh or a script, to a host that does not answer: it would do so again. */
export class DeadEndError extends FinalError {}
