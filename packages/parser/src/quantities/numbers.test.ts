import { describe, expect, test } from 'vitest';
import { observationsOf, observed } from '../testing/observed.ts';

describe('numbers that are written in another way', () => {
  test.each([
    ['完成固定资产投资1千2百亿元。', ['固定资产投资 120000000000元']],
    ['新增造林3万5千亩。', ['新增造林 35000亩']],
    ['争取上级资金2亿5千万元。', ['争取上级资金 250000000元']],
    ['转移就业1万2千余人。', ['转移就业 >=12000人']],
    ['旅游收入增长一点五倍。', ['旅游收入 1.5倍 growth']],
    ['民营经济增加值占全县生产总值的三分之二。', ['民营经济增加值占全县生产总值比重 66.67%']],
    ['税收增幅达百分之十二点五。', ['税收 12.5% growth']],
    ['淘汰落后产能超过四分之一。', ['淘汰落后产能 >=25%']],
  ])('%s', (text, expected) => expect(observed(text)).toEqual(expected));
});

describe('a number with a damaged character inside', () => {
  test.each(['76\u{f01c1}%', '8\ue5e5.4%', '4\ufffd2%', '3□6%', '1\uf0b71.5%', '9\u{100001}3%'])(
    'is flagged: 增长%s',
    (quote) => {
      const found = observationsOf(`全区技改投资增长${quote}。`);
      for (const { flags, confidence } of found) {
        expect(flags).toContain('ocr');
        expect(confidence).toBeLessThan(0.5);
      }
      expect(found.map((one) => one.quote)).toEqual([quote]);
    },
  );
});

describe('a number that a line end cuts', () => {
  test.each([
    ['税收收入31.6\n亿元,增长4.8\n%。', ['税收收入 3160000000元', '税收收入 4.8% growth']],
    ['粮食产量52.7万\n吨。', ['粮食产量 527000吨']],
    ['城镇新增就业1.\n3万人。', ['城镇新增就业 13000人']],
    ['森林覆盖率达到38\n.4%。', ['森林覆盖率 38.4%']],
    ['规上工业增加值增长8.\n6%。', ['规上工业增加值 8.6% growth']],
    ['改造老旧小区42\n个。', ['改造老旧小区 42个']],
  ])('%j', (text, expected) => expect(observed(text)).toEqual(expected));
});
