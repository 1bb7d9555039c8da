import { observationQuery } from '../providers/figure-query.ts';
import type { Handler } from '../route.ts';

/** `{rows: ObservationRow[], next}` */
export const queryObservations: Handler = async (c, deps) =>
  c.json(await deps.store.observations(await observationQuery(c, deps)));
