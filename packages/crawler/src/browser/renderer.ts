import type { Logger } from '@zhibiao/shared';
import { checkUrl, hostPort } from '../fetch/address.ts';
import { withAnswer } from '../fetch/answer.ts';
import { refuseBlockPage } from '../fetch/block-page.ts';
import { isTextType } from '../fetch/content-type.ts';
import { Deadline } from '../fetch/deadline.ts';
import { UnsupportedContentError } from '../fetch/errors.ts';
import { defaultResolver, type Resolver } from '../fetch/resolver.ts';
import { statusError } from '../fetch/status.ts';
import { defaultLimits, type Fetched, type FetchRequest, header } from '../fetch/types.ts';
import { BrowserPool, type Seat } from './browser-pool.ts';
import { BrowserCrashedError, NoBrowserError } from './errors.ts';
import { visitFailure } from './failure.ts';
import { findChromium } from './find-chromium.ts';
import { type GuardProxy, startGuardProxy } from './guard-proxy.ts';
import { launchChromium } from './launch.ts';
import type { LoadedPage } from './load-page.ts';
import { type VisitTrace, visit } from './visit.ts';

export interface RenderLimits {
  /** milliseconds for the whole page, the wait for a free seat and the browser's start included */
  timeoutMs: number;
  /** milliseconds for which a page may go on changing after its document has come */
  settleMs: number;
  /** bytes of everything that the page loads, as they come over the wire */
  maxBytes: number;
  /** UTF-16 code units of the DOM as HTML */
  maxLength: number;
  /** private memory of the page's process, bytes */
  maxMemoryBytes: number;
  /** pages under way at once */
  concurrency: number;
  /** pages after which a browser is replaced */
  pagesPerBrowser: number;
  /** milliseconds after which a browser that nobody uses is closed */
  idleMs: number;
}

export const defaultRenderLimits: Readonly<RenderLimits> = Object.freeze({
  timeoutMs: 60_000,
  settleMs: 6_000,
  maxBytes: 32 * 1024 * 1024,
  maxLength: 16 * 1024 * 1024,
  maxMemoryBytes: 768 * 1024 * 1024,
  concurrency: 2,
  pagesPerBrowser: 100,
  idleMs: 60_000,
});

export interface RendererOptions {
  userAgent: string;
  /** path of a Chromium; found on this machine by default */
  executablePath?: string | undefined;
  limits?: Partial<RenderLimits>;
  /** name lookup; the system's by default */
  resolver?: Resolver;
  logger?: Pick<Logger, 'warn'>;
}

export interface Renderer {
  /**
   * Opens a page in a browser and reads what its scripts made of it. `body` is the DOM's HTML in UTF-8, and the
   * headers say so; `maxBytes` counts all that the page loads. A condition (`etag`, `lastModified`) is not sent, as
   * a document's tag says nothing of its scripts.
   * @throws the fetcher's errors, and NoBrowserError, BrowserCrashedError, PageTooHeavyError
   */
  render(request: FetchRequest): Promise<Fetched>;
  close(): Promise<void>;
}

