import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanFile, cleanPage } from './clean-page.ts';
import { UnreadablePageError } from './errors.ts';
import { cleanerVersion } from './version.ts';

const utf8 = (s: string) => new TextEncoder().encode(s);
const sentence = '各位代表：现在，我代表市人民政府，向大会作工作报告，请予审议。';

describe('bad input', () => {
  test('nothing is nothing', () => {
    expect(cleanPage({ bytes: new Uint8Array() })).toMatchObject({ role: 'empty', flags: ['empty-body'] });
    expect(cleanFile({ bytes: new Uint8Array(), file: 'a.html' })[0]).toMatchObject({
      file: 'a.html',
      text: '',
      flags: ['empty', 'empty-body'],
    });
  });

  test.each([
    ['a PDF', '%PDF-1.7'],
    ['a ZIP archive', 'PK\u0003\u0004'],
    ['a GIF', 'GIF89a'],
  ])('%s is refused by name', (_, head) => {
    expect(() => cleanPage({ bytes: utf8(`${head} and more`), url: 'http://x.example/a' })).toThrow(
      UnreadablePageError,
    );
  });

  test.each([
    ['100,000 nested boxes', `${'<div>'.repeat(100_000)}${sentence}`],
    [
      '100,000 nested and closed boxes, then more text',
      `${'<div>'.repeat(100_000)}${sentence}${'</div>'.repeat(100_000)}`,
    ],
    ['nested tables', `${'<table><tr><td>'.repeat(50_000)}${sentence}`],
    ['end tags that nobody opened', `${'<b>'.repeat(50_000)}${sentence}${'</i>'.repeat(50_000)}`],
    ['an attribute without an end', `<p>${sentence}</p><p class="${'x'.repeat(100_000)}`],
  ])('%s neither overflows nor hangs', (_, html) => {
    expect(cleanPage({ bytes: utf8(html) }).articles[0]!.text).toContain(sentence);
  });

  test('a post of 70,000 lines keeps each of them', () => {
    const lines = Array.from({ length: 70_000 }, (_, i) => `第${i}项`);
    const html = `<div id="postlist"><div id="post_1"><td class="t_f" id="postmessage_1">${lines.join('<br />\r\n')}</td></div></div>`;
    expect(cleanPage({ bytes: utf8(html), family: 'discuz' }).articles[0]!.text).toBe(lines.join('\n'));
  });

  test('any bytes give a result or an UnreadablePageError', () => {
    const markup = fc.array(
      fc.oneof(
        fc.constantFrom(
          '<p>',
          '</p>',
          '<div class="content">',
          '</div>',
          '<table><tr><td>',
          '</td></tr></table>',
          '<br>',
          '<a href="x.html">',
          '</a>',
          '<li>',
          '<script>',
          '</script>',
          '<title>',
          '<!--',
          '-->',
          '&nbsp;',
          sentence,
          '下转2版',
          '2031-01-02 03:04',
        ),
        fc.string(),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(
        markup,
        fc.constantFrom(undefined, 'discuz', 'gov', 'epaper', 'cms', 'text'),
        (parts, family) => {
          const cleaned = cleanPage({
            bytes: utf8(parts.join('')),
            ...(family ? { family: family as 'gov' } : {}),
          });
          for (const article of cleaned.articles) expect(article.text).toBe(article.text.trim());
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('the same bytes give the same result', () => {
  const input = {
    bytes: utf8(`<html><body><h1>报告</h1><p>${sentence}</p></body></html>`),
    url: 'http://x.example/1.html',
  };
  expect(cleanPage(input)).toEqual(cleanPage(input));
});

test('text that only script would show is read where nothing else is there', () => {
  const html = `<html><body><div id="content" style="display:none"><p>${sentence}</p><p>${sentence}</p></div></body></html>`;
  expect(cleanPage({ bytes: utf8(html) }).articles[0]!.text).toContain(sentence);
});

test('the version names code, rules and libraries', () => {
  expect(cleanerVersion()).toMatch(/^[0-9a-f]{12}(-[0-9a-f]{12}){2}$/);
});

describe('a list of one entry', () => {
  const list = (foot: string) =>
    utf8(`<html><head><title>政府工作报告_市人民政府</title></head><body>
<ul class="list"><li><a href="t2.html">某市2020年政府工作报告</a><span>2020-01-20</span></li></ul>
<div class="page"><a href="index.html">1</a><span>2</span><a href="index_2.html">下一页</a></div>
<div class="footer"><p>${foot}</p></div></body></html>`);

  test.each([
    '主办：市人民政府办公室　网站标识码：0000000000',
    '承办：市大数据局　备案号：某公网安备00号',
    '主办单位：市政府',
  ])('is no article made of the page foot %s, and its pager leads on', (foot) => {
    const page = cleanPage({ bytes: list(foot), url: 'http://x.example/gk/index_1.html' });
    expect(page.articles.map((a) => a.text)).toEqual([]);
    expect(page.links.map((l) => l.title)).toContain('某市2020年政府工作报告');
    expect(page.next).toEqual(['http://x.example/gk/index_2.html']);
  });
});
