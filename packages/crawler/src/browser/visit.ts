import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { GuardProxy } from './guard-proxy.ts';
import { isOwnNavigation, type LoadedPage, loadPage } from './load-page.ts';
import { askBeforeMoves } from './moves.ts';

export interface VisitOptions {
  userAgent: string;
  settleMs: number;
  maxLength: number;
  /** ends the visit at once */
  signal: AbortSignal;
  /** asked before the page goes on to another address; what it throws ends the visit */
  mayMove(to: string): Promise<void>;
}

/** How far a visit came, for the words of its error. */
export interface VisitTrace {
  /** the last address that the page went to */
  at: string;
  /** hosts whose documents the page has shown; where it goes on to another, it does so by itself */
  shown: Set<string>;
  /** true when the page's own process died */
  crashed: boolean;
  /** false when the browser would not even close the page */
  healthy: boolean;
}

/** What a text crawler does not look at. */
const unwanted: ReadonlySet<string> = new Set(['image', 'font', 'media']);

/** A second wall after the browser's flags: what could send UDP, which no proxy sees, is not there. */
const withoutUdp =
  'for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "WebTransport"]) delete window[name];';

const closeMs = 3_000;

/** Shows one page in a context of its own, behind its own proxy, and leaves nothing of it behind. */
export async function visit(
  browser: Browser,
  proxy: GuardProxy,
  url: string,
  options: VisitOptions,
  trace: VisitTrace,
): Promise<LoadedPage> {
  const context = await browser.newContext({
    userAgent: options.userAgent,
    proxy: { server: proxy.url, bypass: '<-loopback>' },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block',
    acceptDownloads: false,
    viewport: { width: 1280, height: 1600 },
  });
  try {
    const page = await openPage(context);
    const { refused } = await askBeforeMoves(page, options.mayMove);
    page.on('request', (request) => {
      if (isOwnNavigation(request, page)) trace.at = request.url();
    });
    page.on('domcontentloaded', () => {
      // The browser's own page of errors has no host.
      if (URL.canParse(page.url())) trace.shown.add(new URL(page.url()).host);
    });
    const work = Promise.race([loadPage(page, url, options), refused]);
    return await untilEnd(page, options.signal, trace, work);
  } finally {
    const closed = context.close().then(
      () => true,
      () => true,
    );
    trace.healthy = await Promise.race([closed, sleep(closeMs, false, { ref: false })]);
  }
}

async function openPage(context: BrowserContext): Promise<Page> {
  await context.addInitScript(withoutUdp);
  await context.route('**/*', (route) =>
    (unwanted.has(route.request().resourceType()) ? route.abort() : route.continue()).catch(() => {}),
  );
  const page = await context.newPage();
  context.on('page', (popup) => void popup.close().catch(() => {}));
  return page;
}

/** The work's outcome, unless the signal or a crash comes first. */
async function untilEnd<T>(page: Page, signal: AbortSignal, trace: VisitTrace, work: Promise<T>): Promise<T> {
  let onAbort = () => {};
  const ended = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    page.on('crash', () => {
      trace.crashed = true;
      reject(new Error('the page crashed'));
    });
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    signal.removeEventListener('abort', onAbort);
    // Whichever came second has nobody to hear it.
    work.catch(() => {});
    ended.catch(() => {});
  }
}
