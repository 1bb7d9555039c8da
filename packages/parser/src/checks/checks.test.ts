import type { Observation } from '@zhibiao/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkObservations } from './index.ts';

type Claim = Partial<Observation> & { quote: string; value: number; unit: string; name?: string };

/** Observations of one sentence; each quote is looked up after the one before it. */
function claimsOf(text: string, claims: readonly Claim[]): Observation[] {
  let at = 0;
  return claims.map(({ name = '指标', ...claim }, index) => {
    const start = text.indexOf(claim.quote, at);
    if (start < 0) throw new Error(`${claim.quote} is not in ${text}`);
    at = start + claim.quote.length;
    return {
      id: String(index),
      indicator: { name, code: null },
      valueTo: null,
      bound: '=',
      measure: 'level',
      kind: 'actual',
      region: { name: '丹阳市', adcode: '321181' },
      period: { start: 2022, end: 2022 },
      basis: null,
      span: { start, end: at },
      sentence: { text, start: 0, end: text.length },
      section: [],
      hedge: null,
      commitment: null,
      scope: null,
      flags: [],
      confidence: 1,
      ...claim,
    };
  });
}
const flagsOf = (text: string, claims: readonly Claim[]): string[][] =>
  checkObservations(claimsOf(text, claims)).map(({ flags }) => flags);

describe('shares', () => {
  const text = (share: string): string => `全年签约项目40个,总投资90亿元,其中工业项目30个,占比${share}。`;
  const claims = (share: string): Claim[] => [
    { quote: '40个', value: 40, unit: '个' },
    { quote: '90亿元', value: 9e9, unit: '元' },
    { quote: '30个', value: 30, unit: '个' },
    { quote: share, value: Number.parseFloat(share), unit: '%' },
  ];
  it('flags a share that does not fit its counts, on the share', () => {
    expect(flagsOf(text('82.5%'), claims('82.5%'))).toEqual([[], [], [], ['share-inconsistent']]);
  });
  it('leaves one that fits, and one of another whole', () => {
    expect(flagsOf(text('75%'), claims('75%')).flat()).toEqual([]);
    const other = '签约项目40个,其中工业项目30个,占全省比重5%。';
    expect(
      flagsOf(other, [
        { quote: '40个', value: 40, unit: '个' },
        { quote: '30个', value: 30, unit: '个' },
        { quote: '5%', value: 5, unit: '%' },
      ]).flat(),
    ).toEqual([]);
  });
  it('a share rounded from its counts is never flagged', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.nat(5000),
        fc.constantFrom(0, 1, 2),
        (whole, n, decimals) => {
          const part = Math.min(n, whole);
          const share = ((100 * part) / whole).toFixed(decimals);
          const sentence = `共有企业${whole}家,其中规上企业${part}家,占${share}%。`;
          const found = flagsOf(sentence, [
            { quote: `${whole}家`, value: whole, unit: '家' },
            { quote: `${part}家`, value: part, unit: '家' },
            { quote: `${share}%`, value: Number(share), unit: '%' },
          ]);
          expect(found.flat()).toEqual([]);
        },
      ),
    );
  });
});

describe('sums', () => {
  it('flags a whole that its parts exceed', () => {
    const text = '新增企业30家,其中工业企业20家、服务业企业15家。';
    const claims: Claim[] = [30, 20, 15].map((value) => ({ quote: `${value}家`, value, unit: '家' }));
    expect(flagsOf(text, claims)).toEqual([['sum-inconsistent'], [], []]);
  });
  it('does not add classes that hold each other', () => {
    const text = '新增企业30家,其中省级以上企业20家、国家级企业15家。';
    const claims: Claim[] = [30, 20, 15].map((value) => ({ quote: `${value}家`, value, unit: '家' }));
    expect(flagsOf(text, claims).flat()).toEqual([]);
  });
  it('ends the parts where the sentence speaks of a whole again', () => {
    const text = '新增公路60公里,其中村道48公里、高速2公里,全市总里程达到120公里。';
    const claims: Claim[] = [60, 48, 2, 120].map((value) => ({ quote: `${value}公里`, value, unit: '公里' }));
    expect(flagsOf(text, claims).flat()).toEqual([]);
  });
  it('flags a total that is not the sum', () => {
    const claims = (total: number): Claim[] =>
      [5, 3, total].map((value) => ({ quote: `${value}所`, value, unit: '所' }));
    expect(flagsOf('新建小学5所、中学3所,共9所。', claims(9))).toEqual([[], [], ['sum-inconsistent']]);
    expect(flagsOf('新建小学5所、中学3所,共8所。', claims(8)).flat()).toEqual([]);
  });
  it('flags a product that is not the sum of its three industries', () => {
    const text = (total: string): string =>
      `生产总值${total}亿元,第一产业增加值10.2亿元,第二产业增加值50.3亿元,第三产业增加值39.6亿元。`;
    const claims = (total: string): Claim[] => [
      { quote: `${total}亿元`, value: Number(total) * 1e8, unit: '元', name: '生产总值' },
      { quote: '10.2亿元', value: 10.2e8, unit: '元', name: '第一产业增加值' },
      { quote: '50.3亿元', value: 50.3e8, unit: '元', name: '第二产业增加值' },
      { quote: '39.6亿元', value: 39.6e8, unit: '元', name: '第三产业增加值' },
    ];
    expect(flagsOf(text('110.1'), claims('110.1'))[0]).toEqual(['sum-inconsistent']);
    expect(flagsOf(text('100.1'), claims('100.1')).flat()).toEqual([]);
  });
});

