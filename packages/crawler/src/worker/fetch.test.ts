import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { BlockPageError, HttpStatusError } from '../fetch/index.ts';
import { RobotsDisallowedError } from './errors.ts';
import { articlePage, listPage, type Site, startSite } from './testing/site.ts';
import { type CrawlSystem, fetchMessage, openCrawlSystem, sourceOf } from './testing/system.ts';

let site: Site;
let system: CrawlSystem;
beforeEach(async () => {
  site = await startSite();
  system = await openCrawlSystem(inject('redisUrl'), [site.host]);
});
afterEach(async () => {
  await system.close();
  await site.close();
});

const day = 24 * 3_600_000;
const politeness = { delayMs: 0, concurrency: 4 };
/** Single pages are owed two seconds; tests of something else take a source that asks for none. */
const crawl = async (...paths: string[]) => {
  await system.store.saveSource(sourceOf({ start: [site.origin], politeness }));
  return system.drain(paths.map((path) => fetchMessage(site.url(path), { source: 'demo' })));
};

describe('robots.txt', () => {
  const years = [2019, 2020, 2021, 2022];
  const links = Object.fromEntries(
    [...years.map((year) => [`/yes/${year}.html`, year]), ['/no/1.html', 2023]].map(([path, year]) => [
      path,
      `${year}年政府工作报告`,
    ]),
  );
  beforeEach(() => {
    site.pages['/robots.txt'] = {
      headers: { 'content-type': 'text/plain' },
      body: 'User-agent: *\nDisallow: /no/',
    };
    site.pages['/'] = listPage(links);
    site.pages['/no/1.html'] = articlePage();
    for (const year of years) site.pages[`/yes/${year}.html`] = articlePage({ year });
  });

  it('keeps the crawler from links, which is no failure', async () => {
    const { parsed, failed } = await system.crawlSource({ start: [site.url('/')] });
    expect(site.paths().sort()).toEqual(['/', ...years.map((year) => `/yes/${year}.html`)]);
    expect(parsed).toHaveLength(years.length);
    expect(failed).toEqual([]);
  });

  it('refuses by name what a person asked for', async () => {
    const { failed } = await crawl('/no/1.html');
    expect(failed[0]?.error).toBeInstanceOf(RobotsDisallowedError);
    expect(site.paths()).toEqual([]);
  });
});

describe('what becomes of a page', () => {
  it('moved for good: its text is the new address’s', async () => {
    site.pages['/old.html'] = { status: 301, headers: { location: '/new.html' } };
    site.pages['/new.html'] = articlePage();
    const { parsed } = await crawl('/old.html');
    expect(parsed.map((m) => m.page)).toEqual([site.url('/new.html')]);
    expect(await system.store.getPage(site.url('/old.html'))).toMatchObject({
      role: 'other',
      movedTo: site.url('/new.html'),
      article: null,
    });
    expect(await system.store.getPage(site.url('/new.html'))).toMatchObject({
      role: 'article',
      movedTo: null,
    });
  });

  it('moved for now: it keeps its address', async () => {
    site.pages['/old.html'] = { status: 302, headers: { location: '/new.html' } };
    site.pages['/new.html'] = articlePage();
    const { parsed } = await crawl('/old.html');
    expect(parsed.map((m) => m.page)).toEqual([site.url('/old.html')]);
  });

  it('gone: a failure where nothing was known of it, a note where something was', async () => {
    const { failed } = await crawl('/a.html');
    expect(failed[0]?.error).toBeInstanceOf(HttpStatusError);
    site.pages['/b.html'] = articlePage();
    await crawl('/b.html');
    const before = await system.store.getPage(site.url('/b.html'));
    site.pages['/b.html'] = { status: 410 };
    const again = await crawl('/b.html');
    expect(again).toEqual({ parsed: [], failed: [], delayed: [] });
    const after = await system.store.getPage(site.url('/b.html'));
    expect(after).toMatchObject({ status: 410, article: before!.article, deletedAt: expect.any(Number) });
    site.pages['/b.html'] = articlePage();
    await crawl('/b.html');
    expect(await system.store.getPage(site.url('/b.html'))).toMatchObject({ status: 200, deletedAt: null });
  });

  it('not modified: asked for by its tag, nothing is stored or parsed again', async () => {
    site.pages['/a.html'] = (request) =>
      request.headers['if-none-match'] === '"v1"'
        ? { status: 304, headers: { etag: '"v1"' } }
        : { headers: { etag: '"v1"' }, body: articlePage() };
    const first = await crawl('/a.html');
    expect(first.parsed).toHaveLength(1);
    const before = await system.store.getPage(site.url('/a.html'));
    const second = await crawl('/a.html');
    expect(second).toEqual({ parsed: [], failed: [], delayed: [] });
    expect(site.asked[1]?.headers['if-none-match']).toBe('"v1"');
    expect(await system.archive.snapshotsOf(site.url('/a.html'))).toHaveLength(1);
    const after = await system.store.getPage(site.url('/a.html'));
    expect(after).toMatchObject({ etag: '"v1"', article: before!.article, changedAt: before!.changedAt });
    expect(after!.intervalMs!).toBeGreaterThan(before!.intervalMs!);
  });

  it('other furniture around the same words: archived, and no message to the parser', async () => {
    let hits = 1;
    site.pages['/a.html'] = () => ({ body: articlePage({ hits: hits++ * 1_000 }) });
    expect((await crawl('/a.html')).parsed).toHaveLength(1);
    expect((await crawl('/a.html')).parsed).toEqual([]);
    expect(await system.archive.snapshotsOf(site.url('/a.html'))).toHaveLength(2);
    site.pages['/a.html'] = articlePage().replace('各位代表：', '各位代表、同志们：');
    expect((await crawl('/a.html')).parsed).toHaveLength(1);
  });

  it('blocked: quarantined by name, and its host is left alone', async () => {
    site.pages['/a.html'] =
      '<html><head><title>安全验证</title></head><body><p>您的访问过于频繁，请输入验证码后继续访问</p><input name="captcha"></body></html>';
    site.pages['/b.html'] = articlePage();
    const { failed } = await crawl('/a.html');
    expect(failed[0]?.error).toBeInstanceOf(BlockPageError);
    expect(await system.store.getPage(site.url('/a.html'))).toMatchObject({ failures: 1, article: null });
    const next = await crawl('/b.html');
    expect(site.paths()).toEqual(['/a.html']);
    expect(next.delayed[0]).toBeGreaterThan(3_000);
  });

  it('not due: left alone unless somebody asked for it', async () => {
    site.pages['/a.html'] = articlePage();
    await crawl('/a.html');
    const due = () => system.drain([fetchMessage(site.url('/a.html'), { source: 'demo', force: false })]);
    await due();
    expect(site.paths()).toHaveLength(1);
    system.later(30 * day);
    await due();
    expect(site.paths()).toHaveLength(2);
  });
});

