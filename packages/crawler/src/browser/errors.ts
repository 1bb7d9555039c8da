import { FinalError, RetryableError } from '@zhibiao/shared';

/** This machine has no Chromium that can be started; concerns the pages that need one, nothing else. */
export class NoBrowserError extends FinalError {}

/** The browser, or the page's own process in it, died; the next page gets a fresh one. */
export class BrowserCrashedError extends RetryableError {}

/** The page took more memory than a page may, and was ended. */
export class PageTooHeavyError extends FinalError {}
