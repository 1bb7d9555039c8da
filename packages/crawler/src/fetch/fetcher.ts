import { present } from '@zhibiao/shared';
import { Agent } from 'undici';
import { checkUrl } from './address.ts';
import { classify } from './classify.ts';
import { guardedConnector } from './connect.ts';
import { acceptedEncodings } from './content-encoding.ts';
import { HopCookies } from './cookies.ts';
import { Deadline } from './deadline.ts';
import { TooManyRedirectsError } from './errors.ts';
import { resolveLocation } from './location.ts';
import { type Hop, receive } from './receive.ts';
import { defaultResolver, type Resolver } from './resolver.ts';
import { defaultLimits, type Fetched, type FetchLimits, type FetchRequest, header } from './types.ts';

export interface FetcherOptions {
  /** names the crawler and a contact; see `userAgent` */
  userAgent: string;
  limits?: Partial<FetchLimits>;
  /** name lookup; the system's by default */
  resolver?: Resolver;
}

export interface Fetcher {
  /** @throws the classes of errors.ts, which decide between another try and the quarantine */
  fetch(request: FetchRequest): Promise<Fetched>;
  close(): Promise<void>;
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** The truthful user agent: product, version and how to reach whoever runs the crawler. */
export function userAgent(version: string, contact: string): string {
  return `Zhibiao/${version} (+${contact.replace(/[^\x20-\x7e]|[()]/g, '')})`;
}

/**
 * The HTTP client of the crawler. Pools connections per origin; connections to allow-listed hosts are kept in a
 * pool of their own, so that a request without the allow-list cannot ride on one.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const limits: FetchLimits = { ...defaultLimits, ...options.limits };
  const resolver = options.resolver ?? defaultResolver();
  const agent = (trusted: boolean) =>
    new Agent({
      connect: guardedConnector(resolver, limits.connectTimeoutMs, trusted),
      maxHeaderSize: limits.maxHeaderBytes,
      headersTimeout: limits.headersTimeoutMs,
      bodyTimeout: limits.idleTimeoutMs,
      connections: 16,
      keepAliveTimeout: 4_000,
      pipelining: 1,
    });
  const agents = { guarded: agent(false), trusted: agent(true) };

  async function send(
    url: URL,
    trusted: boolean,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<Hop> {
    const dispatcher = trusted ? agents.trusted : agents.guarded;
    const response = await dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers,
      signal,
      responseHeaders: 'raw',
    });
    return { url, status: response.statusCode, headers: pairs(response.headers), body: response.body };
  }

  async function fetchOnce(request: FetchRequest, signal: AbortSignal, progress: Progress): Promise<Fetched> {
    const own = { ...limits, ...defined(request) };
    const cookies = new HopCookies();
    const chain: Fetched['chain'] = [];
    let target = request.url;
    while (true) {
      progress.at = target;
      progress.answered = false;
      const { url, trusted } = checkUrl(target, request.allowHosts ?? []);
      if (chain.length > 0) await request.onRedirect?.(url);
      const hop = await send(
        url,
        trusted,
        requestHeaders(options.userAgent, request, cookies.header(url)),
        signal,
      );
      progress.answered = true;
      const location = redirects.has(hop.status) ? header(hop.headers, 'location') : null;
      if (location === null) return await receive(request, hop, chain, own);
      hop.body.on('error', () => {}).destroy();
      cookies.take(url, hop.headers);
      chain.push({ url: url.href, status: hop.status });
      if (chain.length > own.maxRedirects) {
        throw new TooManyRedirectsError(
          `${request.url}: more than ${own.maxRedirects} redirects, the last to ${location}. Exclude the URL.`,
          request.url,
        );
      }
      target = resolveLocation(location, url.href);
    }
  }

  return {
    async fetch(request) {
      const deadline = new Deadline(request.url, request.timeoutMs ?? limits.timeoutMs, request.signal);
      const progress: Progress = { at: request.url, answered: false };
      try {
        return await fetchOnce(request, deadline.signal, progress);
      } catch (error) {
        throw classify(
          deadline.signal.aborted ? deadline.signal.reason : error,
          request.url,
          progress.at,
          progress.answered,
        );
      } finally {
        deadline.dispose();
      }
    },
    async close() {
      await Promise.all([agents.guarded.destroy(), agents.trusted.destroy()]);
    },
  };
}

/** Where a fetch stands, for the words of its error. */
interface Progress {
  at: string;
  answered: boolean;
}

function requestHeaders(agent: string, request: FetchRequest, cookie: string | null): Record<string, string> {
  return {
    'user-agent': agent,
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5',
    'accept-encoding': acceptedEncodings,
    'accept-language': 'zh-CN,zh;q=0.9',
    ...(request.etag && { 'if-none-match': request.etag }),
    ...(request.lastModified && { 'if-modified-since': request.lastModified }),
    ...(cookie !== null && { cookie }),
  };
}

/** undici's raw headers: names and values in turn. */
function pairs(raw: unknown): [string, string][] {
  const flat = raw as string[];
  return flat.flatMap((name, i) =>
    i % 2 === 0 ? [[name.toLowerCase(), present(flat[i + 1], 'the next of flat')] as [string, string]] : [],
  );
}

function defined({ maxBytes, timeoutMs, maxRedirects }: FetchRequest): Partial<FetchLimits> {
  return {
    ...(maxBytes !== undefined && { maxBytes }),
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(maxRedirects !== undefined && { maxRedirects }),
  };
}
