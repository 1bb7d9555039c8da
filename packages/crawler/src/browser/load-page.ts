import { setTimeout as sleep } from 'node:timers/promises';
import type { Page, Request, Response } from 'playwright-core';
import { flattenScript, textLengthScript } from './flatten.ts';

/** What a browser came to show. */
export interface LoadedPage {
  /** the answers before the last to the page's own address: redirects, challenges that reload */
  readonly chain: { url: string; status: number }[];
  readonly finalUrl: string;
  readonly status: number;
  /** of the last answer, names in lower case */
  readonly headers: [string, string][];
  readonly html: string;
}

interface LoadOptions {
  /** how long the page may go on changing after its document has come, milliseconds */
  settleMs: number;
  /** UTF-16 code units of the HTML at most */
  maxLength: number;
}

/** A text shorter than this is still a shell: it is worth waiting for. */
const shellLength = 200;
const lookMs = 250;

/** The page's HTML is longer than the limit. */
export class OversizedDomError extends Error {}

/** The address gave no page: the browser was handed a file, or nothing. */
export class NoDocumentError extends Error {}

/**
 * Opens an address, lets its scripts write the page, and reads the DOM. Knows no time limit but `settleMs`: who
 * calls closes the page to end it.
 * @throws NoDocumentError, OversizedDomError; Playwright's errors
 */
export async function loadPage(page: Page, url: string, options: LoadOptions): Promise<LoadedPage> {
  const responses: Response[] = [];
  page.on('response', (response) => {
    if (isOwnNavigation(response.request(), page)) responses.push(response);
  });
  const html = await Promise.race([readPage(page, url, options), documentFailure(page)]);
  const last = responses.at(-1);
  if (last === undefined) throw new NoDocumentError('the address has no document');
  const failure = await last.finished();
  if (failure) throw failure;
  const headers = await last.headersArray();
  return {
    chain: responses.slice(0, -1).map((response) => ({ url: response.url(), status: response.status() })),
    finalUrl: last.url(),
    status: last.status(),
    headers: headers.map(({ name, value }) => [name.toLowerCase(), value]),
    html,
  };
}

async function readPage(page: Page, url: string, options: LoadOptions): Promise<string> {
  await open(page, url);
  await settle(page, options.settleMs);
  return patiently(page, () => readDom(page, options.maxLength));
}

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 0 }).catch((error: Error) => {
    // What the browser would save instead of showing it: a PDF, an archive, an answer without content.
    if (/Download is starting|ERR_ABORTED/.test(error.message)) throw new NoDocumentError(error.message);
    throw error;
  });
}

/**
 * Rejects when a document breaks off after its headers have come, or when one to which the page moves on cannot be
 * had: whoever waits for the page would wait for ever.
 */
function documentFailure(page: Page): Promise<never> {
  const failure = new Promise<never>((_, reject) => {
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? '';
      // A script that moves on aborts the document before; that is no failure.
      if (isOwnNavigation(request, page) && !reason.includes('ERR_ABORTED')) reject(new Error(reason));
    });
  });
  failure.catch(() => {});
  return failure;
}

/** True for requests of the page's own document, not of its frames. */
export function isOwnNavigation(request: Request, page: Page): boolean {
  try {
    return request.isNavigationRequest() && request.frame() === page.mainFrame();
  } catch {
    // Playwright throws where the frame of a request is not known yet: then it is not this page's.
    return false;
  }
}

/** Waits until the network is quiet and the text has stopped changing, for as long as it may take. */
async function settle(page: Page, settleMs: number): Promise<void> {
  const until = Date.now() + settleMs;
  await page.waitForLoadState('networkidle', { timeout: settleMs }).catch((error: Error) => {
    if (error.name !== 'TimeoutError') throw error;
  });
  let before = -1;
  while (Date.now() < until) {
    const length = await patiently(page, () => page.evaluate<number>(textLengthScript));
    if (length === before && length >= shellLength) return;
    before = length;
    await sleep(lookMs);
  }
}

async function readDom(page: Page, maxLength: number): Promise<string> {
  await page.evaluate(flattenScript);
  const length = await page.evaluate<number>('document.documentElement.outerHTML.length');
  if (length > maxLength) throw new OversizedDomError(`${length.toLocaleString('en')} characters`);
  return page.content();
}

/** A page that moves on (a challenge, a script's redirect) takes the ground from under a look: then look again. */
async function patiently<T>(page: Page, look: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await look();
    } catch (error) {
      const moved = /context was destroyed|navigating|Cannot find context/i.test((error as Error).message);
      if (!moved || tries === 3) throw error;
      await page.waitForLoadState('domcontentloaded', { timeout: 0 });
    }
  }
}
