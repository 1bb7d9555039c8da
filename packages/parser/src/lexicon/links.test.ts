import { expect, it } from 'vitest';
import { indicatorLinks } from './links.ts';
import { loadLexicon } from './load.ts';

it('links codes that the lexicon has', () => {
  const known = new Map(loadLexicon().indicators.map(({ code, names }) => [code, names]));
  const links = Object.entries(indicatorLinks());
  expect(links.length).toBeGreaterThan(30);
  expect(links.filter(([code]) => !known.has(code))).toEqual([]);
  expect(links.filter(([code, { nbs }]) => nbs !== undefined && nbs === known.get(code)?.[0])).toEqual([]);
});

it('gives no series to two codes, and says how a series differs only where there is one', () => {
  const links = Object.values(indicatorLinks());
  const series = links.flatMap(({ worldBank }) => worldBank ?? []);
  expect(new Set(series).size).toBe(series.length);
  expect(links.filter(({ worldBank, differs }) => differs !== undefined && worldBank === undefined)).toEqual(
    [],
  );
});
