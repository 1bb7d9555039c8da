import { describe, expect, test } from 'vitest';
import { cleanPage } from '../../clean-page.ts';
import { joinParts } from '../../join-parts.ts';
import { fixture } from '../../testing/fixture.ts';

const site = 'http://bbs.linjiang.example';
const clean = (name: string, path = '') => cleanPage(fixture(import.meta.url, name, `${site}/${path}`));

describe('a thread of Discuz! X in GBK', () => {
  const page = clean('x-thread-1.gbk.html', 'thread-5102-1-1.html');
  const [article] = page.articles;

  test('joins the floors of the opener into one text, a cut sentence put together', () => {
    expect(page.role).toBe('article');
    expect(page.posts).toBe(5);
    expect(article!.text).toContain('新增规上工业企业96家，城镇新增就业3.4万人，');
    expect(article!.text.startsWith('各位代表：\n现在，我代表市人民政府')).toBe(true);
    expect(article!.text.endsWith('社会消费品零售总额增长6%。')).toBe(true);
  });

  test.each([
    ['anti-copy spans', /jammer|w# r3|防采集/],
    ['edit notes', /最后由|编辑/],
    ['attachment tips', /下载附件|上传/],
    ['other posters', /麦田|12%|隔壁市|9%/],
    ['signatures', /走遍千山万水/],
    ['the thread furniture', /只看该作者|倒序浏览|举报|积分|登录|高亮|Powered/],
    ["the author's chatter", /未完待续/],
  ])('drops %s', (_, pattern) => {
    expect(article!.text).not.toMatch(pattern);
  });

  test("takes floor 1's author and time, and the subject without its type", () => {
    expect(article).toMatchObject({
      title: '2031年临江市政府工作报告',
      author: '江北老船工',
      publishedAt: '2031-02-08T21:40:05+08:00',
      family: 'discuz',
      charset: { label: 'gb18030', reason: 'label gbk of the page' },
    });
  });

  test('names the further pages, nearest first, and its canonical address', () => {
    expect(page.continuations).toEqual([
      { url: `${site}/thread-5102-2-1.html`, kind: 'floor-page' },
      { url: `${site}/thread-5102-3-1.html`, kind: 'floor-page' },
    ]);
    expect(page.canonical).toBe(`${site}/thread-5102-1-1.html`);
  });

  test('page 2 is joined by author', () => {
    const second = clean('x-thread-2.gbk.html', 'thread-5102-2-1.html');
    expect(second.articles.map((a) => a.author)).toEqual(['过路客', '江北老船工']);
    const joined = joinParts([
      { url: `${site}/thread-5102-1-1.html`, cleaned: page },
      { url: `${site}/thread-5102-2-1.html`, cleaned: second },
    ]);
    expect(joined.text.endsWith('三、重点工作\n全年新建高标准农田4.2万亩，改造老旧小区57个。')).toBe(true);
    expect(joined.text).not.toContain('坐等更新');
    expect(joined.parts.map((p) => p.ordinal)).toEqual([1, 2]);
  });
});

test('a thread in which the opener only asks is kept whole', () => {
  const page = clean('conversation.html', 'thread-1-1-1.html');
  expect(page.articles[0]!.flags).toContain('conversation');
  expect(page.articles[0]!.text).toContain('过去一年全市经济平稳运行');
});

test('a board lists its threads and its next pages', () => {
  const page = clean('x-board.gbk.html', 'forum-41-1.html');
  expect(page.role).toBe('list');
  expect(page.articles).toEqual([]);
  expect(page.posts).toBe(3);
  expect(page.listing).toMatchObject({ title: '江北论坛', flags: ['list'] });
  expect(page.next).toEqual([`${site}/forum-41-2.html`, `${site}/forum-41-3.html`]);
  const threads = page.links.filter((l) => l.kind === 'article').map((l) => l.title);
  expect(threads).toEqual(['2031年临江市政府工作报告', '2031年临江市江北区政府工作报告', '周末去哪儿钓鱼']);
});

test.each([
  ['archiver-thread.html', '2031年临江市政府工作报告', '江北老船工', '2031-02-08T21:40:05+08:00', 3],
  ['touch-thread.html', '2031年临江市政府工作报告', '江北老船工', '2031-02-08T21:40:05+08:00', 2],
])('%s: the same text in another template', (name, title, author, publishedAt, posts) => {
  const page = clean(name);
  expect(page.articles[0]).toMatchObject({ title, author, publishedAt });
  expect(page.posts).toBe(posts);
  expect(page.articles[0]!.text).toBe(
    '各位代表：\n过去一年，全市地区生产总值增长5.7%。\n\n城镇新增就业3.4万人。',
  );
});

test('Discuz! 7', () => {
  const [article] = clean('seven-thread.gbk.html', 'viewthread.php?tid=77').articles;
  expect(article).toMatchObject({
    title: '2008年临江市政府工作报告',
    author: '老码头',
    publishedAt: '2008-02-20T09:12:00+08:00',
    text: '各位代表：\n2007年，全市生产总值完成402亿元，增长14.1%。\n财政总收入突破50亿元。',
  });
});

test('a portal article', () => {
  const [article] = clean('portal-article.html', 'article-9-1.html').articles;
  expect(article).toMatchObject({
    title: '2031年临江市政府工作报告解读',
    author: '时政编辑部',
    publishedAt: '2031-02-10T08:30:00+08:00',
    text: '报告提出，2031年全市地区生产总值增长5.5%左右。\n\n民生怎么干\n\n全年改造老旧小区57个，新增公办幼儿园学位3600个。',
  });
});

test('a board that asks for a login is no empty thread', () => {
  expect(clean('no-permission.html')).toMatchObject({ role: 'blocked', flags: ['login'], articles: [] });
});
