import { UsageError } from '@zhibiao/shared';
import type { Figure, FigureQuery, PageOf } from '@zhibiao/store';
import type { ConsoleDeps } from '../deps.ts';

/** So many rows are sorted at once: more would take longer than a reader waits. */
export const mostSorted = 5_000;
/** Rows of a page of any list of the console. */
export const pageRows = 50;

/** What rows can be sorted by. */
export const figureOrders = {
  region: (f: Figure) => f.region.adcode ?? f.region.name,
  period: (f: Figure) => f.period?.start ?? null,
  kind: (f: Figure) => f.kind,
  indicator: (f: Figure) => f.indicator.code ?? f.indicator.name,
  value: (f: Figure) => f.value,
  report: (f: Figure) => f.documents,
} as const;

export interface SortedFigures extends PageOf<Figure> {
  /** how many there are; null where it was not counted */
  readonly total: number | null;
  /** they cannot be sorted, being too many or not counted: they stand by region and year */
  readonly unsorted: boolean;
}

/** @param sort a name of `figureOrders`, with `-` before it largest first @throws UsageError */
export async function sortedFigures(
  { store }: Pick<ConsoleDeps, 'store'>,
  query: FigureQuery,
  sort: string | undefined,
): Promise<SortedFigures> {
  const by = figureOrders[sort?.replace(/^-/, '') as keyof typeof figureOrders];
  const { after, limit = pageRows, ...filter } = query;
  const total = await store.figureCount(filter);
  if (!sort || !by || total === null || total > mostSorted) {
    const tooMany = Boolean(sort && by);
    return { ...(await store.figures({ limit, ...query })), total, unsorted: tooMany };
  }
  const start = Number(after ?? 0);
  if (!Number.isInteger(start) || start < 0)
    throw new UsageError('after: not the cursor of a page.', 'after');
  const rows = await allOf(store, filter);
  const sorted = rows.sort(ordered(by, sort.startsWith('-')));
  const end = start + limit;
  return {
    rows: sorted.slice(start, end),
    next: end < sorted.length ? String(end) : null,
    total,
    unsorted: false,
  };
}

async function allOf(store: ConsoleDeps['store'], filter: FigureQuery): Promise<Figure[]> {
  const rows: Figure[] = [];
  let after: string | undefined;
  do {
    const page = await store.figures({ ...filter, limit: 1_000, after });
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined && rows.length < mostSorted);
  return rows;
}

/** Rows without a value stand last in both directions. */
export function ordered<T>(by: (row: T) => string | number | null, descending: boolean) {
  const sign = descending ? -1 : 1;
  return (one: T, other: T): number => {
    const [a, b] = [by(one), by(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order =
      typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-CN');
    return sign * order;
  };
}
