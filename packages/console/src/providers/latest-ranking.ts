import type { Ranked, RankingQuery } from '@zhibiao/store';
import type { HandlerDeps } from '../route.ts';

const yearsBack = 8;

export interface LatestRanking {
  readonly year: number;
  readonly rows: readonly Ranked[];
  readonly of: number;
}

/**
 * The ranking of the last year that has one, looked for from next year backwards.
 * @param without a region that is not ranked with those below it
 */
export async function latestRanking(
  { store, now = Date.now }: Pick<HandlerDeps, 'store' | 'now'>,
  query: Omit<RankingQuery, 'year'>,
  without?: string,
): Promise<LatestRanking | null> {
  const last = new Date(now()).getUTCFullYear() + 1;
  for (let year = last; year > last - yearsBack; year--) {
    const { rows, of } = await store.ranking({ ...query, year });
    const ranked = rows.filter(({ figure }) => figure.region.adcode !== without);
    if (ranked.length > 1) return { year, rows: ranked, of };
  }
  return null;
}
