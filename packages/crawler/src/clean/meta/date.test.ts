import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPage } from '../clean-page.ts';
import { findDates, parseDate } from './date.ts';
import { splitDate } from './split-date.ts';

describe('dates', () => {
  it.each([
    ['2023-01-09 09:00+88:00', '2023-01-09T09:00:00+08:00'],
    ['2023-01-09 09:00-3000次浏览', '2023-01-09T09:00:00+08:00'],
    ['2023-01-09 09:00:00-1000次浏览', '2023-01-09T09:00:00+08:00'],
    ['2023-01-09 09:00-2023', '2023-01-09T09:00:00+08:00'],
    ['2023-01-09 09:00-10:30', '2023-01-09T09:00:00+08:00'],
    ['2023-01-09 09:00:00-10:30:00', '2023-01-09T09:00:00+08:00'],
    ['2023-01-09T09:00:00-05:00', '2023-01-09T22:00:00+08:00'],
    ['2023-01-09T01:00:00Z', '2023-01-09T09:00:00+08:00'],
    ['2023-01-09 09:00:00 +0800', '2023-01-09T09:00:00+08:00'],
    ['Jan 1, 275760', null],
    ['Mon, 01 Jan -271821 00:00:00 GMT', null],
    ['2023-02-30', null],
    ['20230230', null],
    ['t20230231_20230228.html', '2023-02-28'],
  ])('%s is %s', (text, iso) => expect(parseDate(text)).toBe(iso));

  const pieces = fc.constantFrom(
    ...[
      '2023',
      '1999',
      '-',
      '/',
      '年',
      '月',
      '日',
      '1',
      '31',
      '13',
      ' ',
      'T',
      '09:00',
      ':59',
      '+88:00',
      '-3000',
      'Z',
    ],
    ...['Jan', 'Mon, ', '275760', 'GMT', '次浏览', '-12:59', '+1400', '.', '上午', '99:99'],
  );
  /** Days that are nearly none, in every writing. */
  const near = fc
    .tuple(
      fc.integer({ min: 1890, max: 2110 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
      fc.constantFrom('', '-', '/', '.', '年'),
      fc.constantFrom('', '-', '/', '.', '月'),
      fc.constantFrom('', '日', 'T09:00:00Z', 'T23:59:59-12:00', ' 00:00:00', 'T00:00+14:00'),
      fc.boolean(),
    )
    .map(([year, month, day, first, second, tail, isPadded]) => {
      const two = (n: number) => String(n).padStart(isPadded ? 2 : 1, '0');
      return `${year}${first}${two(month)}${second}${two(day)}${tail}`;
    });
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join('')),
    near,
    fc.tuple(near, near).map((both) => both.join(' ')),
    fc.string({ unit: 'binary' }),
  );

  it('are read from any string as a real day, or not at all', () => {
    fc.assert(
      fc.property(text, (any) => {
        for (const iso of [parseDate(any), splitDate([any]), ...findDates(any).map((d) => d.iso)]) {
          if (iso === null) continue;
          expect(iso).toMatch(/^(19|20)\d\d-\d\d-\d\d(T\d\d:\d\d:\d\d\+08:00)?$/);
          const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
          expect(new Date(Date.UTC(year!, month! - 1, day)).getUTCDate()).toBe(day);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('and other fields of meta data never end a page', () => {
    const escaped = (s: string) => s.replace(/[&"<>]/g, (c) => `&#${c.charCodeAt(0)};`);
    fc.assert(
      fc.property(text, text, (a, b) => {
        const names = ['pubdate', 'PubDate', 'article:published_time', 'author', 'ContentSource', 'og:title'];
        const metas = names.map((n) => `<meta name="${n}" property="${n}" content="${escaped(a)}">`).join('');
        const json = `<script type="application/ld+json">{"datePublished":"${escaped(b)}","author":${b}</script>`;
        const html = `<html><head><title>${escaped(b)}</title>${metas}${json}<link rel="canonical" href="${escaped(a)}"></head>
          <body><h1>政府工作报告</h1><p>发布时间：${escaped(a)} 来源：${escaped(b)}</p><time datetime="${escaped(b)}">${escaped(a)}</time>
          <p>${'过去一年，地区生产总值增长5%以上。'.repeat(20)}</p></body></html>`;
        const { articles } = cleanPage({ bytes: Buffer.from(html), url: 'http://a.cn/b.html' });
        for (const { publishedAt } of articles)
          if (publishedAt !== null) expect(parseDate(publishedAt)).toBe(publishedAt);
      }),
      { numRuns: 150 },
    );
  });
});

it.each([
  [['203103/1209:25:41 来源：江南通讯'], '2031-03-12'],
  [['2031', '03/12', '09:25:41'], '2031-03-12'],
  [['21', '2031年02月'], '2031-02-21'],
  [['21 / 2031年02月'], '2031-02-21'],
  [['03-12', '2031'], '2031-03-12'],
  [['30', '2031年02月'], null],
  [['1024', '2031'], null],
  [['第12期 2031年第3号'], null],
  [['2031年度', '03/12'], null],
])('a date split over cells: %j', (lines, day) => {
  expect(splitDate(lines)).toBe(day);
});
