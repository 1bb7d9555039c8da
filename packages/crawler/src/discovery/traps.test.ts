import { describe, expect, it } from 'vitest';
import { trapOf } from './traps.ts';

describe('trapOf', () => {
  it.each([
    ['too-long', `http://a.cn/${'x'.repeat(1000)}`],
    ['too-deep', `http://a.cn/${Array.from({ length: 15 }, (_, i) => `d${i}`).join('/')}`],
    ['repeated-path', 'http://a.cn/news/news/news/1.html'],
    ['repeated-path', 'http://a.cn/x/a/b/a/b/a/b/1.html'],
    ['filters', `http://a.cn/list?${Array.from({ length: 11 }, (_, i) => `f${i}=1`).join('&')}`],
    ['session', 'http://a.cn/sid=0123456789abcdef0123/list.html'],
    ['endless-pages', 'http://a.cn/list.php?page=99999'],
    ['calendar', 'http://a.cn/calendar/2023-05.html'],
    ['calendar', 'http://a.cn/calendar.php?month=5'],
    ['calendar', 'http://a.cn/events?year=2031&month=5'],
    ['calendar', 'http://a.cn/archive/2031/05/'],
    ['calendar', 'http://a.cn/archive?date=1971-01-01'],
  ])('%s: %.60s', (trap, url) => expect(trapOf(url, 2026)).toBe(trap));

  it.each([
    'http://a.gov.cn/art/2011/11/11/art_1229_4345.html',
    'http://a.gov.cn/zwgk/202301/t20230115_4000123.html',
    'http://a.gov.cn/8a8080c17f3b4d12017f3b4d12340001/index.html',
    'http://a.cn/forum.php?mod=viewthread&tid=123&page=7',
    'http://epaper.a.cn/html/2026-01/15/node_3.htm',
    'http://a.cn/bbs/bbs/read.php?year=2019',
    'http://a.gov.cn/1985/12/t20230115_4000123.html'.replace('1985', '9985'),
  ])('none: %s', (url) => expect(trapOf(url, 2026)).toBeNull());
});
