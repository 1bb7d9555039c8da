import type { z } from 'zod';
import type { Tables } from '../tables/definitions.ts';
import type { ObservationRow } from '../tables/rows.ts';
import { observationFilter, type PageOf, type ObservationQuery as Query } from './query.ts';
import { topicsOf } from './topics.ts';
import { visiblePage } from './visible.ts';

type Read = z.output<typeof Query>;

/** One page of the observations that readers see. */
export async function observationsPage(
  tables: Tables,
  read: Read,
  after = read.after,
): Promise<PageOf<ObservationRow>> {
  const flags = read.flags ?? [];
  return visiblePage(tables, tables.observations, {
    after,
    limit: read.limit,
    asOf: read.asOf,
    filter: observationFilter(read, await topicsOf(tables, read.name)),
    accept: ({ observation }) => flags.every((flag) => observation.flags.includes(flag)),
  });
}
