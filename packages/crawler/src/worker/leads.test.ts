import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { EmptyPageError } from './errors.ts';
import { useSite } from './testing/one-site.ts';
import { articlePage } from './testing/site.ts';

const given = useSite();
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
  given.site.pages['/a.html'] = page;
  given.site.pages['/real.html'] = articlePage();
  const { parsed, failed } = await given.crawl('/a.html');
  expect(failed).toEqual([]);
  expect(parsed.map((p) => p.page)).toEqual([given.site.url('/real.html')]);
});

it('keeps out of what robots.txt asks to leave alone', async () => {
  given.site.pages['/robots.txt'] = {
    headers: { 'content-type': 'text/plain' },
    body: 'User-agent: *\nDisallow: /real',
  };
  given.site.pages['/a.html'] = refresh('/real.html');
  given.site.pages['/real.html'] = articlePage();
  const { parsed } = await given.crawl('/a.html');
  expect(parsed).toEqual([]);
  expect(given.site.paths()).toEqual(['/a.html']);
});

it('ends where pages lead on to each other, and names where they lead', async () => {
  for (let n = 0; n < 20; n++) given.site.pages[`/${n}.html`] = refresh(`/${n + 1}.html`);
  const { failed } = await given.crawl('/0.html');
  expect(given.site.paths().length).toBeLessThan(8);
  expect(failed[0]!.error).toBeInstanceOf(EmptyPageError);
  expect(failed[0]!.error.message).toMatch(/leads on to .*\/6\.html/);
});

it("leaves other sites alone where a source's page leads there, and says so", async () => {
  given.site.pages['/a.html'] = refresh('http://www.elsewhere.example/');
  const { failed } = await given.crawl('/a.html');
  expect(failed[0]!.error.message).toMatch(/leads on to http:\/\/www\.elsewhere\.example\//);
});

it('raw bytes in a Location, and a gzip body with a tail', async () => {
  const zipped = Buffer.concat([gzipSync(articlePage()), Buffer.from('<!-- cached -->')]);
  given.site.pages['/a.html'] = (_, response) => {
    response.socket!.end(
      Buffer.from(
        'HTTP/1.1 302 Found\r\nLocation: /报告.html\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
      ),
    );
    return undefined;
  };
  given.site.pages[`/${encodeURIComponent('报告')}.html`] = {
    headers: { 'content-encoding': 'gzip' },
    body: zipped,
  };
  const { parsed, failed } = await given.crawl('/a.html');
  expect(failed).toEqual([]);
  expect(parsed).toHaveLength(1);
});
