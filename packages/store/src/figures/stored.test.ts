import fc from 'fast-check';
import { expect, it } from 'vitest';
import { definitions, keptRow } from '../tables/definitions.ts';
import type { FigureRow, Member, Said } from '../tables/rows.ts';
import { unpackFigure } from './stored.ts';

const nullable = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const few = fc.constantFrom('', '市', '320000', '~');

const member: fc.Arbitrary<Member> = fc
  .record({
    kind: fc.constantFrom('actual' as const, 'target' as const),
    value: fc.integer(),
    valueTo: nullable(fc.integer()),
    bound: fc.constantFrom('=' as const, '>=' as const),
    quote: few,
    hedge: nullable(few),
    commitment: nullable(few),
    confidence: fc.constantFrom(0, 0.5),
    review: fc.constantFrom(undefined, 'checked' as const),
  })
  .map(({ review, ...said }) => ({ id: 'd1-abc', ...said, ...(review ? { review } : {}) }));

const said: fc.Arbitrary<Said> = fc.record({
  page: few,
  source: nullable(few),
  genre: nullable(fc.constantFrom('budget' as const, 'work-report' as const)),
  year: nullable(fc.integer()),
  own: fc.boolean(),
  members: fc.array(member, { maxLength: 3 }),
});

const figure: fc.Arbitrary<FigureRow> = fc
  .record({
    region: fc.record({ name: few, adcode: nullable(fc.constantFrom('320000', 'x y')) }),
    indicator: fc.record({ name: few, code: nullable(few) }),
    period: fc.constantFrom(
      null,
      { start: 2020, end: 2020 },
      { start: 2020, end: 2025 },
      { start: 2020, end: 2020, from: '2020-01-01', to: '2020-06-30' },
    ),
    measure: fc.constantFrom('level' as const, 'rank' as const),
    scope: nullable(few),
    basis: nullable(few),
    unit: few,
    documents: fc.array(
      fc
        .record({
          rev: fc.nat(),
          now: nullable(said),
          later: fc.option(fc.array(fc.record({ run: few, said: nullable(said) }), { maxLength: 2 }), {
            nil: undefined,
          }),
        })
        .map(({ rev, now, later }) => ({ document: 'd1', rev, now, ...(later ? { later } : {}) })),
      { maxLength: 3 },
    ),
    chosen: fc.constantFrom(null, { actual: null, target: [0, 0, 'only one', 1, 1, 0, 0] as never }),
    since: fc.constantFrom(5, 6),
    before: fc.constantFrom(null, { actual: 1, target: null }),
  })
  .map(({ period, region, indicator, ...others }) => ({
    ...others,
    id: `${region.adcode ?? `~${region.name}`} 2020 abcdefghijkl`,
    rev: 3,
    region,
    indicator,
    topic: indicator.code ?? indicator.name,
    period,
    year: period?.start ?? null,
    kinds: 'a',
    verdict: null,
    dispute: null,
    changed: '000000000000005 abcdefghijkl',
  }));

it('gives back every figure as it was, its words with their fields in the same order', () => {
  fc.assert(
    fc.property(figure, (row) => {
      const back = unpackFigure(JSON.parse(JSON.stringify(keptRow(definitions.figures, row))));
      expect(back).toEqual(row);
      expect(JSON.stringify(back.documents)).toBe(JSON.stringify(row.documents));
      expect(unpackFigure(row)).toBe(row);
    }),
  );
});
