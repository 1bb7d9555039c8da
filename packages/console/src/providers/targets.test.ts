import type { Figure, FigureQuery, PageOf } from '@zhibiao/store';
import { expect, it } from 'vitest';
import type { HandlerDeps } from '../route.ts';
import { readTargets } from './targets.ts';

const now = () => Date.UTC(2026, 0, 1);
const figure = (year: number, i: number, more: Partial<Figure> = {}): Figure =>
  ({
    id: `${year} ${i}`,
    period: { start: year, end: year },
    measure: 'growth',
    unit: '%',
    scope: null,
    basis: null,
    ...more,
  }) as Figure;

/** A store of so many targets a year, in the order of regions, which pages as the real one does. */
function storeOf(years: readonly number[], aYear: number, others: readonly Figure[] = []) {
  const all = [
    ...others,
    ...Array.from({ length: aYear }, (_, i) => years.map((year) => figure(year, i))).flat(),
  ];
  const figures = async ({ year, limit = 100, after }: FigureQuery = {}): Promise<PageOf<Figure>> => {
    const found = all.filter(({ period }) => year === undefined || period?.start === year);
    const from = Number(after ?? 0);
    return {
      rows: found.slice(from, from + limit),
      next: from + limit < found.length ? String(from + limit) : null,
    };
  };
  return { store: { figures } as HandlerDeps['store'], now };
}

it('takes all targets where they fit in one picture', async () => {
  const odd = [
    figure(2020, 1, { measure: 'level', unit: '元' }),
    figure(2020, 2, { scope: '全市' }),
    figure(2020, 3, { period: null }),
  ];
  const { figures, since } = await readTargets(storeOf([2019, 2020], 3, odd), { code: 'gdp' });
  expect([figures.length, since]).toEqual([6, null]);
});

it('takes the latest years with all their regions where there are too many, and says since when', async () => {
  const years = Array.from({ length: 10 }, (_, i) => 2016 + i);
  const { figures, since } = await readTargets(storeOf(years, 1_200), { code: 'gdp' });
  expect(since).toBe(2023);
  const of = (year: number) => figures.filter(({ period }) => period!.start === year).length;
  expect([2025, 2024, 2023, 2022].map(of)).toEqual([1_200, 1_200, 1_200, 0]);
});
