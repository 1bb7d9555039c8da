import { present } from '@zhibiao/shared';
import type { Choice } from '../figures/choose.ts';
import { type Figure, figureOf } from '../figures/figure.ts';
import type { Tables } from '../tables/definitions.ts';
import type { FigureRow } from '../tables/rows.ts';
import { walk } from '../tables/walk.ts';
import { refuseAsOf } from './as-of.ts';
import { questionOf, readCursor, writeCursor } from './cursor.ts';
import { fits } from './figure-lists.ts';
import { see } from './figure-pages.ts';
import { figureFilter, needIndicator, RankingQuery } from './figure-query.ts';
import { type PageOf, readQuery } from './query.ts';

/** A region's place by a figure; regions with the same value share a place. */
export interface Ranked {
  place: number;
  figure: Figure;
}

export interface Ranking extends PageOf<Ranked> {
  /** how many regions are ranked */
  of: number;
}

/** How the codes of a level's regions end. */
const levels = {
  province: /^\d\d0000$/,
  city: /^\d\d(?!00)\d\d00$/,
  county: /^\d{4}(?!00)\d\d$/,
} as const;

/**
 * The regions by a figure of one year: one figure a region, the one without a scope where there are several. @throws
 * UsageError without an indicator
 */
export async function ranking(tables: Tables, query: RankingQuery): Promise<Ranking> {
  const read = readQuery(RankingQuery, query);
  needIndicator(read, 'a ranking');
  refuseAsOf(read, 'a ranking');
  const question = questionOf('ranking', read);
  const { key, taken } = readCursor(question, read.after);
  const rows: FigureRow[] = [];
  for await (const row of walk(tables.figures, await figureFilter(tables, read)))
    if (row.period?.end === row.year && !row.period?.from && isLevel(row, read.level)) rows.push(row);
  const best = new Map<string, Ranks>();
  for (const seen of await see(tables, rows)) {
    const choice = seen[read.kind];
    const region = seen.row.region.adcode;
    if (!choice || region === null || !fits(seen, choice, read)) continue;
    const known = best.get(region);
    if (!known || isPlainer(seen.row, known.row)) best.set(region, { row: seen.row, choice });
  }
  const unit = commonest([...best.values()].map(({ row }) => row.unit));
  const sign = read.order === 'highest' ? -1 : 1;
  const sorted = [...best.values()]
    .filter(({ row }) => row.unit === unit)
    .sort((a, b) => sign * (chosenValue(a) - chosenValue(b)) || (a.row.id < b.row.id ? -1 : 1));
  let place = 0;
  const places = sorted.map((one, i) => {
    if (i === 0 || chosenValue(one) !== chosenValue(present(sorted[i - 1], 'the one before in sorted')))
      place = i + 1;
    return place;
  });
  const start = Number(key ?? 0) + taken;
  const end = start + read.limit;
  const page = sorted.slice(start, end);
  const next = end < sorted.length ? writeCursor(question, { key: String(end), taken: 0 }) : null;
  return {
    rows: page.map(({ row, choice }, i) => ({
      place: present(places[start + i], 'an item of places'),
      figure: figureOf(row, choice),
    })),
    next,
    of: sorted.length,
  };
}

interface Ranks {
  row: FigureRow;
  choice: Choice;
}

const chosenValue = ({ choice }: Ranks): number => choice.chosen.value;

const isLevel = ({ region: { adcode } }: FigureRow, level: keyof typeof levels | undefined): boolean =>
  level === undefined || (adcode !== null && levels[level].test(adcode));

/** A figure without a scope or another base says most of a region. */
const isPlainer = (a: FigureRow, b: FigureRow): boolean => weight(a) < weight(b);
const weight = ({ scope, basis }: FigureRow): number => Number(scope !== null) + 2 * Number(basis !== null);

function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
