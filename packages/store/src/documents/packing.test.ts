import type { Observation } from '@zhibiao/shared';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { observationAt, statementsOf } from './packing.ts';

const text = fc.string({
  unit: fc.constantFrom('增', '长', '5', '%', '\ud83d\ude00', '\n', '|'),
  maxLength: 12,
});
const few = fc.constantFrom('', '市', '市\n县', '320000');
const nullable = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

const observation: fc.Arbitrary<Observation> = fc.record({
  id: fc.constantFrom('o1', 'o2', 'x'),
  indicator: fc.record({ name: few, code: nullable(few) }),
  value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  valueTo: nullable(fc.constantFrom(0, 5)),
  unit: few,
  bound: fc.constantFrom('=', '~', '>=', '<='),
  measure: fc.constantFrom('level', 'growth', 'change', 'rank', 'gap'),
  kind: fc.constantFrom('actual', 'target'),
  region: fc.record({ name: few, adcode: nullable(few) }),
  period: nullable(
    fc.oneof(
      fc.record({ start: fc.constantFrom(2020, 2021), end: fc.constantFrom(2021, 2022) }),
      fc.record({
        start: fc.constant(2020),
        end: fc.constant(2020),
        from: fc.constantFrom('2020-01-01', '2020-07-01'),
        to: fc.constantFrom('2020-06-30', '2020-12-31'),
      }),
    ),
  ),
  basis: nullable(few),
  quote: text,
  span: fc.record({ start: fc.nat(40), end: fc.nat(40) }),
  sentence: fc.record({ start: fc.nat(20), end: fc.nat(40), text }),
  section: fc.array(few, { maxLength: 2 }),
  hedge: nullable(few),
  commitment: nullable(few),
  scope: nullable(few),
  flags: fc.array(few, { maxLength: 2 }),
  confidence: fc.constantFrom(0, 0.5, 0.9099999999999999),
});

it('gives back every observation as it was, after a while as JSON', () => {
  fc.assert(
    fc.property(fc.array(observation, { maxLength: 6 }), (observations) => {
      const packed = statementsOf('d1.1', observations);
      const kept: typeof packed = JSON.parse(JSON.stringify(packed));
      expect(observations.map((_, place) => observationAt(kept, place))).toEqual(
        JSON.parse(JSON.stringify(observations)),
      );
    }),
  );
});

it('writes a quote only where SQL would not cut the same words from the sentence', () => {
  const base = {
    ...fc.sample(observation, { numRuns: 1, seed: 1 })[0]!,
    sentence: { start: 10, end: 17, text: '增长5%左右。' },
    span: { start: 12, end: 14 },
    quote: '5%',
  };
  const rareOf = (changed: Partial<Observation>) =>
    statementsOf('d1.1', [{ ...base, ...changed }]).observations[0]![8]?.quote;
  expect(rareOf({})).toBeUndefined();
  expect(rareOf({ quote: '6%' })).toBe('6%');
  expect(rareOf({ span: { start: 8, end: 10 } })).toBe('5%');
  expect(
    rareOf({ sentence: { start: 10, end: 19, text: '😀增长5%左右。' }, span: { start: 14, end: 16 } }),
  ).toBe('5%');
});
