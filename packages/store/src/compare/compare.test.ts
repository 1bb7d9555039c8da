import type { Observation } from '@zhibiao/shared';
import { describe, expect, it } from 'vitest';
import { sampleCommit } from '../testing/sample.ts';
import { diffObservations } from './observations.ts';
import { judge } from './satisfaction.ts';
import { diffTexts } from './text.ts';

const made = (figures: Parameters<typeof sampleCommit>[1][0]['figures']) =>
  sampleCommit('http://example.com/', [{ figures }]).extraction.reports[0]!.observations.map(
    (observation, i) => ({
      id: String(i),
      observation,
    }),
  );

describe('difference of observations', () => {
  it('tells added, removed and changed apart, by field', () => {
    const before = made([
      { value: 1 },
      { value: 2, name: '人口', code: 'POP' },
      { value: 3, name: '粮食', code: 'GRAIN' },
    ]);
    const after = made([
      { value: 9 },
      { value: 3, name: '粮食', code: 'GRAIN' },
      { value: 4, name: '财政', code: 'FIN' },
    ]);
    const diff = diffObservations(before, after);
    expect(diff.added.map((row) => row.observation.value)).toEqual([4]);
    expect(diff.removed.map((row) => row.observation.value)).toEqual([2]);
    expect(diff.changed.map((change) => change.fields)).toEqual([['value', 'quote', 'sentence']]);
    expect(diff.unchanged).toBe(1);
    expect(diff.byField).toEqual({ value: 1, quote: 1, sentence: 1 });
  });

  it('shows the same words under another code as a change of the indicator', () => {
    const diff = diffObservations(made([{ value: 1, code: null }]), made([{ value: 1, code: 'GDP' }]));
    expect(diff).toMatchObject({ added: [], removed: [], changed: [{ fields: ['indicator'] }] });
  });

  it('pairs repeated claims by their words', () => {
    const diff = diffObservations(
      made([{ value: 1 }, { value: 2 }]),
      made([{ value: 2 }, { value: 1 }, { value: 1 }]),
    );
    expect(diff).toMatchObject({ removed: [], changed: [], unchanged: 2 });
    expect(diff.added.map((row) => row.observation.value)).toEqual([1]);
  });
});

describe('difference of texts', () => {
  it('counts sentences and characters', () => {
    const diff = diffTexts('一。二。三。', '一。二二。三。四。');
    expect(diff.added).toEqual({ sentences: 2, characters: 5 });
    expect(diff.removed).toEqual({ sentences: 1, characters: 2 });
    expect(diff.parts.map((part) => part.text).join('|')).toBe('一。|二。|二二。|三。|四。');
  });

  it('gives both texts back from its parts', () => {
    const [a, b] = ['甲。\n\n乙；丙', '乙；丙丁。甲'];
    const { parts } = diffTexts(a, b);
    const side = (kind: string) =>
      parts
        .filter((p) => p.kind === 'same' || p.kind === kind)
        .map((p) => p.text)
        .join('');
    expect([side('removed'), side('added')]).toEqual([a, b]);
  });
});

describe('promise against result', () => {
  type Claim = Parameters<typeof judge>[0];
  const claim = (value: number, bound: Observation['bound'] = '=', more: Partial<Claim> = {}): Claim => ({
    value,
    valueTo: null,
    unit: '%',
    bound,
    measure: 'growth',
    indicator: { name: '地区生产总值', code: 'gdp' },
    ...more,
  });
  const named = (name: string, code: string | null = null): Partial<Claim> => ({ indicator: { name, code } });
  const rate = named('城镇登记失业率', 'urban_registered_unemployment');
  it.each<[string, Claim, Claim, string]>([
    ['5%以上, 5.2%', claim(5, '>='), claim(5.2), 'met'],
    ['5%以上, 4.9%', claim(5, '>='), claim(4.9), 'missed'],
    ['5%以上, 4%以上', claim(5, '>='), claim(4, '>='), 'cannot tell'],
    ['5%以上, 5.5%以上', claim(5, '>='), claim(5.5, '>='), 'met'],
    ['6%左右, 5.6%', claim(6, '~'), claim(5.6), 'met'],
    ['6%左右, 5.4%', claim(6, '~'), claim(5.4), 'missed'],
    ['6%, 6%', claim(6), claim(6), 'met'],
    ['5%-6%, 4.8%', claim(5, '=', { valueTo: 6 }), claim(4.8), 'missed'],
    ['3%以内, 2.1%', claim(3, '<='), claim(2.1), 'met'],
    ['3%以内, 3.1%', claim(3, '<='), claim(3.1), 'missed'],
    ['a fall by 3%以上, a fall by 4%', claim(-3, '>='), claim(-4), 'met'],
    ['a fall by 3%以上, a fall by 2%', claim(-3, '>='), claim(-2), 'missed'],
    ['a fall by 3%, a rise', claim(-3, '=', named('某某指数')), claim(1, '=', named('某某指数')), 'missed'],
    ['a fall of what should grow by 3%, a rise', claim(-3), claim(1), 'met'],
    ['rank 3, rank 2', claim(3, '=', { measure: 'rank' }), claim(2, '=', { measure: 'rank' }), 'met'],
    [
      '4.7%左右 of unemployed, 4%',
      claim(4.7, '~', { ...rate, measure: 'level' }),
      claim(4, '=', { ...rate, measure: 'level' }),
      'met',
    ],
    [
      '4.5% of unemployed, 4.8%',
      claim(4.5, '=', { ...rate, measure: 'level' }),
      claim(4.8, '=', { ...rate, measure: 'level' }),
      'missed',
    ],
    [
      'energy falls by 3%, falls by 2.5%',
      claim(-3, '=', named('单位GDP能耗')),
      claim(-2.5, '=', named('单位GDP能耗')),
      'missed',
    ],
    [
      'no direction, more',
      claim(3, '=', named('居民消费价格', 'cpi')),
      claim(3.2, '=', named('居民消费价格', 'cpi')),
      'cannot tell',
    ],
    [
      'no direction, 3%左右, 2.8%',
      claim(3, '~', named('居民消费价格', 'cpi')),
      claim(2.8, '=', named('居民消费价格', 'cpi')),
      'met',
    ],
    [
      'no direction, its own value',
      claim(3, '=', named('某某指数')),
      claim(3, '=', named('某某指数')),
      'met',
    ],
    ['no direction but a bound', claim(3, '<=', named('某某指数')), claim(2, '=', named('某某指数')), 'met'],
    [
      'up 3 places, 4',
      claim(3, '=', { measure: 'change', unit: '位' }),
      claim(4, '=', { measure: 'change', unit: '名' }),
      'met',
    ],
    [
      '5000公斤, 6吨',
      claim(5000, '=', { measure: 'level', unit: '公斤' }),
      claim(6, '=', { measure: 'level', unit: '吨' }),
      'met',
    ],
    ['other unit', claim(3), claim(3, '=', { unit: '元' }), 'cannot tell'],
  ])('%s', (_what, target, actual, verdict) => {
    expect(judge(target, actual).verdict).toBe(verdict);
  });
});
