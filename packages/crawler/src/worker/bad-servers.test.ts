import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBadServer, startSelfSignedServer } from '../fetch/testing/bad-server.ts';
import { articlePage, type Site, startSite } from './testing/site.ts';
import { type Crawled, type CrawlSystem, fetchMessage, openCrawlSystem, sourceOf } from './testing/system.ts';

/** What a crawl must say of each page of a server that does everything wrong. */
const faults: Record<string, string> = {
  '/closes': 'BrokenResponseError',
  '/too-short': 'BrokenResponseError',
  '/reset': 'BrokenResponseError',
  '/chunk-garbage': 'BrokenResponseError',
  '/no-http': 'BrokenResponseError',
  '/two-lengths': 'BrokenResponseError',
  '/304': 'BrokenResponseError',
  '/gzip-broken': 'BrokenResponseError',
  '/gzip-cut': 'BrokenResponseError',
  '/gzip-lie': 'BrokenResponseError',
  '/br-cut': 'BrokenResponseError',
  '/closes-before-answering': 'UnreachableError',
  '/reset-before-answering': 'UnreachableError',
  '/huge-headers': 'HeadersTooLargeError',
  '/many-headers': 'HeadersTooLargeError',
  '/loop': 'TooManyRedirectsError',
  '/silent': 'TimeoutError',
  '/drip': 'TimeoutError',
  '/drip-headers': 'TimeoutError',
  '/interim': 'TimeoutError',
  '/huge': 'BodyTooLargeError',
  '/huge-declared': 'BodyTooLargeError',
  '/bomb': 'ZipBombError',
  '/bomb-twice': 'ZipBombError',
  '/bomb-br': 'ZipBombError',
  '/bomb-deflate': 'ZipBombError',
  '/bomb-in-br': 'ZipBombError',
  '/bomb-untold': 'ZipBombError',
  '/layers': 'UnsupportedContentError',
  '/zstd': 'UnsupportedContentError',
  '/image': 'NeedsOcrError',
  '/pdf-as-html': 'UnreadableFileError',
  '/binary': 'UnsupportedContentError',
  '/empty': 'EmptyPageError',
  '/length-too-small': 'EmptyPageError',
  '/404': 'HttpStatusError',
  '/403': 'HttpStatusError',
  '/500': 'HttpUnavailableError',
};

/** Those that are a word of the whole host, each with a server of its own. */
const refusals: Record<string, string> = {
  '/block-page': 'BlockPageError',
  '/challenge-521': 'BlockPageError',
  '/429': 'HttpUnavailableError',
  '/503': 'HttpUnavailableError',
};

let bad: Awaited<ReturnType<typeof startBadServer>>;
let tls: Awaited<ReturnType<typeof startSelfSignedServer>>;
let site: Site;
let system: CrawlSystem;
let crawled: Crawled;
beforeAll(async () => {
  [bad, tls, site] = await Promise.all([startBadServer(), startSelfSignedServer(), startSite()]);
  system = await openCrawlSystem(inject('redisUrl'), [bad.host, tls.host, site.host, '127.0.0.1:1']);
  const limits = { timeoutMs: 20_000, maxBytes: 2_000_000 };
  await system.store.saveSource(sourceOf({ start: [site.origin], limits }));
  const impatient = { id: 'impatient', limits: { timeoutMs: 1_000 } };
  await system.store.saveSource(sourceOf({ start: [site.origin], ...impatient }));
  // A report after every bad page.
  const urls = [
    ...Object.keys(faults).map(bad.url),
    `https://${tls.host}/`,
    'http://127.0.0.1:1/',
    'http://no-such-host.invalid/',
  ];
  const messages = urls.flatMap((url, i) => {
    site.pages[`/${i}.html`] = articlePage({ year: 2000 + (i % 20) });
    return [url, site.url(`/${i}.html`)];
  });
  const isSlow = (url: string) => faults[url.slice(bad.url('').length)] === 'TimeoutError';
  crawled = await system.drain(
    messages.map((url) => fetchMessage(url, { source: isSlow(url) ? 'impatient' : 'demo' })),
  );
}, 120_000);
afterAll(async () => {
  await system.close();
  await Promise.all([bad.close(), tls.close(), site.close()]);
});

const errorOf = (url: string) => crawled.failed.find((failure) => failure.url === url)?.error;

describe('of each bad page it is told what happened', () => {
  it.each(Object.entries(faults))('%s: %s', async (path, name) => {
    const url = bad.url(path);
    expect(errorOf(url)).toMatchObject({ name, input: url });
    expect(errorOf(url)?.message).toContain(url);
    expect(await system.store.getPage(url)).toMatchObject({ failures: 1, article: null });
  });

  it('a certificate that nobody has signed', () => {
    expect(errorOf(`https://${tls.host}/`)?.name).toBe('CertificateError');
  });

  it('nobody who listens, a name that does not exist', () => {
    for (const url of ['http://127.0.0.1:1/', 'http://no-such-host.invalid/'])
      expect(errorOf(url)?.message).toMatch(/robots\.txt.* cannot be read .*(no connection|not known)/);
  });
});

it('the crawl goes on: every report between them is read', () => {
  expect(crawled.parsed).toHaveLength(Object.keys(faults).length + 3);
  expect(crawled.delayed).toEqual([]);
});

describe('of a host that refuses it is told what happened, and it is left alone', () => {
  it.each(Object.entries(refusals))('%s: %s', async (path, name) => {
    const other = await startBadServer();
    await system.store.saveSource(
      sourceOf({ id: 'refusing', start: [site.origin], allowHosts: [other.host] }),
    );
    const message = (at: string) => fetchMessage(other.url(at), { source: 'refusing' });
    const { failed, delayed } = await system.drain([message(path), message('/good')]);
    expect(failed.map(({ error }) => error)).toMatchObject([{ name, input: other.url(path) }]);
    expect(delayed).toHaveLength(1);
    expect(other.log.requests).toEqual(['/robots.txt', path]);
    await other.close();
  });
});
