import { type FinalError, isRetryable, type RetryableError } from '@zhibiao/shared';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  BlockPageError,
  BodyTooLargeError,
  BrokenResponseError,
  CertificateError,
  FetchAbortedError,
  HeadersTooLargeError,
  HttpStatusError,
  HttpUnavailableError,
  TimeoutError,
  TooManyRedirectsError,
  UnreachableError,
  UnsupportedContentError,
  ZipBombError,
} from './errors.ts';
import { createFetcher, type Fetcher, userAgent } from './fetcher.ts';
import { goodPage, smuggled, startBadServer, startSelfSignedServer } from './testing/bad-server.ts';
import { type FetchRequest, header } from './types.ts';

let server: Awaited<ReturnType<typeof startBadServer>>;
let fetcher: Fetcher;
const get = (path: string, request: Partial<FetchRequest> = {}) =>
  fetcher.fetch({ url: server.url(path), allowHosts: [server.host], ...request });
const failure = (path: string, request: Partial<FetchRequest> = {}) =>
  get(path, request).then(
    () => expect.fail(`${path} did not fail`),
    (error: Error) => error,
  );
const text = (body: Uint8Array) => new TextDecoder().decode(body);

beforeAll(async () => {
  server = await startBadServer();
});
afterAll(() => server.close());
beforeEach(() => {
  fetcher = createFetcher({
    userAgent: userAgent('0.1.0', 'https://example.org/bot'),
    limits: { timeoutMs: 20_000 },
  });
});
afterEach(() => fetcher.close());

describe('a good answer', () => {
  test('comes with body, headers and time', async () => {
    const before = Date.now();
    const page = await get('/good');
    expect(text(page.body)).toBe(goodPage);
    expect(page).toMatchObject({
      status: 200,
      url: server.url('/good'),
      finalUrl: server.url('/good'),
      chain: [],
    });
    expect(page).toMatchObject({ notModified: false, rendered: false });
    expect(header(page.headers, 'content-type')).toBe('text/html; charset=utf-8');
    expect(page.time).toBeGreaterThanOrEqual(before);
  });

  test('names the crawler truthfully', async () => {
    await get('/good');
    expect(server.log.headers.at(-1)?.['user-agent']).toBe('Zhibiao/0.1.0 (+https://example.org/bot)');
  });

  test.each(['/gzip', '/br', '/deflate', '/deflate-raw', '/gzip-twice'])('%s is unpacked', async (path) => {
    expect(text((await get(path)).body)).toBe(goodPage);
  });

  test.each(['/html-as-image', '/html-as-nothing'])(
    '%s is taken although its label is wrong',
    async (path) => {
      expect(text((await get(path)).body)).toBe(goodPage);
    },
  );

  test('HTTP/1.0 without a length ends with its connection', async () => {
    expect(text((await get('/http10')).body)).toBe(goodPage);
  });

  test('a length that is too small cuts the page, and what follows is nobody’s answer', async () => {
    const pages = await Promise.all(
      Array.from({ length: 4 }, (_, i) => get(i % 2 ? '/good' : '/length-too-small')),
    );
    pages.push(await get('/good'));
    expect(pages.map(({ body }) => text(body))).toEqual(
      pages.map(({ url }) => (url.endsWith('/good') ? goodPage : `<html><body>${'一'.repeat(6)}`)),
    );
    expect(pages.some(({ body }) => text(body) === smuggled)).toBe(false);
  });

  test('an empty body is a body', async () => {
    expect((await get('/empty')).body).toHaveLength(0);
  });

  test('conditional GET', async () => {
    const first = await get('/etag');
    const etag = header(first.headers, 'etag');
    const second = await get('/etag', { etag, lastModified: header(first.headers, 'last-modified') });
    expect(second).toMatchObject({ status: 304, notModified: true });
    expect(second.body).toHaveLength(0);
    expect(server.log.headers.at(-1)).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Tue, 02 Jan 2024 00:00:00 GMT',
    });
  });

  test('redirects are followed and told', async () => {
    const page = await get('/redirect?to=/redirect');
    expect(page.finalUrl).toBe(server.url('/good'));
    expect(page.chain).toEqual([
      { url: server.url('/redirect?to=/redirect'), status: 301 },
      { url: server.url('/redirect'), status: 301 },
    ]);
  });

  test('a cookie wall is passed', async () => {
    expect(text((await get('/cookie-wall')).body)).toBe(goodPage);
  });

  test('robots.txt may be cut', async () => {
    expect((await get('/huge', { maxBytes: 1000, truncate: true })).body).toHaveLength(1000);
  });
});

