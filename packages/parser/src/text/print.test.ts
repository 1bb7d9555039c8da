import { describe, expect, test } from 'vitest';
import { observed } from '../testing/observed.ts';
import { splitSentences } from './sentences.ts';
import { readView } from './view.ts';

const sentencesOf = (text: string): string[] => {
  const view = readView(text).text;
  return splitSentences(view).map(({ start, end }) => view.slice(start, end));
};

describe('numbers of printed pages', () => {
  test.each([
    ['办公楼投资5.7亿元, —8— 下降7.9%。', ['办公楼投资 570000000元', '办公楼投资 -7.9% growth']],
    ['优良天数占比 —15— 84.1%。', ['优良天数占比 84.1%']],
    ['人口覆盖率99.9%、\n\n— 12 —\n\n电视覆盖率99.8%。', ['人口覆盖率 99.9%', '电视覆盖率 99.8%']],
  ])('%s', (text, expected) => expect(observed(text)).toEqual(expected));

  test.each(['2021—2025年', '——12月31日', '5—8月', 'A—3—B'])('%s is none', (text) =>
    expect(readView(text).text).toBe(text),
  );
});

describe('a print with a blank line between its lines', () => {
  const lines = (width: number): string[] => {
    const sentence =
      '全县粮食产量12.4万吨，比上年增长3.1%，其中夏粮产量5.2万吨，下降0.8%，秋粮产量7.2万吨，增长6.2%。';
    const whole = sentence.repeat(60);
    return whole.match(new RegExp(`.{1,${width}}[，。%.]*`, 'g')) ?? [];
  };
  test.each([24, 27, 30, 36])('lines of %i characters are joined', (width) =>
    expect(sentencesOf(lines(width).join('\n\n'))).toHaveLength(60),
  );
  test('paragraphs of different lengths are not', () => {
    const items = Array.from({ length: 60 }, (_, i) => `第${i}项工作已经完成${'并且'.repeat(8 + (i % 20))}`);
    expect(sentencesOf(items.join('\n\n'))).toHaveLength(60);
  });
});

describe('headings, captions and tables that run into the text', () => {
  test.each([
    ['七、对外经济 全年货物进出口总额8亿美元。', '全年货物进出口总额8亿美元。'],
    ['(二)农业 年末农业机械总动力55万千瓦。', '年末农业机械总动力55万千瓦。'],
    ['图3：2021-2025年粮食产量及其增长速度\n全年粮食产量12万吨。', '全年粮食产量12万吨。'],
    ['2021—2025年一般公共预算收入 年末存款余额900亿元。', '年末存款余额900亿元。'],
    [
      '表2：主要产品产量 水泥 万吨 118.2 -3.4 布 万米 90.1 2.0 全年建筑业增加值9亿元。',
      '全年建筑业增加值9亿元。',
    ],
    ['比上年缩小0.02 年末参加基本养老保险28万人。', '年末参加基本养老保险28万人。'],
  ])('%s', (text, expected) => expect(sentencesOf(text).at(-1)).toBe(expected));

  test.each([
    '2025年末常住人口52万人。',
    '截至2024年末全县有医院8家。',
    '一、工业、农业全面增长，全年无事。',
  ])('%s stays whole', (text) => expect(sentencesOf(text)).toEqual([readView(text).text]));
});
