import { describe, expect, test } from 'vitest';
import { cleanPage } from './clean-page.ts';

const clean = (html: string, refresh?: string) =>
  cleanPage({
    bytes: Buffer.from(html),
    url: 'http://www.yunling.example/zw/a.html',
    ...(refresh ? { refresh } : {}),
  });
const real = 'http://www.yunling.example/real/1.html';

describe('a page that says nothing leads on', () => {
  test.each([
    [
      'a refresh',
      '<html><head><meta http-equiv="refresh" content="0; url=/real/1.html"></head><body></body></html>',
    ],
    ['without url=', '<meta http-equiv="refresh" content="3;/real/1.html">'],
    [
      'with words',
      `<head><meta content="0;URL='../real/1.html'" http-equiv=Refresh></head><body>正在跳转……</body>`,
    ],
    ['in a noscript', '<noscript><META http-equiv="refresh" content="0;URL=/real/1.html"></noscript>'],
    ['a script', '<html><body><script>location.href="/real/1.html";</script></body></html>'],
    ['window.location', "<script>window.location = '/real/1.html'</script>"],
    [
      'replace, later',
      '<script>setTimeout(function(){ top.location.replace("/real/1.html") }, 100)</script>',
    ],
    ['assign', '<script>self.location.assign("/real/1.html")</script>'],
    [
      'a frameset',
      '<head><title>政府工作报告</title></head><frameset rows="80,*"><frame src="/real/1.html"></frameset>',
    ],
    [
      'a frame',
      '<head><title>报告</title></head><body><div>首页 &gt; 报告</div><iframe src="/real/1.html" width="100%"></iframe></body>',
    ],
    [
      'a frame of the same site',
      '<body><iframe src="http://zwgk.yunling.example/real/1.html"></iframe></body>',
    ],
  ])('%s', (_, html) => {
    const page = clean(html);
    expect(page.role).toBe('empty');
    expect(page.flags).toContain('leads-on');
    expect(page.leads.map((l) => l.replace('zwgk.', 'www.'))).toEqual([real]);
  });

  test('by a header', () => {
    expect(clean('<html><body></body></html>', '0; url=/real/1.html').leads).toEqual([real]);
  });

  test.each([
    ['to itself', '<meta http-equiv="refresh" content="0; url=/zw/a.html">'],
    ['after minutes', '<meta http-equiv="refresh" content="300; url=/real/1.html">'],
    ['in a frame of another site', '<body><iframe src="http://ads.example/1.html"></iframe></body>'],
    ['in a frame that nobody sees', '<body><iframe src="/count.html" width="0" height="0"></iframe></body>'],
    ['by a script that compares', '<script>if (location.href == "/real/1.html") go()</script>'],
  ])('but not %s', (_, html) => {
    expect(clean(html).leads).toEqual([]);
  });

  test('nor does a page with a text', () => {
    const text =
      '<p>全县地区生产总值完成130.5亿元，增长4.5%；一般公共预算收入6.52亿元，增长6.1%。</p>'.repeat(4);
    const page = clean(
      `<body><div id="zoom">${text}</div><iframe src="/real/1.html"></iframe><script>location.href="/m"</script></body>`,
    );
    expect(page).toMatchObject({ role: 'article', leads: [] });
  });
});

test('links that a script opens are links', () => {
  const rows = [1, 2, 3, 4].map(
    (n) =>
      `<li onclick="location.href='/r/${n}.html'">203${n}年云岭县政府工作报告</li><li><a href="javascript:window.open('/s/${n}.html')">203${n}年财政预算报告全文</a></li>`,
  );
  const { links } = clean(`<body><ul>${rows.join('')}</ul></body>`);
  expect(links.map((l) => new URL(l.url).pathname)).toEqual(
    [1, 2, 3, 4].flatMap((n) => [`/r/${n}.html`, `/s/${n}.html`]),
  );
  expect(links[0]!.title).toBe('2031年云岭县政府工作报告');
});

test('a page of scripts alone is HTML', () => {
  expect(clean('<script>var a = 1; document.write(a)</script>').articles).toEqual([]);
});