describe('a bad answer has its class', () => {
  const limits = { timeoutMs: 700 };
  test.each([
    ['/closes', BrokenResponseError],
    ['/too-short', BrokenResponseError],
    ['/no-http', BrokenResponseError],
    ['/two-lengths', BrokenResponseError],
    ['/304', BrokenResponseError],
    ['/gzip-broken', BrokenResponseError],
    ['/gzip-cut', BrokenResponseError],
    ['/gzip-lie', BrokenResponseError],
    ['/br-cut', BrokenResponseError],
    ['/reset', BrokenResponseError],
    ['/chunk-garbage', BrokenResponseError],
    ['/closes-before-answering', UnreachableError],
    ['/reset-before-answering', UnreachableError],
    ['/huge-headers', HeadersTooLargeError],
    ['/many-headers', HeadersTooLargeError],
    ['/loop', TooManyRedirectsError],
    ['/silent', TimeoutError],
    ['/drip', TimeoutError],
    ['/drip-headers', TimeoutError],
    ['/interim', TimeoutError],
    ['/huge', BodyTooLargeError],
    ['/huge-declared', BodyTooLargeError],
    ['/bomb', ZipBombError],
    ['/bomb-twice', ZipBombError],
    ['/bomb-br', ZipBombError],
    ['/bomb-deflate', ZipBombError],
    ['/bomb-in-br', ZipBombError],
    ['/bomb-untold', ZipBombError],
    ['/layers', UnsupportedContentError],
    ['/zstd', UnsupportedContentError],
    ['/binary', UnsupportedContentError],
    ['/block-page', BlockPageError],
    ['/challenge-521', BlockPageError],
    ['/404', HttpStatusError],
    ['/410', HttpStatusError],
    ['/403', HttpStatusError],
    ['/429', HttpUnavailableError],
    ['/503', HttpUnavailableError],
    ['/500', HttpUnavailableError],
  ])('%s', async (path, errorClass) => {
    const slow = errorClass === TimeoutError;
    const error = await failure(path, slow ? limits : {});
    expect(error).toBeInstanceOf(errorClass);
    expect(error.message).toContain(server.url(path));
    expect((error as FinalError | RetryableError).input).toBe(server.url(path));
    // The next page of the same server is not harmed.
    expect(text((await get('/good')).body)).toBe(goodPage);
  });

  test('what can be mended by waiting is tried again, the rest is not', async () => {
    const retried = await Promise.all(['/closes', '/429', '/503', '/gzip-cut'].map((path) => failure(path)));
    const final = await Promise.all(
      ['/404', '/410', '/bomb', '/block-page', '/loop'].map((path) => failure(path)),
    );
    expect(retried.map(isRetryable)).toEqual(retried.map(() => true));
    expect(final.map(isRetryable)).toEqual(final.map(() => false));
  });

  test('Retry-After is handed on, in seconds and as a date', async () => {
    expect(((await failure('/429')) as RetryableError).retryAfterMs).toBe(7_000);
    const date = ((await failure('/503')) as RetryableError).retryAfterMs ?? 0;
    expect(date).toBeGreaterThan(3_500_000);
    expect(date).toBeLessThanOrEqual(3_600_000);
    expect(((await failure('/500')) as RetryableError).retryAfterMs).toBeNull();
  });

  test('a page that is gone says so', async () => {
    expect(((await failure('/404')) as HttpStatusError).gone).toBe(true);
    expect(((await failure('/403')) as HttpStatusError).gone).toBe(false);
  });

  test('a 200 MB body is not received past the limit', async () => {
    server.log.sentBytes = 0;
    await failure('/huge', { maxBytes: 1024 * 1024 });
    // What the kernel's socket buffers took in besides is bounded by their size.
    expect(server.log.sentBytes).toBeLessThan(32 * 1024 * 1024);
    const then = server.log.sentBytes;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(server.log.sentBytes).toBe(then);
  });

  test('nobody listens, or the name is unknown', async () => {
    const closed = await startBadServer();
    await closed.close();
    const refused = fetcher.fetch({ url: closed.url('/good'), allowHosts: [closed.host] });
    await expect(refused).rejects.toBeInstanceOf(UnreachableError);
    await expect(fetcher.fetch({ url: 'http://no-such-host.invalid/' })).rejects.toBeInstanceOf(
      UnreachableError,
    );
  });

  test('a certificate that nobody has signed, and a server that speaks no TLS', async () => {
    const own = await startSelfSignedServer();
    const untrusted = fetcher.fetch({ url: `https://${own.host}/`, allowHosts: [own.host] });
    await expect(untrusted).rejects.toBeInstanceOf(CertificateError);
    const plain = fetcher.fetch({ url: `https://${server.host}/good`, allowHosts: [server.host] });
    await expect(plain).rejects.toBeInstanceOf(UnreachableError);
    await own.close();
  });

  test("the caller's signal ends the fetch at once", async () => {
    const controller = new AbortController();
    const running = failure('/silent', { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('shutdown')), 50);
    expect(await running).toBeInstanceOf(FetchAbortedError);
    expect(await failure('/good', { signal: controller.signal })).toBeInstanceOf(FetchAbortedError);
  });
});
