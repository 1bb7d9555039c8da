import { expect, test } from 'vitest';
import { observationsOf } from '../testing/observed.ts';

test.each([
  ['规模以上工业增加值增长6%、税收收入增长7%。', 'plan', ['规模以上', null]],
  ['限额以上零售额增长9%、固定资产投资增长12%以上、进出口总额增长3%。', 'plan', ['限额以上', null, null]],
  ['市本级税收收入12亿元、增长5%。', 'review', ['市本级', '市本级']],
  [
    '全部财政收入完成78亿元、增长23%(按可比口径,可达83亿元、增长32.3%)。',
    'review',
    [null, null, '可比口径', '可比口径'],
  ],
  ['税收收入增长8%(同口径增长11%)。', 'review', [null, '同口径']],
  ['按可比价格计算生产总值增长8%、人均生产总值增长7%。', 'review', ['按可比价格计算', null]],
] as const)('the scope of %s', (text, chapter, scopes) => {
  const found = observationsOf(text, chapter).map(({ scope }) => scope);
  expect(found.map((scope) => scope?.replace(/^按可比口径$/, '可比口径') ?? null)).toEqual(scopes);
});
