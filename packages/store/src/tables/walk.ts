import { valueAt } from './definitions.ts';
import type { Filter, Table } from './table.ts';

const BATCH = 500;

/**
 * All rows that match, by the field that names them, in batches: rows that come in meanwhile may be among them or not, none comes twice.
 * A filter must be one that narrows by equality on an index that ends with this field, or be empty.
 */
export async function* walk<T extends object>(table: Table<T>, filter: Filter = {}): AsyncGenerator<T> {
  const by = table.definition.id;
  let after = '';
  for (;;) {
    const rows = await table.find(filter, { by, after, limit: BATCH });
    yield* rows;
    if (rows.length < BATCH) return;
    after = String(valueAt(rows.at(-1), by));
  }
}