describe('growth', () => {
  const fromTo = (from: number, to: number, growth: string): Claim[] => [
    { quote: `${from}家`, value: from, unit: '家', period: { start: 2021, end: 2021 } },
    { quote: `${to}家`, value: to, unit: '家' },
    { quote: `${growth}%`, value: Number(growth), unit: '%', measure: 'growth' },
  ];
  it('flags a rate that contradicts its levels', () => {
    expect(flagsOf('企业由100家增加到120家,增长50%。', fromTo(100, 120, '50'))).toEqual([
      [],
      [],
      ['growth-inconsistent'],
    ]);
  });
  it('leaves yearly averages and rates at constant prices', () => {
    expect(flagsOf('企业由100家增加到120家,年均增长5%。', fromTo(100, 120, '5')).flat()).toEqual([]);
    const gdp = fromTo(100, 120, '9').map((claim) => ({ ...claim, name: '地区生产总值' }));
    expect(flagsOf('地区生产总值由100家增加到120家,增长9%。', gdp).flat()).toEqual([]);
  });
  it('flags a rate that contradicts the increase', () => {
    const claims: Claim[] = [
      { quote: '110亿元', value: 110e8, unit: '元' },
      { quote: '10亿元', value: 10e8, unit: '元', measure: 'change' },
      { quote: '20%', value: 20, unit: '%', measure: 'growth' },
    ];
    expect(flagsOf('存款达到110亿元,比上年增加10亿元,增长20%。', claims)[2]).toEqual(['growth-inconsistent']);
  });
  it('a rate rounded from its levels is never flagged', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 9999 }), fc.integer({ min: 10, max: 9999 }), (from, to) => {
        fc.pre(from !== to);
        const growth = ((to / from - 1) * 100).toFixed(1);
        const text = `企业由${from}家增加到${to}家,增长${growth}%。`;
        expect(flagsOf(text, fromTo(from, to, growth)).flat()).toEqual([]);
      }),
    );
  });
});

describe('plausibility', () => {
  const plausible = (code: string) =>
    code === 'gdp' ? { units: ['元'], range: [1e8, 2e13] as const, growth: [-20, 40] as const } : undefined;
  const check = (claim: Partial<Observation>): string[] => {
    const [observation] = claimsOf('生产总值8', [{ quote: '8', value: 8, unit: '元' }]);
    return checkObservations([{ ...observation!, ...claim }], plausible)[0]!.flags;
  };
  const gdp = { indicator: { name: '生产总值', code: 'gdp' } };
  it('flags levels and rates outside of the range, in the units that the range is of', () => {
    expect(check({ ...gdp, value: 800 })).toEqual(['implausible']);
    expect(check({ ...gdp, value: 8e10 })).toEqual([]);
    expect(check({ ...gdp, value: 800, unit: '美元' })).toEqual([]);
    expect(check({ ...gdp, value: 95, unit: '%', measure: 'growth' })).toEqual(['implausible']);
  });
  it('leaves growth over several years alone', () => {
    const text = '生产总值比2011年增长95%';
    const [growth] = claimsOf(text, [{ quote: '95%', value: 95, unit: '%', measure: 'growth', ...gdp }]);
    expect(checkObservations([growth!], plausible)[0]!.flags).toEqual([]);
  });
  it('flags shares above the whole and ranks that are none', () => {
    expect(check({ indicator: { name: '自来水覆盖率', code: null }, value: 120, unit: '%' })).toEqual([
      'implausible',
    ]);
    expect(check({ value: 0, unit: '位', measure: 'rank' })).toEqual(['implausible']);
  });
});

describe('laws', () => {
  it('changes nothing but flags, keeps the order, and says the same when asked again', () => {
    const unit = fc.constantFrom('个', '%', '元');
    const claim = fc.record({
      value: fc.integer({ min: 0, max: 300 }),
      unit,
      measure: fc.constantFrom('level', 'growth', 'change', 'rank'),
    });
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 8 }), (claims) => {
        const text = claims
          .map(({ value, unit: u }, i) => `${i % 2 ? ',其中甲' : '、乙'}${value}${u}`)
          .join('');
        const observations = claimsOf(
          text,
          claims.map(({ value, unit: u, measure }) => ({
            quote: `${value}${u}`,
            value,
            unit: u,
            measure: measure as Observation['measure'],
          })),
        );
        const checked = checkObservations(observations);
        expect(checked.map(({ flags: _, ...rest }) => rest)).toEqual(
          observations.map(({ flags: _, ...rest }) => rest),
        );
        expect(checkObservations(observations)).toEqual(checked);
      }),
    );
  });
});
