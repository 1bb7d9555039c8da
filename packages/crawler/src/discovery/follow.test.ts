import { Source, UsageError } from '@zhibiao/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { follow, type ListPage, type Progress, planFollowing } from './follow.ts';

const source = (more: object = {}) =>
  Source.parse({
    id: 'example',
    name: '示例市',
    start: ['http://www.example.gov.cn/zwgk/bg/'],
    title: '政府工作报告',
    ...more,
  });
const start: Progress = { depth: 0, remaining: 100, year: 2026 };
const page = (links: [string, string, ('article' | 'list' | 'other')?][], next: string[] = []): ListPage => ({
  url: 'http://www.example.gov.cn/zwgk/bg/index.html',
  links: links.map(([url, title, kind = 'article']) => ({ url, title, kind })),
  next,
});
const run = (p: ListPage, more: object = {}, progress: Partial<Progress> = {}) =>
  follow(p, planFollowing(source(more)), { ...start, ...progress });
const reasons = (p: ListPage, more: object = {}, progress: Partial<Progress> = {}) =>
  run(p, more, progress).leftOut.map((l) => l.reason);

describe('follow, articles', () => {
  it('follows what the title names, once, under its canonical address', () => {
    const decision = run(
      page([
        ['../t1.html?from=list', '2023年示例市政府工作报告'],
        ['http://www.example.gov.cn/zwgk/t1.html', '政府工作报告（再次）'],
        ['/zwgk/t2.html', '示例市概况'],
      ]),
    );
    expect(decision.articles).toEqual([
      {
        url: 'http://www.example.gov.cn/zwgk/t1.html',
        address: 'http://www.example.gov.cn/zwgk/t1.html?from=list',
        title: '2023年示例市政府工作报告',
        depth: 1,
      },
    ]);
    expect(decision.leftOut).toEqual([
      { url: 'http://www.example.gov.cn/zwgk/t2.html', title: '示例市概况', reason: 'title' },
    ]);
  });

  it('reads titles that are spaced out', () => {
    expect(run(page([['/a.html', '政 府  工 作 报 告']])).articles).toHaveLength(1);
  });

  it('wants the address to match as well, linked or canonical', () => {
    const p = page([
      ['/thread-1-1-1.html', '政府工作报告'],
      ['/thread-2-1-1.html', '政府工作报告'],
      ['/other.html', '政府工作报告'],
    ]);
    expect(run(p, { include: ['thread-1-', 'tid=2'] }).articles).toHaveLength(2);
    expect(reasons(p, { include: ['thread-1-', 'tid=2'] })).toEqual(['not-included']);
  });

  it('follows a link without a title only where include names it', () => {
    expect(run(page([['/bg/a.html', '']]), { include: ['/bg/'] }).articles).toHaveLength(1);
    expect(reasons(page([['/bg/a.html', '']]))).toEqual(['title']);
  });

  it('without a title pattern follows what the family knows as articles, and what include names', () => {
    const p = page([
      ['/a.html', 'A'],
      ['/b.html', 'B', 'other'],
    ]);
    expect(run(p, { title: undefined }).articles.map((a) => a.title)).toEqual(['A']);
    expect(reasons(p, { title: undefined })).toEqual(['no-article']);
    expect(run(p, { title: undefined, include: ['b\\.html'] }).articles.map((a) => a.title)).toEqual(['B']);
  });

  it.each([
    ['other-site', 'http://www.elsewhere.gov.cn/a.html'],
    ['noise', '/member.php?mod=logging&action=login'],
    ['noise', '/files/report.pdf'],
    ['noise', '/home.php?mod=space&uid=5'],
    ['noise', '/forum.php?mod=redirect&goto=lastpost&tid=5'],
    ['trap', '/x/x/x/1.html'],
    ['excluded', '/old/1.html'],
    ['not-http', 'javascript:;'],
    ['itself', './#top'],
  ])('leaves out, whatever the title: %s %s', (reason, url) => {
    expect(reasons(page([[url, '政府工作报告']]), { exclude: ['/old/'] })).toEqual([reason]);
  });

  it('takes another host of the same registrable domain, but not of the same public suffix', () => {
    const decision = run(
      page([
        ['http://fgw.example.gov.cn/a.html', '政府工作报告'],
        ['http://www.gov.cn/a.html', '政府工作报告'],
      ]),
    );
    expect(decision.articles.map((a) => a.url)).toEqual(['http://fgw.example.gov.cn/a.html']);
  });

  it('tells sites on addresses apart by their port', () => {
    const p = page([['http://127.0.0.1:2/a.html', '政府工作报告']]);
    expect(reasons(p, { start: ['http://127.0.0.1:1/'] })).toEqual(['other-site']);
  });
});

