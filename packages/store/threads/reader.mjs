/**
 * The thread of `ReaderThreads`: one read connection, statements in the order in which they come. Plain JavaScript beside `src` and `dist`,
 * since a thread starts from a file, and tests run from the sources.
 */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'libsql';

const db = new Database(workerData.file);
for (const setting of [`busy_timeout = ${workerData.busyMs}`, 'query_only = ON', 'cache_size = -16384'])
  db.exec(`PRAGMA ${setting}`);
const statements = new Map();

parentPort.on('message', ({ id, sql, values }) => {
  try {
    let statement = statements.get(sql);
    if (!statement) {
      if (statements.size > 500) statements.clear();
      statement = db.prepare(sql);
      statements.set(sql, statement);
    }
    parentPort.postMessage({ id, rows: statement.all(values) });
  } catch (error) {
    parentPort.postMessage({ id, error: { message: error.message, code: error.code } });
  }
});
