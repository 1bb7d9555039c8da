import { join } from 'node:path';
import { makeFolder } from '../folder.ts';
import { definitions, type Tables, tableNames } from '../tables/definitions.ts';
import { Connection } from './connection.ts';
import { migrate, repack } from './migrations.ts';
import { type Reader, ReaderThreads } from './readers.ts';
import { checkRoom } from './room.ts';
import { SqlTable } from './table.ts';

/**
 * Opens the embedded database in a directory: one SQLite file, for any number of processes of one machine at once.
 * With `readers`, questions are answered by threads of their own. `onRepacked` is told how many rows of an older release were looked at.
 * @throws ArchiveFullError, StoreUnavailableError, UnknownSchemaError
 */
export async function openEmbedded(
  directory: string,
  { readers = false, onRepacked = (_rows: number) => {} } = {},
): Promise<Tables> {
  makeFolder(directory);
  const file = join(directory, 'store.db');
  const db = new Connection(file);
  migrate(db, file);
  await repack(db, onRepacked).catch((error: unknown) => {
    db.close();
    throw error;
  });
  const threads = readers ? new ReaderThreads(file) : null;
  const over = (reader: Reader, inside = false): Tables => ({
    ...(Object.fromEntries(
      tableNames.map((name) => [name, new SqlTable(db, definitions[name], { reader, inside })]),
    ) as unknown as Tables),
    name: file,
    together: (work) => (inside ? work() : db.together(work)),
    atOnce: (jobs) => db.alone(jobs.map((job) => () => job.work(within))),
    check: async () => {
      db.check();
      db.one('SELECT 1');
      await checkRoom(file);
    },
    close: async () => {
      await threads?.close();
      db.close();
    },
  });
  const within = over(db, true);
  return threads ? { ...over(db), reading: over(threads) } : over(db);
}
