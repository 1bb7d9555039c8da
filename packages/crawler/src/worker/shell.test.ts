import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { findChromium } from '../browser/index.ts';
import { articlePage, type Site, startSite } from './testing/site.ts';
import { type CrawlSystem, fetchMessage, openCrawlSystem, sourceOf } from './testing/system.ts';

const chromium = findChromium(undefined);
if (chromium === null)
  console.warn(
    'SKIPPED: no Chromium on this machine, so pages that fill themselves by script were not crawled.',
  );

describe.skipIf(chromium === null)('a portal whose pages fill themselves by script', () => {
  let site: Site;
  let system: CrawlSystem;
  beforeEach(async () => {
    site = await startSite();
    system = await openCrawlSystem(inject('redisUrl'), [site.host]);
    for (const year of [2020, 2021, 2022]) {
      site.pages[`/data/${year}`] = articlePage({ year });
      site.pages[`/${year}.html`] =
        `<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body><div id="app"></div><script>
fetch('/data/${year}').then((r) => r.text()).then((html) => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.title = page.title;
  document.getElementById('app').append(...page.body.children);
});</script></body></html>`;
    }
    site.pages['/plain.html'] = articlePage();
  });
  afterEach(async () => {
    await system.close();
    await site.close();
  });

  const crawl = async (path: string, render: 'auto' | 'http' = 'auto') => {
    await system.store.saveSource(sourceOf({ start: [site.origin], render }));
    site.asked.length = 0;
    const result = await system.drain([fetchMessage(site.url(path), { source: 'demo' })]);
    const visits = site.asked.filter((request) => request.path === path);
    return { ...result, visits: visits.length };
  };

  it('is rendered, and after two such pages at once', async () => {
    expect(await crawl('/2020.html')).toMatchObject({ visits: 2, failed: [], parsed: [{}] });
    expect(await crawl('/2021.html')).toMatchObject({ visits: 2, failed: [], parsed: [{}] });
    const third = await crawl('/2022.html');
    expect(third).toMatchObject({ visits: 1, failed: [] });
    const article = await system.article(third.parsed[0]!.article);
    expect(article.title).toBe('2022年示例市政府工作报告');
    const [snapshot] = await system.archive.snapshotsOf(site.url('/2022.html'));
    expect(snapshot?.rendered).toBe(true);
  }, 60_000);

  it('is not rendered where its source forbids it: then the page is a failure by name', async () => {
    const { failed, visits } = await crawl('/2020.html', 'http');
    expect([visits, failed[0]?.error.name]).toEqual([1, 'EmptyPageError']);
  });

  it('costs no browser for pages that can be read without', async () => {
    expect(await crawl('/plain.html')).toMatchObject({ visits: 1, failed: [] });
    expect(await system.deps.shells.isShell(site.url('/plain.html'))).toBe(false);
  });
});
