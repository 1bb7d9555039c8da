import { expect, test } from 'vitest';
import { timesIn } from './expressions.ts';
import { isWhole, PART_RULES, partAt } from './parts.ts';

test.each(PART_RULES)('$name: $example', ({ example, part }) => {
  const at = /^截[至止]/.test(example) ? 2 : 0;
  expect(partAt(example, at)?.part).toEqual(part);
});

test.each([
  ['前两季度', null],
  ['十至十二月份', { from: '10-01', to: '12-31' }],
  ['一季度', { from: '01-01', to: '03-31' }],
  ['1-9月', { from: '01-01', to: '09-30' }],
  ['元月份', { from: '01-01', to: '01-31' }],
  ['13月份', null],
  ['3月', null],
  ['9—3月', null],
  ['1至4季度', { from: '01-01', to: '12-31' }],
  ['前十一个月', { from: '01-01', to: '11-30' }],
])('%s', (text, part) => expect(partAt(text, 0)?.part ?? null).toEqual(part));

test('a whole year is no part', () => {
  expect(isWhole({ from: '01-01', to: '12-31' })).toBe(true);
});

const said = (text: string): string[] => timesIn(text).map(({ at, end }) => text.slice(at, end));
test.each([
  ['全市去年四季度用电量增长3%,2020年上半年下降1%。', ['去年四季度', '2020年上半年']],
  ['比上半年提高2个百分点,较2019年增长3%,与去年持平。', []],
  ['新建3个标准厂房,历时6个月,投入12.5亿元。', []],
  ['2023年度国家科学技术奖3项,2021年以来投资5亿元。', []],
  ['截至9月底,市场主体6.1万户。', ['9月底']],
  ['实现一季度“开门红”,全年增长6%。', ['全年']],
  ['6至8月,接待游客30万人次。', ['6至8月']],
])('%s', (text, expected) => expect(said(text)).toEqual(expected));
