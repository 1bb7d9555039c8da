import { expect, test } from 'vitest';
import { isWhole, PART_RULES, partAt } from './parts-of-year.ts';

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
