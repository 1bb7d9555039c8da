import type { Tables } from '../tables/definitions.ts';
import type { DocumentRow } from '../tables/rows.ts';
import type { Promotions } from './head.ts';

/**
 * Reads what was decided on the runs whose shadows these documents carry. Must be read after the documents: then a run's
 * word counts for all of them or for none.
 */
export async function promotionsOf(tables: Tables, documents: readonly DocumentRow[]): Promise<Promotions> {
  const runs = [...new Set(documents.flatMap((document) => document.shadows.map((shadow) => shadow.run)))];
  if (runs.length === 0) return new Map();
  return new Map((await tables.promotions.getMany(runs)).map((row) => [row.run, row]));
}
