import { present } from '@zhibiao/shared';
import type { z } from 'zod';
import type { Judgement } from '../compare/satisfaction.ts';
import type { Choice } from '../figures/choose.ts';
import { changedAfter, changedAt } from '../figures/contribute.ts';
import { type Figure, figureOf } from '../figures/figure.ts';
import type { Tables } from '../tables/definitions.ts';
import type { FigureRow } from '../tables/rows.ts';
import type { Filter } from '../tables/table.ts';
import { refuseAsOf, rowsAsOf } from './as-of.ts';
import { finder } from './figure-finder.ts';
import { listFigures, type Seen, see } from './figure-pages.ts';
import {
  ChangeQuery,
  CopyQuery,
  countedAlong,
  disputed,
  FigureQuery,
  figureFilter,
  PromiseQuery,
} from './figure-query.ts';
import { type PageOf, readQuery } from './query.ts';

/** A promise with what became of it. */
export interface FigurePromise {
  target: Figure;
  actual: Figure | null;
  judgement: Judgement | null;
  verdict: 'open' | 'met' | 'missed' | 'cannot tell';
}

/** What has become of a figure: `retired` is one that nobody gives any more, with the values it had. */
export interface FigureChange {
  id: string;
  state: 'new' | 'changed' | 'retired';
  /** milliseconds since the epoch */
  at: number;
  region: FigureRow['region'];
  indicator: FigureRow['indicator'];
  period: FigureRow['period'];
  measure: FigureRow['measure'];
  actual: Figure | null;
  target: Figure | null;
  /** the chosen values before */
  before: { actual: number | null; target: number | null } | null;
}

/** By region and year. @throws UsageError */
export async function figures(tables: Tables, query: FigureQuery): Promise<PageOf<Figure>> {
  const read = readQuery(FigureQuery, query);
  return listFigures(tables, {
    kind: 'figures',
    query: read,
    filter: await figureFilter(tables, read),
    rows: await rowsAsOf(tables, read),
    by: 'id',
    expand: (seen) => expandFigure(seen, read).map((side) => figureOf(seen.row, side)),
  });
}

/** Where counts of figures end: a page waits for no more. */
export const mostCounted = 10_000;

/**
 * How many figures there are; {@link mostCounted} stands for that many and more.
 * @returns null where no index tells: for a genre, a source, a time of the past
 * @throws UsageError
 */
export async function figureCount(tables: Tables, query: FigureQuery): Promise<number | null> {
  const read = readQuery(FigureQuery, query);
  if (read.genre !== undefined || read.source !== undefined || read.asOf !== undefined) return null;
  const filter = countedAlong(await figureFilter(tables, read));
  const rows = await tables.figures.count(filter, mostCounted);
  if (read.kind || rows === mostCounted) return rows;
  const both = await tables.figures.count({ ...filter, kinds: { eq: 'at' } });
  return Math.min(rows + both, mostCounted);
}

/** @returns the figure of an id, or null where nobody gives it now */
export async function figureById(tables: Tables, id: string): Promise<Figure | null> {
  const kind = /^(.*) (actual|target)$/s.exec(id);
  const row = kind && (await tables.figures.get(present(kind[1], 'the second of kind')));
  const [seen] = row ? await see(tables, [row]) : [];
  const choice = seen && (present(kind, 'the kind')[2] === 'target' ? seen.target : seen.actual);
  return choice ? figureOf(seen.row, choice) : null;
}

/** Targets with what became of them, by region and year. @throws UsageError */
export async function promiseList(tables: Tables, query: PromiseQuery): Promise<PageOf<FigurePromise>> {
  const read = readQuery(PromiseQuery, query);
  const filter = await figureFilter(tables, { ...read, kind: 'target' });
  return listFigures(tables, {
    kind: 'promises',
    query: { ...read, kind: 'target' },
    filter: read.verdict ? { ...filter, verdict: { eq: read.verdict } } : filter,
    rows: await rowsAsOf(tables, read),
    by: 'id',
    expand: (seen) => {
      if (!seen.target || !fits(seen, seen.target, read)) return [];
      const verdict = seen.judgement?.verdict ?? 'open';
      if (read.verdict && read.verdict !== verdict) return [];
      const actual = seen.actual && seen.row.period ? figureOf(seen.row, seen.actual) : null;
      return [{ target: figureOf(seen.row, seen.target), actual, judgement: seen.judgement, verdict }];
    },
  });
}

export type PromiseCounts = Record<FigurePromise['verdict'], number>;