describe('follow, lists', () => {
  it('follows further pages at the same depth, and lists below the start', () => {
    const decision = run(page([['/zwgk/bg/2022/', '2022', 'list']], ['index_2.html']), {}, { depth: 3 });
    expect(decision.lists).toEqual([
      {
        url: 'http://www.example.gov.cn/zwgk/bg/index_2.html',
        address: 'http://www.example.gov.cn/zwgk/bg/index_2.html',
        title: '',
        depth: 3,
      },
    ]);
    expect(decision.leftOut.map((l) => l.reason)).toEqual(['depth']);
  });

  it('does not wander into other columns', () => {
    const p = page([
      ['/ywdt/', '要闻', 'list'],
      ['/zwgk/bg/2022/', '2022', 'list'],
    ]);
    expect(run(p).lists.map((l) => l.title)).toEqual(['2022']);
    expect(reasons(p)).toEqual(['outside-section']);
  });

  it('stays on the board where it started', () => {
    const boards: ListPage = {
      url: 'http://b.example.cn/forum-2-1.html',
      links: [{ url: 'forum-7-1.html', title: '灌水', kind: 'list' }],
      next: ['forum-2-2.html'],
    };
    const more = { start: ['http://b.example.cn/forum.php?mod=forumdisplay&fid=2'] };
    expect(run(boards, more).lists.map((l) => l.address)).toEqual(['http://b.example.cn/forum-2-2.html']);
    expect(run(boards, { start: ['http://b.example.cn/forum.php'] }).lists).toHaveLength(2);
  });
});

describe('follow, budget', () => {
  const link = fc.record({
    url: fc.constantFrom('/a.html', '/b.html', '/zwgk/bg/x/', '/zwgk/bg/y/', 'javascript:;', '/x/x/x/', './'),
    title: fc.constantFrom('政府工作报告', '其他'),
    kind: fc.constantFrom('article' as const, 'list' as const, 'other' as const),
  });

  it('loses no link: each distinct one is followed or left out with a reason', () => {
    fc.assert(
      fc.property(fc.array(link), fc.nat(6), (links, remaining) => {
        const p = { url: 'http://www.example.gov.cn/zwgk/bg/', links, next: [] };
        const { articles, lists, leftOut } = run(p, {}, { remaining });
        expect(articles.length + lists.length).toBeLessThanOrEqual(remaining);
        const told = new Set([...articles, ...lists, ...leftOut].map((x) => x.url));
        const http = links.filter((l) => !l.url.startsWith('javascript'));
        for (const l of http) expect(told).toContain(new URL(l.url, p.url).href);
      }),
    );
  });

  it('keeps articles before lists', () => {
    const p = page([['/a.html', '政府工作报告']], ['index_2.html']);
    const decision = run(p, {}, { remaining: 1 });
    expect(decision.articles).toHaveLength(1);
    expect(decision.leftOut.map((l) => l.reason)).toEqual(['budget']);
  });

  it('does not ask twice', () => {
    const p = page([['/a.html', '政府工作报告']], ['index_2.html']);
    expect(reasons(p, {}, { known: () => true })).toEqual(['known', 'known']);
  });
});

describe('planFollowing', () => {
  it.each([{ title: '(' }, { include: ['['] }, { exclude: ['*'] }, { title: '(?<=工作)报告' }])(
    'names the source of a pattern that cannot be used: %j',
    (more) => {
      expect(() => planFollowing(source(more))).toThrow(UsageError);
      expect(() => planFollowing(source(more))).toThrow(/example/);
    },
  );
});