describe('a page whose message to the parser was lost', () => {
  it('is sent again by the next crawl, due or not, though its text is unchanged', async () => {
    site.pages['/a.html'] = articlePage();
    const [first] = (await crawl('/a.html')).parsed;
    const visit = () => system.drain([fetchMessage(site.url('/a.html'), { source: 'demo', force: false })]);
    expect((await visit()).parsed).toEqual([]);
    system.loseParsed();
    expect((await visit()).parsed).toMatchObject([{ page: first!.page, article: first!.article }]);
    expect((await visit()).parsed).toEqual([]);
    system.loseParsed();
    expect((await crawl('/a.html')).parsed).toHaveLength(1);
  });
});

describe('when a host may be asked', () => {
  it('not outside the hours of its source', async () => {
    site.pages['/a.html'] = articlePage();
    const hour = (new Date().getUTCHours() + 8) % 24;
    const window: [number, number] = [(hour + 3) % 24, (hour + 4) % 24];
    await system.store.saveSource(sourceOf({ start: [site.origin], politeness: { ...politeness, window } }));
    const { delayed } = await system.drain([fetchMessage(site.url('/a.html'), { source: 'demo' })]);
    expect(site.paths()).toEqual([]);
    expect(delayed[0]).toBeGreaterThan(60_000);
  });

  it('again after a while where it answered 429 or 503 without a word of when', async () => {
    site.pages['/a.html'] = { status: 429 };
    site.pages['/b.html'] = articlePage();
    await crawl('/a.html');
    const { delayed } = await crawl('/b.html');
    expect(delayed[0]).toBeGreaterThan(10_000);
    expect(site.paths()).toEqual(['/a.html']);
  });

  it('at once where a single page has a fault', async () => {
    site.pages['/a.html'] = { status: 500 };
    site.pages['/b.html'] = articlePage();
    const { failed, parsed, delayed } = await crawl('/a.html', '/b.html');
    expect([failed.length, parsed.length, delayed]).toEqual([1, 1, []]);
  });

  it('again after a while where it answered 503', async () => {
    site.pages['/a.html'] = { status: 503, headers: { 'retry-after': '120' } };
    site.pages['/b.html'] = articlePage();
    const { failed } = await crawl('/a.html');
    expect(failed[0]?.error).toMatchObject({ name: 'HttpUnavailableError', retryAfterMs: 120_000 });
    const { delayed } = await crawl('/b.html');
    expect(delayed[0]).toBeGreaterThan(100_000);
    expect(site.paths()).toEqual(['/a.html']);
  });
});