/** How many promises there are of each verdict; {@link mostCounted} stands for that many and more. @throws UsageError */
export async function promiseCounts(tables: Tables, query: PromiseQuery): Promise<PromiseCounts> {
  const read = readQuery(PromiseQuery, query);
  const { kinds: _kinds, ...filter } = await figureFilter(tables, { ...read, kind: 'target' });
  const counts: PromiseCounts = { open: 0, met: 0, missed: 0, 'cannot tell': 0 };
  const past = await rowsAsOf(tables, read);
  if (past) {
    for (const { verdict } of past)
      if (verdict && (!read.verdict || read.verdict === verdict)) counts[verdict]++;
    return counts;
  }
  const count =
    read.genre === undefined && read.source === undefined
      ? (of: Filter) => tables.figures.count(of, mostCounted)
      : (of: Filter) => countGiven(tables, of, read);
  for (const verdict of Object.keys(counts) as (keyof PromiseCounts)[])
    if (!read.verdict || read.verdict === verdict)
      counts[verdict] = await count({ ...filter, verdict: { eq: verdict } });
  return counts;
}

/** Counts the figures whose target a genre or a source gives, as far as {@link mostCounted}. */
async function countGiven(
  tables: Tables,
  filter: Filter,
  { genre, source }: Pick<z.output<typeof PromiseQuery>, 'genre' | 'source'>,
): Promise<number> {
  const find = finder(tables, { filter, by: 'id', query: { genre, source, kind: 'target' } });
  let count = 0;
  for (let after: string | null | undefined; after !== null && count < mostCounted; ) {
    const { rows, next } = await find(after, COUNTED_AT_ONCE);
    count += rows.length;
    after = next;
  }
  return Math.min(count, mostCounted);
}
const COUNTED_AT_ONCE = 500;

/** Figures that several documents give, the worst conflict first. @throws UsageError */
export async function copyList(tables: Tables, query: CopyQuery): Promise<PageOf<Figure>> {
  const read = readQuery(CopyQuery, query);
  return listFigures(tables, {
    kind: 'copies',
    query: read,
    filter: { ...(await figureFilter(tables, read)), dispute: disputed(read.conflicts) },
    rows: await rowsAsOf(tables, read),
    by: 'dispute',
    expand: (seen) =>
      sidesOf(seen)
        .filter((side) => side.documents > 1 && (!read.conflicts || side.conflict) && fits(seen, side, read))
        .map((side) => figureOf(seen.row, side)),
  });
}

/** What has changed after a time, the oldest or the newest first. @throws UsageError */
export async function changes(tables: Tables, query: ChangeQuery): Promise<PageOf<FigureChange>> {
  const read = readQuery(ChangeQuery, query);
  refuseAsOf(read, 'a list of changes');
  const { kinds: _kinds, ...filter } = await figureFilter(tables, read);
  return listFigures(tables, {
    kind: 'changes',
    query: read,
    filter: { ...filter, changed: { gt: changedAfter(read.since) } },
    by: 'changed',
    descending: read.order === 'newest',
    expand: ({ row, actual, target }) => {
      const state = row.kinds === '' ? 'retired' : row.since > read.since ? 'new' : 'changed';
      if (state === 'retired' && row.before === null) return [];
      const { id, region, indicator, period, measure, before } = row;
      const side = (choice: Choice | null) => choice && figureOf(row, choice);
      const about = { id, state, at: changedAt(row), region, indicator, period, measure, before } as const;
      return [{ ...about, actual: side(actual), target: side(target) }];
    },
  });
}

/** @returns the chosen values of a row that a question is of */
export const expandFigure = (
  seen: Seen,
  read: Pick<z.output<typeof FigureQuery>, 'kind' | 'genre' | 'source'>,
): Choice[] => sidesOf(seen, read.kind).filter((side) => fits(seen, side, read));

const sidesOf = ({ actual, target }: Seen, kind?: 'actual' | 'target'): Choice[] =>
  [actual, target].filter((side): side is Choice => side !== null && (!kind || side.chosen.kind === kind));

/** What no index tells: whether a document of a genre or source gives the figure. */
export function fits(
  { row }: Seen,
  { values }: Choice,
  { genre, source }: Pick<z.output<typeof FigureQuery>, 'genre' | 'source'>,
): boolean {
  if (genre === undefined && source === undefined) return true;
  const givers = new Set(values.flatMap(({ documents }) => documents));
  return row.documents.some(
    ({ document, now }) =>
      givers.has(document) &&
      (genre === undefined || now?.genre === genre) &&
      (source === undefined || now?.source === source),
  );
}