/** A browser that starts with the first page that needs it. Nothing is started, and nothing thrown, before. */
export function createRenderer(options: RendererOptions): Renderer {
  const limits: RenderLimits = { ...defaultRenderLimits, ...options.limits };
  const resolver = options.resolver ?? defaultResolver();
  const pool = new BrowserPool({
    launch: () => launchChromium(requireChromium(options.executablePath)),
    concurrency: limits.concurrency,
    pagesPerBrowser: limits.pagesPerBrowser,
    maxPageBytes: limits.maxMemoryBytes,
    memoryCheckMs: 500,
    idleMs: limits.idleMs,
  });

  async function showPage(
    request: FetchRequest,
    seat: Seat,
    proxy: GuardProxy,
    signal: AbortSignal,
  ): Promise<Fetched> {
    const startedAt = Date.now();
    const trace: VisitTrace = { at: request.url, crashed: false, healthy: true, shown: new Set() };
    const { userAgent } = options;
    const { settleMs, maxLength } = limits;
    const mayMove = async (to: string) => {
      const { url } = checkUrl(to, request.allowHosts ?? []);
      await request.onRedirect?.(url);
    };
    try {
      const loaded = await visit(
        seat.browser,
        proxy,
        request.url,
        { userAgent, settleMs, maxLength, signal, mayMove },
        trace,
      );
      return judge(request, loaded, proxy);
    } catch (error) {
      const connected = seat.browser.isConnected();
      const tooHeavy = seat.memory.lastKillAt >= startedAt;
      const failure = visitFailure(error, request.url, { proxy, trace, connected, tooHeavy });
      if (failure instanceof BrowserCrashedError)
        options.logger?.warn({ page: request.url }, failure.message);
      throw failure;
    } finally {
      seat.release(trace.healthy && seat.browser.isConnected());
    }
  }

  return {
    async render(request) {
      const allowHosts = request.allowHosts ?? [];
      checkUrl(request.url, allowHosts);
      const deadline = new Deadline(request.url, request.timeoutMs ?? limits.timeoutMs, request.signal);
      try {
        const seat = await pool.take(deadline.signal).catch((error) => {
          throw error instanceof NoBrowserError || error instanceof BrowserCrashedError
            ? concerning(error, request.url)
            : error;
        });
        const proxy = await startGuardProxy({
          resolver,
          allowHosts,
          maxBytes: request.maxBytes ?? limits.maxBytes,
          maxHeaderBytes: defaultLimits.maxHeaderBytes,
          connectTimeoutMs: defaultLimits.connectTimeoutMs,
        });
        return await showPage(request, seat, proxy, deadline.signal).finally(() => proxy.close());
      } finally {
        deadline.dispose();
      }
    },
    close: () => pool.close(),
  };
}

function requireChromium(configured: string | undefined): string {
  const path = findChromium(configured);
  if (path !== null) return path;
  throw new NoBrowserError(
    'no Chromium on this machine. Install one (apt install chromium, or npx playwright-core install chromium), ' +
      'or name it in ZHIBIAO_CHROMIUM',
    'chromium',
  );
}

/** The pool knows what is wrong with the browser; the page that needed it is the input that failed. */
function concerning(error: NoBrowserError | BrowserCrashedError, url: string): Error {
  const message = `${url}: needs a browser; ${error.message}`;
  return error instanceof NoBrowserError
    ? new NoBrowserError(message, url, { cause: error })
    : new BrowserCrashedError(message, url, { cause: error });
}

/** Makes what the browser shows the answer that a fetch would have given. */
function judge(request: FetchRequest, loaded: LoadedPage, proxy: GuardProxy): Fetched {
  const { chain, finalUrl, status, headers, html } = loaded;
  const failure = proxy.failures.get(hostPort(new URL(finalUrl)));
  // The proxy's own refusal looks like a server's, and a page that ran out of bytes like a page.
  if (proxy.exhausted || (status === 502 && failure)) throw failure ?? new Error('out of bytes');
  const body = new TextEncoder().encode(html);
  const time = Date.now();
  try {
    refuseBlockPage(request.url, status, headers, body);
    if (status < 200 || status > 299) throw statusError(request.url, finalUrl, status, headers, time);
  } catch (error) {
    const utf8 = ['content-type', 'text/html; charset=utf-8'] as const;
    const others = headers.filter(([name]) => name !== 'content-type');
    throw withAnswer(error, { finalUrl, status, headers: [...others, utf8] }, body);
  }
  const type = header(headers, 'content-type');
  if (!isTextType(type)) {
    throw new UnsupportedContentError(
      `${request.url}: the server sends ${type}. Zhibiao reads HTML and plain text; exclude the URL.`,
      request.url,
    );
  }
  return {
    url: request.url,
    finalUrl,
    status,
    headers: describingDom(headers),
    chain,
    body,
    notModified: false,
    time,
    rendered: true,
  };
}

/** The server's headers, those about the bytes it sent replaced by what holds for the DOM. */
function describingDom(sent: [string, string][]): [string, string][] {
  const aboutBytes =
    /^(content-(type|encoding|length|md5|range)|transfer-encoding|etag|last-modified|digest)$/;
  return [...sent.filter(([name]) => !aboutBytes.test(name)), ['content-type', 'text/html; charset=utf-8']];
}
