import { figureQuery } from '../providers/figure-query.ts';
import type { Handler } from '../route.ts';

/** `ObservationRow[]`: one indicator over the years */
export const series: Handler = async (c, deps) => c.json(await deps.store.series(await figureQuery(c, deps)));

/** `PromiseKept[]`: targets beside what was reported of them later */
export const promises: Handler = async (c, deps) =>
  c.json(await deps.store.promises(await figureQuery(c, deps)));

/** `FigureCopies[]`: figures that several documents give */
export const copies: Handler = async (c, deps) => c.json(await deps.store.copies(await figureQuery(c, deps)));
