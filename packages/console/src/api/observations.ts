import { observationFilters } from '../providers/filters.ts';
import type { Handler } from '../route.ts';

/** `{rows: ObservationRow[], next}` */
export const queryObservations: Handler = async (c, { store }) =>
  c.json(await store.observations(observationFilters(c)));
