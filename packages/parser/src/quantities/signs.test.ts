import { describe, expect, test } from 'vitest';
import { observed } from '../testing/observed.ts';

describe('a sign before a number', () => {
  test.each([
    ['全市规模以上工业增加值同比增长-4.1%。', ['规模以上工业增加值 -4.1% growth']],
    ['外贸出口增速为−1.8%,进口增长2%。', ['外贸出口 -1.8% growth', '外贸进口 2% growth']],
    ['全县固定资产投资增长为－12.6%。', ['固定资产投资 -12.6% growth']],
    ['人口自然增长率为‐1.07‰。', ['人口自然增长率 -1.07‰']],
    ['社会消费品零售总额增速为负0.6%。', ['社会消费品零售总额 -0.6% growth']],
    ['商品房销售面积下降-9.3%。', ['商品房销售面积 -9.3% growth']],
    ['工业用电量增速由上年的-2.4%回升到5.7%。', ['工业用电量 -2.4% growth 2021', '工业用电量 5.7% growth']],
    ['一般公共预算收入-3.5%。', ['一般公共预算收入 -3.5% growth']],
    ['进口、出口分别增长3.3%、-5.2%。', ['进口 3.3% growth', '出口 -5.2% growth']],
    ['外贸进出口由负转正,增长0.8%。', ['外贸进出口 0.8% growth']],
    ['建筑业总产值扭负为正增长1.4%。', ['建筑业总产值 1.4% growth']],
  ])('%s', (text, expected) => expect(observed(text)).toEqual(expected));

  test.each([
    ['地区生产总值增长5%-6%。', ['地区生产总值 5..6% growth']],
    ['为企业减负2.4亿元。', ['为企业减负 240000000元']],
    ['1-11月工业税收增长9%。', 9],
    ['减轻农民负担30万元。', 300000],
    ['改造G15-30号桥梁。', null],
  ])('is none in %s', (text, expected) => {
    if (Array.isArray(expected)) expect(observed(text)).toEqual(expected);
    else expect(observed(text).map((line) => line.includes('-'))).toEqual(expected === null ? [] : [false]);
  });
});
