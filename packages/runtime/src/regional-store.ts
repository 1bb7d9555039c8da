import { UsageError } from '@zhibiao/shared';
import type {
  DocumentStore,
  Figure,
  PageOf,
  PromiseCounts,
  Ranked,
  Ranking,
  RankingQuery,
} from '@zhibiao/store';
import { mostCounted } from '@zhibiao/store';
import { codesOf, type RegionalLine, underAllCodes, withTurns } from './former-regions.ts';

/** A store whose answers of a region hold what stands under its former codes, and under that of the unit which it became. */
export interface RegionalStore extends DocumentStore {
  seriesLines(query: Parameters<DocumentStore['seriesLines']>[0]): Promise<PageOf<RegionalLine>>;
}

/** Every question of a region is put under each of its codes: see `codesOf`. */
export const regional = (store: DocumentStore): RegionalStore => ({
  ...store,
  documents: (query = {}) => underAllCodes(query, store.documents),
  observations: (query = {}) => underAllCodes(query, store.observations),
  figures: (query = {}) => underAllCodes(query, store.figures),
  promiseList: (query = {}) => underAllCodes(query, store.promiseList),
  coverage: (query = {}) => underAllCodes(query, store.coverage),
  search: (query) => underAllCodes(query, store.search),
  seriesLines: async (query) => {
    const page = await underAllCodes(query, store.seriesLines);
    return { ...page, rows: page.rows.map(withTurns) };
  },
  changes: (query) => merged(query, store.changes, (a, b) => a.at - b.at),
  copyList: (query = {}) => merged(query, store.copyList, (a, b) => worst(b) - worst(a)),
  ranking: (query) => ranking(query, store.ranking),
  figureCount: (query = {}) => added(query, store.figureCount),
  copyCount: (query = {}) => added(query, store.copyCount),
  coverageCount: (query = {}) => added(query, store.coverageCount),
  changeCount: (query) => added(query, store.changeCount),
  promiseCounts: async (query = {}) => {
    const sum: PromiseCounts = { open: 0, met: 0, missed: 0, 'cannot tell': 0 };
    for (const one of queries(query)) {
      const counts = await store.promiseCounts(one);
      for (const verdict of Object.keys(sum) as (keyof PromiseCounts)[])
        sum[verdict] = Math.min(sum[verdict] + counts[verdict], mostCounted);
    }
    return sum;
  },
});

interface Paged {
  region?: string | undefined;
  limit?: number | undefined;
  after?: string | undefined;
}

const queries = <Q extends Paged>(query: Q): Q[] =>
  query.region === undefined ? [query] : codesOf(query.region).map((region) => ({ ...query, region }));

/** @returns how many there are under all codes, `mostCounted` or more; null where one of them is not counted */
async function added<Q extends Paged>(
  query: Q,
  count: (query: Q) => Promise<number | null>,
): Promise<number | null> {
  const counts = await Promise.all(queries(query).map(count));
  return counts.reduce((sum, n) => (sum === null || n === null ? null : Math.min(sum + n, mostCounted)), 0);
}

/** Those that agree come last. */
const worst = ({ conflict, spread }: Figure): number => (conflict ? spread : -1);

/** How far the answers under each code were taken: a cursor, `null` at the end. */
type Taken = (string | null | undefined)[];

/** Answers under each code, in the order that they have in common. */
async function merged<Q extends Paged, T>(
  query: Q,
  ask: (query: Q) => Promise<PageOf<T>>,
  order: (a: T, b: T) => number,
): Promise<PageOf<T>> {
  const all = queries(query);
  if (all.length < 2) return ask(query);
  const limit = query.limit ?? 100;
  const from = query.after === undefined ? all.map(() => undefined) : readTaken(query.after, all.length);
  const page = async (i: number, most: number): Promise<PageOf<T>> =>
    from[i] === null
      ? { rows: [], next: null }
      : ask({ ...(all[i] ?? query), limit: most, after: from[i] ?? undefined });
  const pages = await Promise.all(all.map((_, i) => page(i, limit)));
  const rows = pages.flatMap(({ rows: found }, of) => found.map((row) => ({ row, of })));
  const first = rows.sort((a, b) => order(a.row, b.row)).slice(0, limit);
  const next: Taken = [];
  for (const [i, found] of pages.entries()) {
    const taken = first.filter(({ of }) => of === i).length;
    if (taken === found.rows.length) next.push(found.next);
    else next.push(taken === 0 ? from[i] : (await page(i, taken)).next);
  }
  const isEnd = next.every((cursor) => cursor === null);
  return {
    rows: first.map(({ row }) => row),
    next: isEnd ? null : JSON.stringify(next.map((c) => c ?? c === null)),
  };
}

/** In a cursor `true` stands for the end, and `false` for the start. */
function readTaken(after: string, codes: number): Taken {
  let read: unknown;
  try {
    read = JSON.parse(after);
  } catch {
    read = null;
  }
  if (!Array.isArray(read) || read.length !== codes || !read.every((c) => typeof c !== 'object'))
    throw new UsageError('after: not a cursor of this question.', 'after');
  return read.map((cursor) => (cursor === true ? null : cursor === false ? undefined : String(cursor)));
}

/** The places of the regions under each code, as one ranking: those of one unit are compared. */
async function ranking(
  query: RankingQuery,
  ask: (query: RankingQuery) => Promise<Ranking>,
): Promise<Ranking> {
  const all = queries(query);
  if (all.length < 2) return ask(query);
  const { limit = 100, after, ...rest } = query;
  const start = after === undefined ? 0 : Number(after);
  if (!Number.isInteger(start) || start < 0)
    throw new UsageError('after: not a cursor of this question.', 'after');
  const found: Ranked[] = [];
  for (const { region } of all) {
    let from: string | undefined;
    do {
      const page: Ranking = await ask({ ...rest, region, limit: 1_000, after: from });
      found.push(...page.rows);
      from = page.next ?? undefined;
    } while (from !== undefined);
  }
  const sign = query.order === 'lowest' ? 1 : -1;
  const sorted = found
    .filter(({ figure }) => figure.unit === found[0]?.figure.unit)
    .sort((a, b) => sign * (a.figure.value - b.figure.value) || (a.figure.id < b.figure.id ? -1 : 1));
  const rows = sorted.map(({ figure }) => ({
    place: 1 + sorted.findIndex((other) => other.figure.value === figure.value),
    figure,
  }));
  const end = start + limit;
  return { rows: rows.slice(start, end), next: end < rows.length ? String(end) : null, of: rows.length };
}
