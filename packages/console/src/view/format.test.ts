import type { Observation } from '@zhibiao/shared';
import { describe, expect, it } from 'vitest';
import { duration, exact, period, value } from './format.ts';

const observation = (quote: string, v: number, unit: string, more: Partial<Observation> = {}) =>
  ({ quote, value: v, valueTo: null, unit, bound: '=', measure: 'level', ...more }) as Observation;

describe('value', () => {
  it.each<[Observation, string, string]>([
    [observation('4017.36亿元', 401_736_000_000, '元'), '4,017.36亿元', '401.736 bn yuan'],
    [observation('57.08亿元', 5_708_000_000, '元'), '57.08亿元', '5.708 bn yuan'],
    [observation('1.93万亿元', 1.93e12, '元'), '1.93万亿元', '1.93 trn yuan'],
    [observation('5.3万人', 53_000, '人'), '5.3万人', '53,000 people'],
    [observation('56800元', 56_800, '元'), '56,800元', '56,800 yuan'],
    [observation('一千亿以上', 1e11, '', { bound: '>=' }), '≥ 1,000亿', '≥ 100 bn'],
    [observation('增长5%以上', 5, '%', { measure: 'growth', bound: '>=' }), '≥ +5%', '≥ +5%'],
    [observation('4%—5%', 4, '%', { measure: 'growth', valueTo: 5 }), '+4–5%', '+4–5%'],
    [observation('下降2.1', -2.1, '', { measure: 'change' }), '-2.1', '-2.1'],
    [observation('第3位', 3, '位', { measure: 'rank' }), '第3位', 'No. 3'],
    [observation('34家', 34, '家'), '34家', '34'],
    [observation('34什么', 34, '什么'), '34什么', '34 什么'],
  ])('%#', (o, zh, en) => {
    expect([value(o, 'zh'), value(o, 'en')]).toEqual([zh, en]);
  });

  it('does not show what multiplying out leaves behind', () => {
    expect(value(observation('420.1亿元', 420.1 * 1e8, '元'), 'zh')).toBe('420.1亿元');
    expect(exact(observation('0.1', 0.1 + 0.2, '元'))).toBe('= 0.3 元 (level)');
  });
});

describe('period and duration', () => {
  it('are short', () => {
    expect([period(null), period({ start: 2023, end: 2023 }), period({ start: 2021, end: 2025 })]).toEqual([
      '–',
      '2023',
      '2021–2025',
    ]);
    const of = (language: 'zh' | 'en') =>
      [0, 20, 1_500, 200_000, 7_200_000].map((ms) => duration(ms, language));
    expect(of('en')).toEqual(['0 ms', '20 ms', '2 s', '3 min', '2 h']);
    expect(of('zh')).toEqual(['0 毫秒', '20 毫秒', '2 秒', '3 分钟', '2 小时']);
  });
});
