import { describe, expect, test } from 'vitest';
import { rules } from '../rules/load.ts';
import { joinCuts } from './cuts.ts';

describe('a heading in front of a paragraph that begins with a number', () => {
  test.each([
    '二、2031年主要工作安排\n2031年，地区生产总值增长5%左右。',
    '二、主要工作安排\n\n2031年，地区生产总值增长5%左右。',
    '主要目标和工作安排\n\n2031年，固定资产投资增长8%。',
    '（一）一年来的主要完成\n3.2万人就业。',
  ])('%j stays a line of its own', (text) => {
    expect(joinCuts(text, rules.cuts)).toBe(text);
  });

  test.each([
    ['全年地区生产总值增长\n\n5.7%，居全市第二。', '全年地区生产总值增长5.7%，居全市第二。'],
    ['财政收入增长8%，固定资产投资完成\n320亿元。', '财政收入增长8%，固定资产投资完成320亿元。'],
  ])('but a sentence that wants its number gets it: %j', (cut, whole) => {
    expect(joinCuts(cut, rules.cuts)).toBe(whole);
  });
});
