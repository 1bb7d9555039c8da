import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { articlePage, listPage, type Site, startSite } from './testing/site.ts';
import { type CrawlSystem, fetchMessage, openCrawlSystem, sourceOf } from './testing/system.ts';

let site: Site;
let system: CrawlSystem;
beforeEach(async () => {
  site = await startSite({ '/old.html': articlePage() });
  system = await openCrawlSystem(inject('redisUrl'), [site.host]);
  await system.store.saveSource(sourceOf({ start: [site.origin] }));
});
afterEach(async () => {
  await system.close();
  await site.close();
});

const message = (path: string, force = true) => fetchMessage(site.url(path), { source: 'demo', force });
const crawl = (...paths: string[]) => system.drain(paths.map((path) => message(path)));
const pageOf = (path: string) => system.store.getPage(site.url(path));
const movedTo = (to: string, body = articlePage()) => {
  site.pages['/old.html'] = { status: 301, headers: { location: to } };
  site.pages[to] = body;
};
/** What else a list names, none of it there. */
const others = Object.fromEntries(
  [2017, 2018, 2019, 2020, 2021].map((year) => [`/${year}.html`, `${year}年政府工作报告`]),
);
const corrected = () => articlePage().replace('各位代表：', '各位代表、同志们：');

describe('a known text that moves for good', () => {
  it('stays the same page, is read at its new address from then on, and the new address is no page of its own', async () => {
    await crawl('/old.html');
    const before = await pageOf('/old.html');
    movedTo('/new.html');
    expect(await crawl('/old.html')).toEqual({ parsed: [], failed: [], delayed: [] });
    const address = site.url('/new.html');
    expect(await pageOf('/old.html')).toMatchObject({
      role: 'article',
      article: before!.article,
      movedTo: address,
      address,
      deletedAt: null,
    });
    expect(await pageOf('/new.html')).toMatchObject({ partOf: site.url('/old.html'), article: null });
    // The redirect is no longer needed; what changes at the new address is a new version of the old page.
    delete site.pages['/old.html'];
    site.pages['/new.html'] = corrected();
    site.asked.length = 0;
    const { parsed, failed } = await crawl('/old.html');
    expect([parsed.map((m) => m.page), failed]).toEqual([[site.url('/old.html')], []]);
    expect(site.paths()).toEqual(['/new.html']);
    expect(await pageOf('/old.html')).toMatchObject({ movedTo: address, address });
  });

  it('is what is read when a person or a list names the new address', async () => {
    await crawl('/old.html');
    movedTo('/new.html');
    await crawl('/old.html');
    site.pages['/new.html'] = corrected();
    site.asked.length = 0;
    const { parsed } = await crawl('/new.html');
    expect(parsed.map((m) => m.page)).toEqual([site.url('/old.html')]);
    site.pages['/'] = listPage({ '/new.html': '2023年政府工作报告', ...others });
    expect((await system.crawlSource({ start: [site.url('/')] })).parsed).toEqual([]);
    expect(site.paths().filter((path) => path === '/new.html')).toHaveLength(1);
  });

  it('is asked for by the validators of what it said last, whichever address leads there', async () => {
    const tagged =
      (tag: string, body: string): Site['pages'][string] =>
      (request) =>
        request.headers['if-none-match'] === tag
          ? { status: 304, headers: { etag: tag } }
          : { headers: { etag: tag }, body };
    site.pages['/old.html'] = tagged('"v1"', articlePage());
    await crawl('/old.html');
    movedTo('/new.html');
    site.pages['/new.html'] = tagged('"v1"', articlePage());
    // Told that nothing is new by the new address: the move is noted all the same.
    await crawl('/old.html');
    expect(await pageOf('/old.html')).toMatchObject({ address: site.url('/new.html') });
    site.pages['/new.html'] = tagged('"v2"', corrected());
    expect((await crawl('/old.html')).parsed).toHaveLength(1);
    expect((await crawl('/old.html')).parsed).toEqual([]);
    expect(site.asked.at(-1)?.headers['if-none-match']).toBe('"v2"');
  });

  it('goes on as the page that was known first where the new address was found before the move', async () => {
    await crawl('/old.html');
    movedTo('/new.html');
    const found = await crawl('/new.html');
    expect(found.parsed.map((m) => m.page)).toEqual([site.url('/new.html')]);
    const { parsed } = await crawl('/old.html');
    // Only the newcomer is parsed again, as an empty text: every figure counts once.
    expect(parsed.map((m) => m.page)).toEqual([site.url('/new.html')]);
    expect((await system.article(parsed[0]!.article)).text).toBe('');
    expect(await pageOf('/new.html')).toMatchObject({ partOf: site.url('/old.html'), article: null });
    expect(await pageOf('/old.html')).toMatchObject({ role: 'article', address: site.url('/new.html') });
  });

  it('hands over to the page at its new address where that was known before it', async () => {
    site.pages['/new.html'] = articlePage();
    await crawl('/new.html');
    await crawl('/old.html');
    movedTo('/new.html');
    const { parsed } = await crawl('/old.html');
    expect(parsed.map((m) => m.page)).toEqual([site.url('/old.html')]);
    expect((await system.article(parsed[0]!.article)).text).toBe('');
    expect(await pageOf('/old.html')).toMatchObject({
      role: 'other',
      article: null,
      movedTo: site.url('/new.html'),
    });
    expect(await pageOf('/new.html')).toMatchObject({ role: 'article', partOf: null });
  });
});

describe('a known text whose address leads to something else', () => {
  it('is gone, and what it said is kept: a front page', async () => {
    await crawl('/old.html');
    const before = await pageOf('/old.html');
    movedTo('/', listPage(others));
    expect(await crawl('/old.html')).toEqual({ parsed: [], failed: [], delayed: [] });
    expect(await pageOf('/old.html')).toMatchObject({
      role: 'article',
      article: before!.article,
      status: 301,
      deletedAt: expect.any(Number),
      movedTo: site.url('/'),
    });
    expect(await pageOf('/')).toBeNull();
  });

  it('is gone, and the other text is a page of its own', async () => {
    await crawl('/old.html');
    movedTo(
      '/other.html',
      articlePage({ region: '另一市', year: 2011 }).replaceAll('增长', '下降').replaceAll('项目', '工程'),
    );
    const { parsed } = await crawl('/old.html');
    expect(parsed.map((m) => m.page)).toEqual([site.url('/other.html')]);
    expect(await pageOf('/old.html')).toMatchObject({ role: 'article', deletedAt: expect.any(Number) });
    // It is there again: nothing was lost, nothing is parsed again.
    site.pages['/old.html'] = articlePage();
    expect((await crawl('/old.html')).parsed).toEqual([]);
    expect(await pageOf('/old.html')).toMatchObject({ deletedAt: null, movedTo: null, status: 200 });
  });
});
