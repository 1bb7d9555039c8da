import { expect, test } from 'vitest';
import { timesIn } from './expressions.ts';

const said = (text: string): string[] => timesIn(text).map(({ at, end }) => text.slice(at, end));
test.each([
  ['全市去年四季度用电量增长3%,2020年上半年下降1%。', ['去年四季度', '2020年上半年']],
  ['比上半年提高2个百分点,较2019年增长3%,与去年持平。', []],
  ['新建3个标准厂房,历时6个月,投入12.5亿元。', []],
  ['2023年度国家科学技术奖3项,2021年以来投资5亿元。', ['2021年以来']],
  ['截至9月底,市场主体6.1万户。', ['9月底']],
  ['实现一季度“开门红”,全年增长6%。', ['全年']],
  ['6至8月,接待游客30万人次。', ['6至8月']],
])('%s', (text, expected) => expect(said(text)).toEqual(expected));
