import type { Figure } from '@zhibiao/store';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type House, openHouse } from '../testing/house.ts';
import { sortedFigures } from './sorted-figures.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse(inject('redisUrl'));
  await house.keep();
  await house.keep({ url: 'http://other.example.cn/2025.html' }, { year: 2025 });
});
afterAll(() => house?.close());

async function allPages(sort: string | undefined, limit: number): Promise<Figure[]> {
  const rows: Figure[] = [];
  let after: string | undefined;
  do {
    const page = await sortedFigures(house.deps, { region: '321100', limit, after }, sort);
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    expect(page.unsorted).toBe(false);
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return rows;
}

describe('figures', () => {
  it('are sorted over all pages, not page by page', async () => {
    const up = (await allPages('value', 4)).map(({ value }) => value);
    expect(up.length).toBeGreaterThan(30);
    expect(up).toEqual([...up].sort((a, b) => a - b));
    const down = (await allPages('-value', 7)).map(({ value }) => value);
    expect(down).toEqual([...up].reverse());
  });

  it('are counted, whatever the order', async () => {
    const all = await allPages(undefined, 10);
    for (const [query, wanted] of [
      [{ region: '321100' }, all.length],
      [{ region: '321100', kind: 'target' }, all.filter(({ kind }) => kind === 'target').length],
      [
        { code: 'gdp', kind: 'actual' },
        all.filter((f) => f.kind === 'actual' && f.indicator.code === 'gdp').length,
      ],
    ] as const) {
      const { total } = await sortedFigures(house.deps, { ...query, limit: 3 }, 'period');
      expect(total).toBe(wanted);
    }
  });

  it('stand in their own order where no index counts them or nobody sorts so', async () => {
    const own = (await house.deps.store.figures({ source: 'example', limit: 5 })).rows;
    const { rows, total, unsorted } = await sortedFigures(
      house.deps,
      { source: 'example', limit: 5 },
      'value',
    );
    expect([rows, total, unsorted]).toEqual([own, null, true]);
    expect((await sortedFigures(house.deps, { limit: 5 }, 'colour')).rows).toEqual(
      (await house.deps.store.figures({ limit: 5 })).rows,
    );
  });
});
