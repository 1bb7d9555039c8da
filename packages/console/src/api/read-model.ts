import type { RankingQuery } from '@zhibiao/store';
import { changeQuery } from '../providers/change-query.ts';
import { figureQuery } from '../providers/figure-query.ts';
import { readNumber, readRegion } from '../providers/filters.ts';
import type { ConsoleContext, Handler } from '../route.ts';

/** `{rows: Figure[], next}` */
export const listFigures: Handler = async (c, deps) =>
  c.json(await deps.store.figures(await figureQuery(c, deps)));

/** `{rows: Ranked[], next, of}`: `?indicator=&year=`, and `level`, `order` */
export const listRanking: Handler = async (c, deps) => {
  const query = { ...(await figureQuery(c, deps)), level: given(c, 'level'), order: given(c, 'order') };
  return c.json(await deps.store.ranking(query as RankingQuery));
};

/** `{rows: Coverage[], next}`: `?region=&genre=` */
export const listCoverage: Handler = async (c, { store }) => {
  const region = given(c, 'region');
  const limit = given(c, 'limit');
  return c.json(
    await store.coverage({
      region: region === undefined ? undefined : readRegion(region),
      genre: given(c, 'genre') as 'work-report' | undefined,
      limit: limit === undefined ? undefined : readNumber('limit', limit),
      after: given(c, 'after'),
    }),
  );
};

/** `{rows: FigureChange[], next}`: `?since=` a date or `?days=` back */
export const listChanges: Handler = async (c, deps) =>
  c.json(await deps.store.changes(await changeQuery(c, deps)));

/** `{rows: TextHit[], next}`: `?q=` words, each of two characters or more */
export const listTexts: Handler = async (c, { store }) => {
  const region = given(c, 'region');
  const year = given(c, 'year');
  return c.json(
    await store.search({
      words: given(c, 'q') ?? '',
      region: region === undefined ? undefined : readRegion(region),
      year: year === undefined ? undefined : readNumber('year', year),
      after: given(c, 'after'),
    }),
  );
};

/** An empty field of a form is no filter. */
const given = (c: ConsoleContext, name: string): string | undefined => c.req.query(name)?.trim() || undefined;
