import { Agent, type Dispatcher } from 'undici';
import { checkUrl } from './address.ts';
import { refuseBlockPage } from './block-page.ts';
import { readBody } from './body.ts';
import { classify } from './classify.ts';
import { guardedConnector, type Resolver, systemResolver } from './connect.ts';
import { acceptedEncodings, undoEncoding } from './content-encoding.ts';
import { checkContentType } from './content-type.ts';
import { HopCookies } from './cookies.ts';
import { Deadline } from './deadline.ts';
import { BrokenResponseError, TooManyRedirectsError } from './errors.ts';
import { statusError } from './status.ts';
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

/** One hop's answer, its body not yet read. */
interface Hop {
  url: URL;
  status: number;
  headers: [string, string][];
  body: Dispatcher.ResponseData['body'];
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** How much of a refusal's body is read to see whether a firewall wrote it. */
const refusalBytes = 64 * 1024;

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
  const resolver = options.resolver ?? systemResolver;
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
      target = URL.canParse(location, url.href) ? new URL(location, url).href : location;
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

/** Reads and judges the last response. */
async function receive(
  request: FetchRequest,
  hop: Hop,
  chain: Fetched['chain'],
  limits: FetchLimits,
): Promise<Fetched> {
  const finalUrl = hop.url.href;
  const time = Date.now();
  const fetched = {
    url: request.url,
    finalUrl,
    status: hop.status,
    headers: hop.headers,
    chain,
    time,
    rendered: false,
  };
  if (hop.status === 304) {
    hop.body.on('error', () => {}).destroy();
    if (request.etag || request.lastModified)
      return { ...fetched, body: new Uint8Array(), notModified: true };
    throw new BrokenResponseError(
      `${request.url}: the server answers 304 although nothing was asked conditionally. It is tried again.`,
      request.url,
    );
  }
  const encoding = header(hop.headers, 'content-encoding');
  const type = header(hop.headers, 'content-type');
  if (hop.status < 200 || hop.status > 299) {
    const refusal = await readBody(hop.body, request.url, {
      maxBytes: refusalBytes,
      declared: null,
      truncate: true,
    });
    // A server that says when to come back is busy, whoever wrote the body.
    const busy = header(hop.headers, 'retry-after') !== null;
    const text = await undoEncoding(refusal, encoding, request.url, 16 * refusalBytes).catch(() => refusal);
    if (!busy) refuseBlockPage(request.url, hop.status, hop.headers, text);
    throw statusError(request.url, finalUrl, hop.status, hop.headers, time);
  }
  const length = Number.parseInt(header(hop.headers, 'content-length') ?? '', 10);
  const received = await readBody(hop.body, request.url, {
    maxBytes: limits.maxBytes,
    declared: Number.isNaN(length) ? null : length,
    truncate: request.truncate ?? false,
    ...(encoding === null && { inspect: (start: Uint8Array) => checkContentType(type, start, request.url) }),
  });
  const body = await undoEncoding(received, encoding, request.url, limits.maxDecodedBytes);
  checkContentType(type, body, request.url);
  refuseBlockPage(request.url, hop.status, hop.headers, body);
  return { ...fetched, body, notModified: false };
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
    i % 2 === 0 ? [[name.toLowerCase(), flat[i + 1]!] as [string, string]] : [],
  );
}

function defined({ maxBytes, timeoutMs, maxRedirects }: FetchRequest): Partial<FetchLimits> {
  return {
    ...(maxBytes !== undefined && { maxBytes }),
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(maxRedirects !== undefined && { maxRedirects }),
  };
}
