import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl } from './canonical.ts';

const thread = 'http://bbs.example.cn/forum.php?mod=viewthread&tid=123';
const board = 'http://bbs.example.cn/forum.php?mod=forumdisplay&fid=2';

describe('canonicalUrl, general', () => {
  it.each([
    ['HTTP://WWW.Example.CN:80/A/b.html#top', 'http://www.example.cn/A/b.html'],
    ['https://user:pw@example.cn:443', 'https://example.cn/'],
    ['http://example.cn./a', 'http://example.cn/a'],
    ['http://example.cn:8080/a', 'http://example.cn:8080/a'],
    ['http://example.cn/a/../b/./c', 'http://example.cn/b/c'],
    ['http://example.cn/%7euser/%e6%8a%a5', 'http://example.cn/~user/%E6%8A%A5'],
    ['http://example.cn/列表', 'http://example.cn/%E5%88%97%E8%A1%A8'],
    ['http://example.cn/a?', 'http://example.cn/a'],
    ['http://example.cn/a?b=2&a=1', 'http://example.cn/a?a=1&b=2'],
    ['http://example.cn/a?b=1&amp;c=2', 'http://example.cn/a?b=1&c=2'],
    ['http://example.cn/s?wd=%b1%a8%b8%e6', 'http://example.cn/s?wd=%B1%A8%B8%E6'],
    ['http://example.cn/a?utm_source=x&id=7&from=topnav&spm=1.2', 'http://example.cn/a?id=7'],
    ['http://example.cn/a?PHPSESSID=abc&id=7&sid=Ab3dEf', 'http://example.cn/a?id=7'],
    ['http://example.cn/a;jsessionid=9F?id=7', 'http://example.cn/a?id=7'],
    ['http://example.cn/(S(abcdefghij0123456789abcd))/a.aspx', 'http://example.cn/a.aspx'],
    ['http://example.cn/a?t=1670000000000&x=1', 'http://example.cn/a?x=1'],
    ['http://example.cn/zwgk/index.html', 'http://example.cn/zwgk/'],
    ['http://example.cn/zwgk/index.shtml?from=x', 'http://example.cn/zwgk/'],
    ['http://example.cn/default.aspx', 'http://example.cn/'],
  ])('%s', (given, wanted) => expect(canonicalUrl(given)).toBe(wanted));

  it.each([
    ['a start row', 'http://example.cn/list?from=20'],
    ['a site id', 'http://example.cn/list?sid=12'],
    ['an index page with a query', 'http://example.cn/index.php?id=3'],
    ['a numbered index page', 'http://example.cn/index_2.html'],
    ['the first page of an unknown system', 'http://example.cn/list?page=1'],
  ])('keeps %s', (_, url) => expect(canonicalUrl(url)).toBe(url));

  it('resolves against the page', () => {
    expect(canonicalUrl('../c.html?x=1#y', 'http://example.cn/a/b/')).toBe('http://example.cn/a/c.html?x=1');
    expect(canonicalUrl('//cdn.example.cn/a', 'https://example.cn/')).toBe('https://cdn.example.cn/a');
  });

  it.each([
    'javascript:;',
    'mailto:a@b.cn',
    'ftp://example.cn/a',
    'http://',
    '',
    `http://e.cn/${'a'.repeat(5000)}`,
  ])('is null for %.40s', (url) => expect(canonicalUrl(url)).toBeNull());
});

