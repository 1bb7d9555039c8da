import { describe, expect, test } from 'vitest';
import { cleanPage } from '../clean-page.ts';
import { MAX_LINKS } from '../links.ts';

const clean = (head: string, body: string) =>
  cleanPage({
    bytes: new TextEncoder().encode(`<html><head><title>${head}</title></head><body>${body}</body></html>`),
    url: 'http://zx.example/a/index.html',
  });
const numbers = [1, 2, 3, 4, 5];
const summary =
  '市人民政府召开专题会议，听取重点项目建设情况汇报，强调要抓好进度和质量，推动经济持续向好。会议还研究了其他事项...';
const side = Array.from(
  { length: 12 },
  (_, i) => `<li><a href="/a/2031/0101/${i}.html">临江市第${i}批重点项目开工</a></li>`,
).join('');

describe('lists that look like prose', () => {
  test.each([
    [
      'titles with a summary each',
      (i: number) =>
        `<li>[<a href="/a/">要闻</a>] <a href="/a/2031/0211/${i}.html">临江港第${i}期工程开工</a> <span>日期：2031-02-11 点击：7</span><p>${summary}</p></li>`,
    ],
    [
      'titles and dates by turns',
      (i: number) =>
        `<li><p><a href="/zt/arc-211${i}.html">临江港第${i}期工程开工！总投资二十三亿元</a></p><span>2031-02-11 10:00:0${i}</span></li>`,
    ],
    [
      'a link around title and summary',
      (i: number) =>
        `<div><a href="/n/2031/0211/${i}.html"><h3>临江港第${i}期工程开工</h3><p>${summary}</p></a></div>`,
    ],
  ])('%s', (_, entry) => {
    const page = clean('要闻_临江在线', `<div class="list"><ul>${numbers.map(entry).join('')}</ul></div>`);
    expect(page).toMatchObject({ role: 'list', posts: 5, articles: [] });
    expect(page.listing!.title).toBe('要闻');
  });

  test('a short news text beside many links is a text', () => {
    const text =
      '1月5日，临江港全年吞吐量突破1亿吨，比上年增长8.1%，创历史新高，港口从业人员达到3.2万人，同比增加1200人，新开辟近洋航线三条。';
    const page = clean(
      '临江港年吞吐量首破亿吨_临江在线',
      `<h1>临江港年吞吐量首破亿吨</h1><p>2031-01-05 来源：临江日报</p><div class="content"><p>${text}</p></div><ul class="side">${side}</ul>`,
    );
    expect(page.role).toBe('article');
    expect(page.articles[0]).toMatchObject({ title: '临江港年吞吐量首破亿吨', text });
  });

  test('titles below a text do not make it a list', () => {
    const text = '全市地区生产总值增长5.7%，一般公共预算收入增长4.2%，城镇新增就业3.4万人。';
    const more = '居民人均可支配收入增长6.1%，粮食总产稳定在56万吨，空气质量优良天数比例达到85%。';
    const page = clean(
      '临江市2031年主要指标公布',
      `<div class="content"><p>${text}</p><p>${more}</p><ul>${side}</ul></div>`,
    );
    expect(page.role).toBe('article');
  });
});

test('a title that only the line above the date line gives', () => {
  const page = clean(
    '临江在线',
    '<h1>临江在线</h1><table><tr><td><div>云岭县二〇三一年工作报告</div><div>时间：2031-02-18 来源：临江日报</div></td></tr></table>' +
      `<div class="content"><p>各位代表：全县粮食总产21.5万吨，增长1.2%，城镇新增就业1.4万人。</p><p>${summary}</p></div>`,
  );
  expect(page.articles[0]!.title).toBe('云岭县二〇三一年工作报告');
});

test('a pager without a box of its own is followed', () => {
  const page = clean(
    '云岭县工作报告',
    `<td id="text"><p>${summary}${summary}</p><p align="center"><b>1</b> <a href="9_2.html">2</a> <a href="9_2.html">下一页</a></p></td>`,
  );
  expect(page.continuations).toEqual([{ url: 'http://zx.example/a/9_2.html', kind: 'page' }]);
});

test('a page of endless links gives the first ones and says so', () => {
  const links = Array.from(
    { length: MAX_LINKS + 100 },
    (_, i) => `<a href="/a/${i}.html">第${i}号公告全文</a>`,
  );
  const page = clean('公告', `<p>${links.join('<br>')}</p>`);
  expect(page.links.length).toBeLessThanOrEqual(MAX_LINKS);
  expect(page.flags).toContain('links-capped');
});

test('a list whose entries a script takes out of records', () => {
  const records = numbers
    .map(
      (i) =>
        `<record><![CDATA[<li><a href="/art/2031/2/${i}/art_12_90${i}.html">临江港第${i}期工程开工建设</a><span>2031-02-11</span></li>]]></record>`,
    )
    .join('');
  const page = clean(
    '临江市人民政府 政府工作报告',
    `<div id="412"><script type="text/xml"><datastore><nextgroup></nextgroup><recordset>${records}</recordset></datastore></script></div>`,
  );
  expect(page).toMatchObject({ role: 'list', posts: 5 });
});

test('a pager that a script draws, of a list and of a text', () => {
  const script = (pages: number, current: number, name: string) =>
    `<script>function createPageHTML(_nPageCount, _nCurrIndex, _sPageName, _sPageExt) {} createPageHTML(${pages}, ${current}, "${name}", "html");</script>`;
  const entries = numbers.map((i) => `<li><a href="t2031021${i}_9.html">临江港第${i}期工程开工建设</a></li>`);
  expect(clean('要闻', `<ul>${entries.join('')}</ul>${script(3, 0, 'index')}`).next).toEqual([
    'http://zx.example/a/index_1.html',
    'http://zx.example/a/index_2.html',
  ]);
  const text = `<div class="TRS_Editor"><p>${summary}${summary}</p></div>`;
  expect(clean('云岭县工作报告', `${text}${script(3, 1, 't20310218_9')}`).continuations).toEqual([
    { url: 'http://zx.example/a/t20310218_9_2.html', kind: 'page' },
  ]);
});

test('how many threads there are is not which page this is', () => {
  const page = clean(
    '要闻 -  临江社区 -  Powered by Discuz!',
    `<div class="pages"><em>&nbsp;82&nbsp;</em><strong>1</strong><a href="forum-2-2.html">2</a></div>
     ${numbers.map((i) => `<tbody id="normalthread_${i}"><tr><th><span id="thread_${i}"><a href="thread-${i}-1-1.html">临江港第${i}期工程开工</a></span></th></tr></tbody>`).join('')}`,
  );
  expect(page).toMatchObject({ role: 'list', posts: 5, next: ['http://zx.example/a/forum-2-2.html'] });
});

test('a board of version 5: threads and not the last replies to them', () => {
  const page = clean(
    '要闻 临江社区 - powered by Discuz! Board',
    `<table>${numbers.map((i) => `<tr><td class="f_title"><a href="viewthread.php?tid=${i}">临江港第${i}期工程开工</a></td><td class="f_last"><a href="redirect.php?tid=${i}&goto=lastpost">2031-2-19 10:00</a></td></tr>`).join('')}</table>
     <div class="p_bar"><a class="p_total">82</a><a class="p_curpage">1</a><a href="forumdisplay.php?fid=2&page=2" class="p_num">2</a></div>`,
  );
  expect(page).toMatchObject({
    role: 'list',
    posts: 5,
    next: ['http://zx.example/a/forumdisplay.php?fid=2&page=2'],
  });
});
