import { gzipSync } from 'node:zlib';
import type { PageBook } from '@zhibiao/shared';
import type { Emission } from '@zhibiao/shared/messages';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { canonicalUrl } from '../discovery/index.ts';
import { startMessages } from './start-run.ts';
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

const years = [2018, 2019, 2020, 2021, 2022, 2023];
const reports = () => {
  for (const year of years) site.pages[`/zw/${year}.html`] = articlePage({ year });
  return Object.fromEntries(years.map((year) => [`/zw/${year}.html`, `${year}年政府工作报告`]));
};

describe('a source', () => {
  it('is followed from its list to its articles', async () => {
    site.pages['/'] = listPage(reports());
    const { parsed } = await system.crawlSource({ start: [site.url('/')] });
    expect(parsed.map((m) => m.page).sort()).toEqual(years.map((year) => site.url(`/zw/${year}.html`)));
    expect(await system.store.getPage(site.url('/'))).toMatchObject({ role: 'list' });
  });

  it('is taken within its page budget, shared by all jobs of the run', async () => {
    const links = Object.entries(reports());
    site.pages['/'] = listPage(Object.fromEntries(links.slice(0, 3)));
    site.pages['/2'] = listPage(Object.fromEntries(links));
    const { parsed } = await system.crawlSource({ start: [site.url('/'), site.url('/2')], maxPages: 4 });
    expect(parsed).toHaveLength(4);
  });

  it('is found through sitemaps, and through the sitemaps that an index names', async () => {
    const xml = (body: string) => ({ headers: { 'content-type': 'application/xml' }, body });
    reports();
    site.pages['/'] = listPage({});
    site.pages['/sitemap.xml'] = xml(
      `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${site.url('/s1.xml')}</loc></sitemap></sitemapindex>`,
    );
    const urls = years.map((year) => `<url><loc>${site.url(`/zw/${year}.html`)}</loc></url>`);
    site.pages['/s1.xml'] = xml(
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`,
    );
    const { parsed } = await system.crawlSource({
      start: [site.url('/zw/2023.html')],
      sitemaps: [site.url('/sitemap.xml')],
      include: ['/zw/20(18|19)'],
    });
    expect(parsed.map((m) => m.page).sort()).toEqual(
      [2018, 2019, 2023].map((year) => site.url(`/zw/${year}.html`)),
    );
  });

  it.each([
    ['is read where robots.txt names it', { include: ['/zw/20(18|19)'] }, [2018, 2019, 2023]],
    ['is not read where no address is included', {}, [2023]],
  ])('a sitemap %s', async (_, fields, found) => {
    reports();
    const urls = years.map((year) => `<url><loc>${site.url(`/zw/${year}.html`)}</loc></url>`);
    site.pages['/robots.txt'] =
      `User-agent: *\nAllow: /\nSitemap: ${site.url('/map.xml.gz')}\nSitemap: http://elsewhere.example/s.xml`;
    site.pages['/map.xml.gz'] = {
      headers: { 'content-type': 'application/gzip' },
      body: gzipSync(`<urlset>${urls.join('')}</urlset>`),
    };
    const { parsed } = await system.crawlSource({ start: [site.url('/zw/2023.html')], ...fields });
    expect(parsed.map((m) => m.page).sort()).toEqual(found.map((year) => site.url(`/zw/${year}.html`)));
    expect(site.paths().filter((path) => path === '/map.xml.gz')).toHaveLength('include' in fields ? 1 : 0);
  });

  it('reads sitemaps that name one another once each', async () => {
    const index = (...paths: string[]) => ({
      headers: { 'content-type': 'application/xml' },
      body: `<sitemapindex>${paths.map((path) => `<sitemap><loc>${site.url(path)}</loc></sitemap>`).join('')}</sitemapindex>`,
    });
    site.pages['/'] = listPage(reports());
    Object.assign(site.pages, { '/a.xml': index('/a.xml', '/b.xml'), '/b.xml': index('/a.xml', '/c.xml') });
    const deep = { '/c.xml': index('/d.xml'), '/d.xml': index('/e.xml'), '/e.xml': index('/f.xml') };
    Object.assign(site.pages, deep);
    await system.crawlSource({ start: [site.url('/')], sitemaps: [site.url('/a.xml')] });
    const read = site.paths().filter((path) => path.endsWith('.xml'));
    // Two levels below the first are as deep as it goes.
    expect(read).toEqual(['/a.xml', '/b.xml', '/c.xml']);
  });

  it('takes all that is known of it along where that is asked for, due or not', async () => {
    site.pages['/'] = listPage(reports());
    await system.crawlSource({ start: [site.url('/')] });
    const source = (await system.store.getSource('demo'))!;
    const asked = async (again: boolean) =>
      (await startMessages({ pages: system.store, now: Date.now }, 'run-2', source, again)).flatMap(
        ({ message }) => ('url' in message && message.force ? message.url : []),
      );
    expect(await asked(false)).toEqual([site.url('/')]);
    expect((await asked(true)).sort()).toEqual([
      site.url('/'),
      ...years.map((year) => site.url(`/zw/${year}.html`)),
    ]);
  });

  it('comes back to the pages that are due, listed or not', async () => {
    site.pages['/'] = listPage(reports());
    await system.crawlSource({ start: [site.url('/')] });
    site.pages['/'] = listPage(Object.fromEntries(Object.entries(reports()).slice(1)));
    site.pages['/zw/2018.html'] = articlePage({ year: 2018 }).replace('各位代表：', '各位代表、同志们：');
    site.asked.length = 0;
    system.later(60 * 24 * 3_600_000);
    const { parsed } = await system.crawlSource({ start: [site.url('/')] });
    expect(site.asked).toHaveLength(7);
    expect(parsed.map((m) => m.page)).toEqual([site.url('/zw/2018.html')]);
  });
});

describe('a text on several pages', () => {
  const paths = ['/zw/77.html', '/zw/77_2.html', '/zw/77_3.html'];
  beforeEach(async () => {
    paths.forEach((path, i) => {
      site.pages[path] = articlePage({
        from: i * 16,
        to: (i + 1) * 16,
        more: i < 2 ? paths : paths.slice(0, 2),
      });
    });
    await system.store.saveSource(sourceOf({ start: [site.origin] }));
  });
  const message = (path: string, force = false) => {
    const address = site.url(path);
    return fetchMessage(canonicalUrl(address)!, { address, source: 'demo', force });
  };
  const pageOf = async (path: string) => system.store.getPage(canonicalUrl(site.url(path))!);
  const whole = async () => {
    const first = await pageOf(paths[0]!);
    const article = await system.article(first!.article!);
    expect(article.parts.map((part) => part.url)).toEqual(paths.map((path) => site.url(path)));
    expect(article.text).toContain('现在，我代表市人民政府向大会报告工作');
    expect(article.text).toContain('为谱写新篇章而努力奋斗');
    for (const path of paths.slice(1)) {
      expect(await pageOf(path)).toMatchObject({ role: 'part', partOf: first!.url, article: null });
    }
  };

  it('is one article, its further pages parts of it', async () => {
    const { parsed } = await system.drain(paths.map((path) => message(path)));
    expect(parsed.map((m) => [m.page, m.snapshots.length])).toEqual([[site.url(paths[0]!), 3]]);
    await whole();
    expect(site.paths().sort()).toEqual([...paths].sort());
  });

  it('takes back what a further page said alone when that was found first', async () => {
    const { parsed } = await system.drain([message(paths[2]!), message(paths[1]!), message(paths[0]!)]);
    await whole();
    const last = new Map(parsed.map((m) => [m.page, m.article]));
    for (const path of paths.slice(1)) {
      const article = last.get(canonicalUrl(site.url(path))!);
      if (article) expect((await system.article(article)).text).toBe('');
    }
    expect((await system.article(last.get(site.url(paths[0]!))!)).text).not.toBe('');
  });

  it('keeps its pages when one of them is found by two jobs at once', async () => {
    // The job of page 2 has read its page when that of page 1 claims it.
    const second = await system.handle(message(paths[1]!));
    const first = await system.handle(message(paths[0]!));
    const sent: Emission[] = [];
    const send = async (emissions: readonly Emission[]) => sent.push(...emissions);
    await first?.after?.(send);
    await second?.after?.(send);
    await whole();
    // What page 2 had said alone is taken back.
    expect(second?.emit?.map((e) => e.queue)).toEqual(['parse']);
    const [retraction] = sent.flatMap((e) => (e.queue === 'parse' ? e.message : []));
    expect(retraction?.page).toBe(message(paths[1]!).url);
    expect((await system.article(retraction!.article)).text).toBe('');
  });

  it.each(['before', 'after'])(
    'keeps its pages when two jobs write the state of one of them at once, the claim %s the look',
    async (order) => {
      const second = await system.handle(message(paths[1]!));
      const first = await system.handle(message(paths[0]!));
      const sent: Emission[] = [];
      const send = async (emissions: readonly Emission[]) => sent.push(...emissions);
      // One job stands still between its look at the page and its writing, until the other has ended.
      const { getPage, savePage } = system.store;
      const url = message(paths[1]!).url;
      const stop = { at: order === 'before' ? 'article' : 'part', go: () => {}, reached: () => {} };
      const reached = new Promise<void>((done) => Object.assign(stop, { reached: done }));
      const gone = new Promise<void>((done) => Object.assign(stop, { go: done }));
      const pages: PageBook = {
        ...system.deps.pages,
        getPage: (page) => getPage.call(system.store, page),
        savePage: async (page) => {
          if (page.url === url && page.role === stop.at) {
            stop.at = '';
            stop.reached();
            await gone;
          }
          await savePage.call(system.store, page);
        },
      };
      Object.assign(system.deps, { pages });
      const [waiting, other] = order === 'before' ? [second, first] : [first, second];
      const held = waiting?.after?.(send);
      await reached;
      await other?.after?.(send);
      stop.go();
      await held;
      await whole();
      expect(sent.flatMap((e) => (e.queue === 'parse' ? e.message.page : []))).toContain(url);
    },
  );

  it('keeps its pages when a person asks for one of them', async () => {
    await system.drain([message(paths[0]!)]);
    const { parsed } = await system.drain([message(paths[1]!, true)]);
    expect(parsed).toEqual([]);
    await whole();
  });

  it('is a new text when a further page changes, though the first does not', async () => {
    const first = await system.drain([message(paths[0]!)]);
    site.pages[paths[2]!] = articlePage({ from: 32, to: 48, more: paths.slice(0, 2) }).replace(
      '新篇章',
      '新华章',
    );
    const again = await system.drain([message(paths[0]!, true)]);
    expect([first.parsed.length, again.parsed.length]).toEqual([1, 1]);
    expect((await system.article(again.parsed[0]!.article)).text).toContain('新华章');
  });

  it('is kept with what there is of it where a further page cannot be fetched, whose failure is told by its name', async () => {
    delete site.pages[paths[2]!];
    const { parsed, failed } = await system.drain([message(paths[0]!)]);
    expect(parsed).toHaveLength(1);
    const article = await system.article(parsed[0]!.article);
    expect(article.parts).toHaveLength(2);
    expect(article.flags).toContain('continues-elsewhere');
    const { run, shadow, source, page, snapshots } = parsed[0]!;
    const again = await system.drain([{ task: 'clean', run, shadow, source, page, snapshots }]);
    expect(again.parsed[0]!.article).toBe(parsed[0]!.article);
    expect(failed.map(({ url, error }) => [url, error.name])).toEqual([
      [canonicalUrl(site.url(paths[2]!)), 'HttpStatusError'],
    ]);
  });

  it('is not taken for shorter, nor for gone, where a page that it had is missing', async () => {
    await system.drain([message(paths[0]!)]);
    delete site.pages[paths[2]!];
    const { parsed, failed } = await system.drain([message(paths[0]!, true)]);
    expect(parsed).toEqual([]);
    expect(failed.map(({ url, error }) => [url, error.message.includes(paths[2]!)])).toEqual([
      [site.url(paths[0]!), true],
    ]);
    expect(await pageOf(paths[0]!)).toMatchObject({ deletedAt: null, failures: 1 });
    await whole();
  });

  it('has its further page once, though the link to it redirects', async () => {
    const further = '/zw/further-77-2.html';
    site.pages[further] = site.pages[paths[1]!]!;
    site.pages[paths[1]!] = { status: 302, headers: { location: further } };
    await system.drain([message(further), message(paths[0]!)]);
    expect(await pageOf(further)).toMatchObject({ role: 'part', partOf: site.url(paths[0]!), article: null });
  });
});
