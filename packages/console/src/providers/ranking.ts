import type { Ranked, RankingQuery } from '@zhibiao/store';
import type { ConsoleContext, HandlerDeps } from '../route.ts';
import { figureQuery } from './figure-query.ts';
import { latestRanking } from './latest-ranking.ts';
import type { Listing } from './listing.ts';

/** So many regions are drawn. */
const mostDrawn = 40;

export interface RankingAnswer {
  readonly query: RankingQuery;
  /** what is ranked: a code or a name */
  readonly indicator: string;
  /** the first places, which are drawn */
  readonly first: readonly Ranked[];
  readonly listing: Listing<Ranked>;
}

/**
 * The ranking that a request asks for: of GDP without an indicator, of the last year that has one without a year, of
 * the measure that most regions
 * give without a measure. @returns null where nobody is ranked @throws UsageError
 */
export async function readRanking(c: ConsoleContext, deps: HandlerDeps): Promise<RankingAnswer | null> {
  const { after: _, year, ...filters } = await figureQuery(c, deps);
  const named = filters.code !== undefined || filters.name !== undefined;
  const given = { ...filters, ...(year ? { year } : {}), ...choicesOf(c), limit: mostDrawn };
  const asked = { ...(named ? {} : { code: 'gdp' }), ...given };
  const measures = asked.measure ? [asked.measure] : (['growth', 'level'] as const);
  const found = await Promise.all(measures.map((measure) => rankedBy(deps, { ...asked, measure })));
  const [ranking] = found
    .flatMap((one) => one ?? [])
    .sort((a, b) => b.query.year - a.query.year || b.of - a.of);
  if (!ranking) return null;
  const { query, rows: first, of } = ranking;
  return {
    query,
    indicator: c.req.query('indicator')?.trim() || query.code || query.name || '',
    first,
    listing: {
      page: (limit, after) => deps.store.ranking({ ...query, limit, after }),
      count: async () => of,
    },
  };
}

async function rankedBy(deps: HandlerDeps, asked: Omit<RankingQuery, 'year'> & { year?: number }) {
  const { year, ...query } = asked;
  const answer =
    year === undefined
      ? await latestRanking(deps, query)
      : { ...(await deps.store.ranking({ ...query, year })), year };
  if (!answer || answer.rows.length === 0) return null;
  return { query: { ...query, year: answer.year }, rows: answer.rows, of: answer.of };
}

/** What only a ranking is asked. */
function choicesOf(c: ConsoleContext): Partial<RankingQuery> {
  const level = c.req.query('level');
  const order = c.req.query('order');
  return {
    ...(level ? { level: level as RankingQuery['level'] } : {}),
    ...(order ? { order: order as RankingQuery['order'] } : {}),
  };
}
