import type { Figure, SeriesLine } from '@zhibiao/store';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openSystem, type System } from '../testing/system.ts';
import { distribution, median } from './distribution.ts';

let system: System;
let figure: Figure;
beforeAll(async () => {
  system = await openSystem(inject('redisUrl'));
  await system.keep();
  const { rows } = await system.deps.store.figures({ code: 'gdp', kind: 'target', measure: 'growth' });
  figure = rows[0]!;
});
afterAll(() => system?.close());

const line = (name: string, targets: readonly (readonly [year: number, value: number])[]): SeriesLine => ({
  region: { name, adcode: null },
  indicator: figure.indicator,
  measure: 'growth',
  unit: '%',
  scope: null,
  basis: null,
  others: [],
  figures: targets.map(([year, value]) => ({
    ...figure,
    id: `${name} ${year}`,
    region: { name, adcode: null },
    value,
    period: { start: year, end: year },
  })),
});

const figuresOf = (lines: readonly SeriesLine[]) => lines.flatMap(({ figures }) => figures);

describe('the distribution of a target', () => {
  it('is a circle for each value of a year: of one region its sentence, of several their ranking', async () => {
    const lines = [
      line('甲县', [
        [2023, 6],
        [2024, 5],
      ]),
      line('乙县', [
        [2023, 6],
        [2024, 5.5],
      ]),
      line('丙县', [[2023, 7]]),
    ];
    const chart = await distribution(figuresOf(lines), '分布', 'zh');
    const links = [...chart!.svg.matchAll(/<a aria-label="([^"]*)"[^>]*href="([^"]*)"/g)].map(
      ([, label, href]) => [label, href],
    );
    expect(links).toHaveLength(4);
    const [shared] = links.filter(([label]) => label!.includes('甲县, 乙县'));
    expect(shared![1]).toContain('/ranking?indicator=gdp');
    expect(shared![1]).toContain('year=2023');
    for (const [label, href] of links) if (label !== shared![0]) expect(href).toMatch(/^\/documents\/.*#w-/);
    const radii = [...chart!.svg.matchAll(/<circle r="([\d.]+)"|<circle[^>]* r="([\d.]+)"/g)].map((m) =>
      Number(m[1] ?? m[2]),
    );
    expect(Math.max(...radii)).toBeGreaterThan(Math.min(...radii));
  });

  it('is none where there is little to compare', async () => {
    expect(
      await distribution(
        figuresOf([
          line('甲县', [
            [2023, 6],
            [2024, 5],
          ]),
        ]),
        '分布',
        'zh',
      ),
    ).toBeNull();
    expect(await distribution([], '分布', 'zh')).toBeNull();
  });

  it('has the middle of an even number between both', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
  });
});
