import { describe, expect, test } from 'vitest';
import { cleanFile } from '../clean-page.ts';
import { rules } from '../rules/load.ts';
import { findDates, parseDate } from './date.ts';
import { findAuthor, findEditor, findOrigin, findSignature } from './people.ts';
import { withoutSite } from './title.ts';

describe('parseDate', () => {
  test.each([
    ['发表于 2031-2-8 21:40:05', '2031-02-08T21:40:05+08:00'],
    ['2031年02月08日 09时05分', '2031-02-08T09:05:00+08:00'],
    ['2031/2/8', '2031-02-08'],
    ['2031.02.08 8:00', '2031-02-08T08:00:00+08:00'],
    ['2031-02-08T01:00:00Z', '2031-02-08T09:00:00+08:00'],
    ['2031-02-08T20:00:00-05:00', '2031-02-09T09:00:00+08:00'],
    ['Sat, 08 Feb 2031 01:00:00 GMT', '2031-02-08T09:00:00+08:00'],
    ['20310208', '2031-02-08'],
    ['2031-13-40', null],
    ['2031-02-30', null],
    ['12345678901', null],
    ['', null],
  ])('%s', (text, iso) => {
    expect(parseDate(text)).toBe(iso);
  });

  test('finds each date with its place', () => {
    expect(findDates('自2031年1月1日起至2031年12月31日').map((d) => d.iso)).toEqual([
      '2031-01-01',
      '2031-12-31',
    ]);
  });
});

describe('people', () => {
  const author = (near: string[], text: string[] = []) =>
    findAuthor(near, text, rules.meta) || findSignature(text, rules.meta) || findEditor(near, rules.meta);
  test.each([
    ['来源：临江日报 作者：李文澜 编辑：王五', '李文澜'],
    ['本文来源：商报 作者：何苗 张梦洁', '何苗 张梦洁'],
    ['发布者：江北时政', '江北时政'],
    ['作者：佚名', ''],
    ['来源：网络整理 作者：李文澜 人气：12 发布时间：2031-03-14', '李文澜'],
    ['作者：order by cms.example.com', ''],
    ['作者：临江市统计局 周远航', '周远航'],
    ['作者：临江日报全媒体记者 周远航', '周远航'],
    ['作者：临江市统计局', '临江市统计局'],
    ['2031-02-18 09:25来源：临江日报记者 周远航 通讯员 王五', '周远航'],
    ['（作者系临江大学教授）', ''],
  ])('%s', (line, name) => {
    expect(author([line])).toBe(name);
  });

  test('a by-line inside the text, and an editor only where nobody else is named', () => {
    expect(author([], ['本报讯（记者 周远航）1月5日，会议召开。'])).toBe('周远航');
    expect(author(['编辑：苏亮'], ['会议召开。'])).toBe('苏亮');
    expect(author(['责任编辑：张小满', '作者：李文澜'])).toBe('李文澜');
    expect(author(['责任编辑：张小满'])).toBe('');
    expect(author(['责任编辑：张小满'], ['会议召开。', '编辑：苏亮'])).toBe('');
  });

  test.each([
    ['会议闭幕。（周远航）', '周远航'],
    ['（周远航 王五）', '周远航 王五'],
    ['（文/图 周远航）', '周远航'],
    ['会议闭幕。（完）', ''],
    ['（全文完）', ''],
    ['会议闭幕。（资料图）', ''],
    ['会议在临江召开（周远航）', ''],
  ])('who signed a text at its end: %s', (last, name) => {
    expect(author([], ['会议开幕。', '与会者发言。', last])).toBe(name);
  });

  test('the source', () => {
    expect(findOrigin(['发布时间：2031-01-01 来源：临江日报 浏览：12'], rules.meta)).toBe('临江日报');
    expect(findOrigin(['来源：http://x.example'], rules.meta)).toBeNull();
    expect(findOrigin(['[ 作者:市府办 | 转贴自:临江日报 | 点击数:12 ]'], rules.meta)).toBe('临江日报');
    expect(findOrigin(['来源：未知 作者：admin'], rules.meta)).toBeNull();
    expect(findOrigin(['来源：网友投稿'], rules.meta)).toBeNull();
    expect(findOrigin(['来源：临江日报记者 周远航'], rules.meta)).toBe('临江日报');
  });
});

test.each(['标题', '2031年1月12日', '正文', '附件1', '现在，我代表云岭市人民政府，向大会报告工作_云岭网'])(
  'no title of a report: %s',
  (head) => {
    const html = `<html><head><meta charset="utf-8"><title>${head}</title></head><body><div id="zoom"><p>各位代表：</p><p>现在，我代表云岭市人民政府，向大会报告工作，请予审议。过去一年，我们把山里的路修通了。</p></div></body></html>`;
    expect(cleanFile({ bytes: new TextEncoder().encode(html) })[0]!.title).toBe('');
  },
);

test.each([
  ['临江港年吞吐量首破亿吨_临江在线', '临江港年吞吐量首破亿吨'],
  ['临江港年吞吐量首破亿吨 - 要闻 - 临江日报网', '临江港年吞吐量首破亿吨'],
  ['临江在线 | 临江港年吞吐量首破亿吨大关', '临江港年吞吐量首破亿吨大关'],
  ['2030-2031年度计划', '2030-2031年度计划'],
  ['工作报告-江海省临江市人民政府门户网站', '工作报告'],
  ['临江市2031年工作报告_', '临江市2031年工作报告'],
  ['长江船舶与东港船厂成立合资公司_财经', '长江船舶与东港船厂成立合资公司'],
])('the site name is no part of a title: %s', (head, title) => {
  expect(withoutSite(head, rules.meta, '')).toBe(title);
});
