import { present, UsageError } from '@zhibiao/shared';
import type { PageOf } from '@zhibiao/store';
import type { ConsoleContext } from '../route.ts';

/** Rows of a page of any list of the console. */
const pageRows = 50;
/** So many rows are sorted at once: more would take longer than a reader waits. */
const mostSorted = 5_000;

/** What a list is read from. */
export interface Listing<T> {
  /** a page in the list's own order */
  page(limit: number, after: string | undefined): Promise<PageOf<T>>;
  /** how many there are; null where that takes longer than a reader waits */
  count?(): Promise<number | null>;
  /** the count may be a little too high */
  readonly about?: boolean;
  /** where the count ends: so many, and it may be more */
  readonly ends?: number;
  /** so do the rows: those behind are not to be had */
  readonly cut?: boolean;
  /** so many are sorted at the most; `mostSorted` unless said otherwise */
  readonly most?: number;
}

/** What rows are sorted by under the name of a column. */
export interface Order<T> {
  readonly key: string;
  readonly by?: ((row: T) => string | number | null) | undefined;
}

/** Where a count ends that does not. */
const exact = Number.MAX_SAFE_INTEGER;

/** The rows of one page of a list. */
export interface Shown<T> extends PageOf<T> {
  /** how many there are on all pages; null where it is not known */
  readonly total: number | null;
  /** the total may be a little too high */
  readonly about: boolean;
  /** where the count ends */
  readonly ends: number;
  /** how many stand before them */
  readonly skipped: number;
  /** so many could be sorted, and there are more: they stand in their own order; null where any column sorts them */
  readonly unsortable: number | null;
}

/**
 * The rows that a request asks for: `sort` names a column, with `-` before it largest first, over all pages; `skip` and
 * `after` say where the
 * page begins. @throws UsageError
 */
export async function readListing<T>(
  c: ConsoleContext,
  listing: Listing<T>,
  orders: readonly Order<T>[],
): Promise<Shown<T>> {
  const sort = c.req.query('sort') ?? '';
  const skipped = readSkip(c);
  const by = orders.find(({ key }) => key === sort.replace(/^-/, ''))?.by;
  const { most = mostSorted } = listing;
  const total = (await listing.count?.()) ?? null;
  const all = by && (total === null || total <= most) ? await allOf(listing, most) : null;
  if (by && all) {
    const sorted = all.sort(ordered(by, sort.startsWith('-')));
    return {
      ...pageOfArray(sorted, pageRows, skipped),
      total: sorted.length,
      about: false,
      ends: listing.cut ? present(listing.ends, 'the ends') : exact,
      skipped,
      unsortable: null,
    };
  }
  const after = c.req.query('after') || undefined;
  const page = await listing.page(pageRows, after);
  const last = page.next === null && (after === undefined || skipped > 0);
  return {
    ...page,
    total: last ? skipped + page.rows.length : total,
    about: !last && Boolean(listing.about),
    ends: last && !listing.cut ? exact : (listing.ends ?? exact),
    skipped: after === undefined ? 0 : skipped,
    unsortable: by || (total !== null && total > most) ? most : null,
  };
}

/** A list whose rows are all at hand. @param limit so many were asked for, where it may be more */
export const listingOf = <T>(rows: readonly T[], limit = exact): Listing<T> => ({
  page: async (limit, after) => pageOfArray(rows, limit, Number(after ?? 0)),
  count: async () => rows.length,
  most: Number.POSITIVE_INFINITY,
  ends: limit,
  cut: rows.length >= limit,
});

/** Lists one after the other, as if they were one. */
export function chained<T>(listings: readonly Listing<T>[]): Listing<T> {
  return {
    async page(limit, after) {
      const [, at = '0', cursor] = /^(\d+)~(.*)$/s.exec(after ?? '') ?? [];
      const rows: T[] = [];
      let from = cursor || undefined;
      for (let i = Number(at); i < listings.length; i++) {
        if (rows.length === limit) return { rows, next: `${i}~${from ?? ''}` };
        const page = await present(listings[i], 'listings at i').page(limit - rows.length, from);
        rows.push(...page.rows);
        if (page.next !== null) return { rows, next: `${i}~${page.next}` };
        from = undefined;
      }
      return { rows, next: null };
    },
    async count() {
      const counts = await Promise.all(listings.map((listing) => listing.count?.() ?? null));
      return counts.reduce((sum, n) => (sum === null || n === null ? null : sum + n), 0);
    },
  };
}

function pageOfArray<T>(rows: readonly T[], limit: number, start: number): PageOf<T> {
  const end = start + limit;
  return { rows: rows.slice(start, end), next: end < rows.length ? String(end) : null };
}

/** @returns null where there are more than `most` */
async function allOf<T>(listing: Listing<T>, most: number): Promise<T[] | null> {
  const rows: T[] = [];
  let after: string | undefined;
  do {
    const page = await listing.page(1_000, after);
    rows.push(...page.rows);
    after = page.next ?? undefined;
    if (rows.length > most) return null;
  } while (after !== undefined);
  return rows;
}

function readSkip(c: ConsoleContext): number {
  const skip = Number(c.req.query('skip') || 0);
  if (!Number.isInteger(skip) || skip < 0) throw new UsageError('skip: how many rows stand before.', 'skip');
  return skip;
}

/** Rows without a value stand last in both directions. */
export function ordered<T>(by: (row: T) => string | number | null, descending: boolean) {
  const sign = descending ? -1 : 1;
  return (one: T, other: T): number => {
    const [a, b] = [by(one), by(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
    return sign * order;
  };
}

// `localeCompare` with a locale is a hundred times as slow.
const { compare } = new Intl.Collator('zh-CN', { numeric: true });
