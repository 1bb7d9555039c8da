import { observationFilters } from '../providers/filters.ts';
import type { Handler } from '../route.ts';

/** `ObservationRow[]`: one indicator over the years */
export const series: Handler = async (c, deps) =>
  c.json(await deps.store.series(observationFilters(c, deps)));

/** `PromiseKept[]`: targets beside what was reported of them later */
export const promises: Handler = async (c, deps) =>
  c.json(await deps.store.promises(observationFilters(c, deps)));

/** `FigureCopies[]`: figures that several documents give */
export const copies: Handler = async (c, deps) =>
  c.json(await deps.store.copies(observationFilters(c, deps)));