describe('canonicalUrl, families', () => {
  it.each([
    'thread-123-1-1.html',
    'thread-123-1-9.html',
    'forum.php?mod=viewthread&tid=123',
    'forum.php?tid=123&extra=page%3D1&mod=viewthread',
    'forum.php?mod=viewthread&tid=123&page=1&mobile=2',
    'forum.php?mod=viewthread&tid=123&highlight=%B1%A8&from=space&_dsign=0a1b',
    'viewthread.php?tid=123&extra=page%3D1',
    'archiver/?tid-123.html',
    'archiver/tid-123.html',
    'archiver/index.php?tid-123.html',
  ])('Discuz! thread: %s', (link) => expect(canonicalUrl(link, 'http://bbs.example.cn/')).toBe(thread));

  it.each(['thread-123-4-1.html', 'forum.php?page=4&mod=viewthread&tid=123', 'archiver/tid-123-4.html'])(
    'Discuz! page 4 of a thread: %s',
    (link) => expect(canonicalUrl(link, 'http://bbs.example.cn/')).toBe(`${thread}&page=4`),
  );

  it.each([
    'forum-2-1.html',
    'forum.php?mod=forumdisplay&fid=2&page=1',
    'archiver/?fid-2.html',
    'forumdisplay.php?fid=2',
  ])('Discuz! board: %s', (link) => expect(canonicalUrl(link, 'http://bbs.example.cn/')).toBe(board));

  it('keeps a board in its folder and named boards', () => {
    expect(canonicalUrl('http://a.cn/bbs/thread-5-2-1.html')).toBe(
      'http://a.cn/bbs/forum.php?mod=viewthread&tid=5&page=2',
    );
    expect(canonicalUrl('http://a.cn/forum-news-3.html')).toBe(
      'http://a.cn/forum.php?mod=forumdisplay&fid=news&page=3',
    );
  });

  it('does not take a redirect or a reply form for a thread', () => {
    const redirect = 'http://a.cn/forum.php?goto=findpost&mod=redirect&pid=9&ptid=5';
    expect(canonicalUrl(redirect)).toBe(redirect);
    expect(canonicalUrl('http://a.cn/forum.php?mod=post&action=reply&fid=2&tid=5')).toContain('mod=post');
  });

  it.each([
    ['http://a.cn/article-35-1.html', 'http://a.cn/portal.php?mod=view&aid=35'],
    ['http://a.cn/plus/view.php?aid=5&pageno=2', 'http://a.cn/plus/view.php?aid=5&pageno=2'],
    ['http://a.cn/plus/view.php?arcID=5', 'http://a.cn/plus/view.php?aid=5'],
    ['http://a.cn/plus/list.php?tid=3&TotalResult=99&PageNo=2', 'http://a.cn/plus/list.php?tid=3&PageNo=2'],
    ['http://a.cn/show-9-41-2.html', 'http://a.cn/index.php?m=content&c=index&a=show&catid=9&id=41&page=2'],
    [
      'http://a.cn/index.php?id=41&catid=9&a=show&c=index&m=content',
      'http://a.cn/index.php?m=content&c=index&a=show&catid=9&id=41',
    ],
    [
      'http://a.cn/?m=content&c=index&a=lists&catid=9',
      'http://a.cn/index.php?m=content&c=index&a=lists&catid=9',
    ],
    ['http://a.cn/list-9-1.html', 'http://a.cn/index.php?m=content&c=index&a=lists&catid=9'],
  ])('%s', (given, wanted) => expect(canonicalUrl(given)).toBe(wanted));
});

describe('canonicalUrl, laws', () => {
  const word = fc.constantFrom(
    'a',
    'index.html',
    'thread-1-2-1.html',
    '%7e',
    '%B1',
    'forum.php',
    'archiver',
    '.',
    ';jsessionid=1',
    'show-1-2-1.html',
    '%2e%2E',
    '',
  );
  const name = fc.constantFrom(
    'mod',
    'tid',
    'page',
    'sid',
    'utm_a',
    'x',
    'aid',
    'from',
    'id',
    'catid',
    'm',
    '%6d',
  );
  const value = fc.constantFrom('viewthread', '1', '2', 'Ab3dEf', 'show', '%e4', '', 'a+b', 'content');
  const query = fc.uniqueArray(fc.tuple(name, value), { selector: ([n]) => n, maxLength: 6 });
  const parts = fc.record({ path: fc.array(word, { maxLength: 5 }), query });
  const write = (path: string[], q: [string, string][]) =>
    `http://Example.cn/${path.join('/')}?${q.map(([n, v]) => `${n}=${v}`).join('&')}`;

  it('is idempotent', () => {
    fc.assert(
      fc.property(parts, ({ path, query }) => {
        const once = canonicalUrl(write(path, query));
        expect(canonicalUrl(once!)).toBe(once);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = canonicalUrl(url);
        expect(canonicalUrl(once!)).toBe(once);
      }),
    );
  });

  it('does not mind the order of parameters', () => {
    fc.assert(
      fc.property(parts, fc.nat(), ({ path, query }, turn) => {
        const at = query.length ? turn % query.length : 0;
        const turned = [...query.slice(at), ...query.slice(0, at)].reverse();
        // `%6d` is `m`: two spellings of one name are one name
        fc.pre(!(query.some(([n]) => n === 'm') && query.some(([n]) => n === '%6d')));
        expect(canonicalUrl(write(path, turned))).toBe(canonicalUrl(write(path, query)));
      }),
      { numRuns: 1000 },
    );
  });
});
