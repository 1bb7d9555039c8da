import type { Tables } from '../tables/definitions.ts';
import type { ObservationRow } from '../tables/rows.ts';
import { rowsOf } from './statements.ts';

/** In the order of the text. */
export async function readObservations(
  tables: Tables,
  document: string,
  n: number,
): Promise<ObservationRow[]> {
  const id = `${document}.${n}`;
  const version = await tables.versions.get(id);
  const statements = version && (await tables.statements.get(id));
  return statements ? rowsOf(version, statements) : [];
}
