import type { z } from 'zod';
import { rowAt } from '../documents/statements.ts';
import { withWords } from '../reviews/overlay.ts';
import type { Tables } from '../tables/definitions.ts';
import type { ObservationEntry, ObservationRow } from '../tables/rows.ts';
import { observationFilter, type PageOf, type ObservationQuery as Query } from './query.ts';
import { topicsOf } from './topics.ts';
import { visiblePage } from './visible.ts';

type Read = z.output<typeof Query>;

/** One page of the observations that readers see; with what people said of them where the question is of now. */
export async function observationsPage(
  tables: Tables,
  read: Read,
  after = read.after,
): Promise<PageOf<ObservationRow>> {
  const wanted = read.flags ?? [];
  const page = await visiblePage(tables, tables.observations, {
    after,
    limit: read.limit,
    asOf: read.asOf,
    filter: observationFilter(read, await topicsOf(tables, read.name)),
    accept: ({ flags = [] }) => wanted.every((flag) => flags.includes(flag)),
  });
  const rows = await readEntries(tables, page.rows);
  return { ...page, rows: read.asOf === undefined ? await withWords(tables, rows) : rows };
}

/** Puts the observations together that entries stand for, in their order; one whose version was removed meanwhile is left out. */
async function readEntries(tables: Tables, entries: readonly ObservationEntry[]): Promise<ObservationRow[]> {
  const ids = [...new Set(entries.map(({ document, n }) => `${document}.${n}`))];
  const versions = new Map((await tables.versions.getMany(ids)).map((row) => [row.id, row]));
  const statements = new Map((await tables.statements.getMany(ids)).map((row) => [row.id, row]));
  return entries.flatMap(({ document, n, place }) => {
    const [version, said] = [versions.get(`${document}.${n}`), statements.get(`${document}.${n}`)];
    return version && said ? [rowAt(version, said, place)] : [];
  });
}
