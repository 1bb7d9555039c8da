import type { CopyQuery } from '@zhibiao/store';
import { figureQuery, promiseQuery } from '../providers/figure-query.ts';
import type { Handler } from '../route.ts';

/** `{rows: SeriesLine[], next}`: one indicator over the years */
export const series: Handler = async (c, deps) =>
  c.json(await deps.store.seriesLines(await figureQuery(c, deps)));

/** `{rows: FigurePromise[], next}`: targets with what became of them; `?verdict=` */
export const promises: Handler = async (c, deps) =>
  c.json(await deps.store.promiseList(await promiseQuery(c, deps)));

/** `{rows: Figure[], next}`: figures that several documents give, the worst conflict first; `?conflicts=1` */
export const copies: Handler = async (c, deps) => {
  const { kind: _, ...query } = await figureQuery(c, deps);
  const conflicts = ['1', 'true', 'on'].includes(c.req.query('conflicts') ?? '');
  return c.json(await deps.store.copyList({ ...query, conflicts } as CopyQuery));
};
