import { describe, expect, test } from 'vitest';
import { cleanPage } from '../clean-page.ts';
import { joinParts } from '../join-parts.ts';
import { fixture } from '../testing/fixture.ts';
import { resolveJump } from './jump.ts';

const clean = (name: string, url: string) => cleanPage(fixture(import.meta.url, name, url));

describe('DedeCMS', () => {
  const first = clean('dedecms-1.gbk.html', 'http://wk.example/fanwen/2031/0211/8812.html');

  test('text, title, author, date and source; neighbours and side boxes left out', () => {
    expect(first.articles[0]).toMatchObject({
      family: 'cms',
      title: '2031年临江市政府工作报告全文',
      author: '李文澜',
      publishedAt: '2031-02-11T16:05:00+08:00',
      origin: '临江日报',
      charset: { label: 'gb18030' },
    });
    expect(first.articles[0]!.text).not.toMatch(/上一篇|推荐内容|当前位置|点击|共2页/);
  });

  test('page 2 continues the sentence of page 1', () => {
    expect(first.continuations).toEqual([
      { url: 'http://wk.example/fanwen/2031/0211/8812_2.html', kind: 'page' },
    ]);
    const second = clean('dedecms-2.gbk.html', first.continuations[0]!.url);
    const joined = joinParts([
      { url: 'http://wk.example/fanwen/2031/0211/8812.html', cleaned: first },
      { url: first.continuations[0]!.url, cleaned: second },
    ]);
    expect(joined.title).toBe('2031年临江市政府工作报告全文');
    expect(joined.text).toBe(
      '各位代表：\n\n2030年，全市地区生产总值达到1862.4亿元，增长5.7%；外贸进出口总额增长8.1%。\n\n' +
        '全年实施亿元以上项目214个，完成投资396亿元。\n\n2031年，力争规上工业增加值增长7%，粮食总产稳定在56万吨以上。',
    );
  });
});

test('PHPCMS: date and source in the heading are no title', () => {
  expect(clean('phpcms.html', 'http://news.example/html/szyw/2031/0106/77.html').articles[0]).toMatchObject({
    title: '临江市召开经济工作会议',
    author: '周远航',
    publishedAt: '2031-01-06T09:20:11+08:00',
    origin: '临江日报',
  });
});

test('WordPress: table rows and list items are lines, comments and sharing are gone', () => {
  const [article] = clean('wordpress.html', 'https://jc.example/31').articles;
  expect(article!.text).toBe(
    '到2035年，全市常住人口城镇化率达到72%。\n\n主要指标\n\n指标\t2030年\t2035年\n地区生产总值（亿元）\t1862.4\t2450\n' +
      '研发投入强度（%）\t2.8\t3.3\n\n新增高速公路里程120公里\n建成5G基站4000个\n\n以上数据来自公开文件。',
  );
  expect(article).toMatchObject({ author: '乔江', publishedAt: '2031-03-02T10:15:00+08:00' });
});

test('a government portal: the day of the session stays, files are listed, furniture goes', () => {
  const [article] = clean(
    'gov-article.html',
    'http://www.linjiang.example/zwgk/gzbg/t20310212_9.html',
  ).articles;
  expect(article).toMatchObject({
    family: 'gov',
    title: '2031年临江市人民政府工作报告',
    publishedAt: '2031-02-12T17:30:00+08:00',
    origin: '临江市人民政府办公室',
    site: '临江市人民政府',
    attachments: [
      { url: 'http://www.linjiang.example/zwgk/gzbg/W020310212.pdf', title: '1.名词解释' },
      { url: 'http://www.linjiang.example/zwgk/gzbg/W020310213.docx', title: '2.民生实事清单' },
    ],
  });
  expect(article!.text.startsWith('——2031年2月6日在临江市第十届人民代表大会第二次会议上\n\n市长 陈 望')).toBe(
    true,
  );
  expect(article!.text).toContain('地区生产总值\t5.5%左右\n城镇新增就业\t3.2万人');
  expect(article!.text).not.toMatch(/打印|扫一扫|索 引 号|浏览次数|标识码/);
});

test('a list of a portal: titles in full, next pages', () => {
  const page = clean('gov-list.html', 'http://www.linjiang.example/zwgk/gzbg/');
  expect(page).toMatchObject({ role: 'list', posts: 7, articles: [] });
  expect(page.links.find((l) => l.kind === 'article')).toEqual({
    url: 'http://www.linjiang.example/zwgk/gzbg/t20310112_101.html',
    title: '临江市人民政府二〇三一年工作报告及计划草案',
    kind: 'article',
  });
  expect(page.next).toEqual([
    'http://www.linjiang.example/zwgk/gzbg/index_1.html',
    'http://www.linjiang.example/zwgk/gzbg/index_2.html',
  ]);
});

describe('an e-paper', () => {
  const base = 'http://epaper.linjiang.example/html/2031-02/07/';
  const front = clean('epaper-article.html', `${base}content_5002.html`);

  test('title, author and date of the newspaper', () => {
    expect(front.articles[0]).toMatchObject({
      family: 'epaper',
      title: '政府工作报告',
      author: '陈望',
      publishedAt: '2031-02-07',
      flags: ['continues-elsewhere'],
    });
  });

  test('下转第二版 leads over the page to the article that goes on', () => {
    expect(front.continuations).toEqual([{ url: `${base}node_02.html`, kind: 'jump' }]);
    const list = clean('epaper-page.html', `${base}node_02.html`);
    expect(list.role).toBe('list');
    const target = resolveJump(list, front.articles[0]!);
    expect(target).toBe(`${base}content_5010.html`);
    const joined = joinParts([
      { url: `${base}content_5002.html`, cleaned: front },
      { url: target!, cleaned: clean('epaper-continued.html', target!) },
    ]);
    expect(joined.text).toContain('全年新开工项目173个。');
    expect(joined.text).not.toMatch(/下转|上接/);
    expect(joined.flags).toEqual([]);
    expect(joined.title).toBe('政府工作报告');
  });
});

test('a news page of no known family', () => {
  const [article] = clean('news.html', 'http://zx.example/n/20310103/88.html').articles;
  expect(article).toMatchObject({
    family: 'generic',
    title: '临江港年吞吐量首破亿吨',
    author: '许岚',
    publishedAt: '2031-01-03T18:22:05+08:00',
    origin: '江海商报',
  });
  expect(article!.text.split('\n\n')).toHaveLength(3);
});

test.each([
  ['shell.html', 'shell', 'needs-rendering'],
  ['challenge.html', 'blocked', 'challenge'],
])('%s is recognised', (name, role, flag) => {
  expect(clean(name, 'http://x.example/')).toMatchObject({ role, flags: [flag], articles: [] });
});
