import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { nameWriteFault } from '../archive/files.ts';
import { definitions, type Tables, tableNames } from '../tables/definitions.ts';
import type { Table } from '../tables/table.ts';
import { Connection } from './connection.ts';
import { migrate } from './migrations.ts';
import { SqlTable } from './table.ts';

/**
 * Opens the embedded database in a directory: one SQLite file, for any number of processes of one machine at once.
 * @throws ArchiveFullError, StoreUnavailableError, UnknownSchemaError
 */
export async function openEmbedded(directory: string): Promise<Tables> {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    throw nameWriteFault(error, directory);
  }
  const file = join(directory, 'store.db');
  const db = new Connection(file);
  migrate(db, file);
  const tables: Record<string, Table<object>> = {};
  for (const name of tableNames) tables[name] = new SqlTable(db, definitions[name]);
  return {
    ...(tables as unknown as Tables),
    name: file,
    together: (work) => db.together(work),
    close: async () => db.close(),
  };
}
