import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { EmptyPageError } from './errors.ts';
import { type CrawlHouse, fetchMessage, openCrawlHouse, sourceOf } from './testing/house.ts';
import { articlePage, type Site, startSite } from './testing/site.ts';

let site: Site;
let house: CrawlHouse;
beforeEach(async () => {
  site = await startSite();
  house = await openCrawlHouse(inject('redisUrl'), [site.host]);
  await house.store.saveSource(
    sourceOf({ start: [site.origin], politeness: { delayMs: 0, concurrency: 4 } }),
  );
});
afterEach(async () => {
  await house.close();
  await site.close();
});

const crawl = (path: string) => house.drain([fetchMessage(site.url(path), { source: 'demo' })]);
const refresh = (to: string) =>
  `<html><head><meta http-equiv="refresh" content="0; url=${to}"></head><body>正在跳转</body></html>`;

it.each([
  ['a meta refresh', refresh('/real.html')],
  ['a Refresh header', { headers: { refresh: '0; url=/real.html' }, body: '<html><body></body></html>' }],
  ['a script', '<html><body><script>location.replace("/real.html")</script></body></html>'],
  [
    'a frameset',
    '<html><head><title>报告</title></head><frameset rows="80,*"><frame src="/real.html"></frameset></html>',
  ],
  ['a frame', '<html><body><div>首页</div><iframe src="/real.html"></iframe></body></html>'],
])('%s leads to the report', async (_, page) => {
  site.pages['/a.html'] = page;
  site.pages['/real.html'] = articlePage();
  const { parsed, failed } = await crawl('/a.html');
  expect(failed).toEqual([]);
  expect(parsed.map((p) => p.page)).toEqual([site.url('/real.html')]);
});

it('keeps out of what robots.txt asks to leave alone', async () => {
  site.pages['/robots.txt'] = {
    headers: { 'content-type': 'text/plain' },
    body: 'User-agent: *\nDisallow: /real',
  };
  site.pages['/a.html'] = refresh('/real.html');
  site.pages['/real.html'] = articlePage();
  const { parsed } = await crawl('/a.html');
  expect(parsed).toEqual([]);
  expect(site.paths()).toEqual(['/a.html']);
});

it('ends where pages lead on to each other, and names where they lead', async () => {
  for (let n = 0; n < 20; n++) site.pages[`/${n}.html`] = refresh(`/${n + 1}.html`);
  const { failed } = await crawl('/0.html');
  expect(site.paths().length).toBeLessThan(8);
  expect(failed[0]!.error).toBeInstanceOf(EmptyPageError);
  expect(failed[0]!.error.message).toMatch(/leads on to .*\/6\.html/);
});

it("leaves other sites alone where a source's page leads there, and says so", async () => {
  site.pages['/a.html'] = refresh('http://www.elsewhere.example/');
  const { failed } = await crawl('/a.html');
  expect(failed[0]!.error.message).toMatch(/leads on to http:\/\/www\.elsewhere\.example\//);
});

it('raw bytes in a Location, and a gzip body with a tail', async () => {
  const zipped = Buffer.concat([gzipSync(articlePage()), Buffer.from('<!-- cached -->')]);
  site.pages['/a.html'] = (_, response) => {
    response.socket!.end(
      Buffer.from(
        'HTTP/1.1 302 Found\r\nLocation: /报告.html\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
      ),
    );
    return undefined;
  };
  site.pages[`/${encodeURIComponent('报告')}.html`] = {
    headers: { 'content-encoding': 'gzip' },
    body: zipped,
  };
  const { parsed, failed } = await crawl('/a.html');
  expect(failed).toEqual([]);
  expect(parsed).toHaveLength(1);
});
