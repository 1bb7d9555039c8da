import type { BlobKey, Snapshot } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import type { Connection, SqlRow } from '../embedded/connection.ts';
import { checkRoom } from '../embedded/room.ts';
import { asBytes, jsonOfColumn, textOfColumn } from '../embedded/text.ts';
import type { WriteQueue } from '../embedded/write-queue.ts';
import type { ArchiveIndex, DerivedRow } from './content.ts';

const schema = `
CREATE TABLE IF NOT EXISTS derived (
  stage TEXT, version TEXT, input TEXT, output TEXT NOT NULL, PRIMARY KEY (stage, version, input)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS derived_output ON derived (output);
CREATE TABLE IF NOT EXISTS snapshots (key TEXT PRIMARY KEY, url TEXT NOT NULL, time INTEGER NOT NULL, row TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS snapshots_url ON snapshots (url, time, key);
`;
const PAGE = 1_000;

/** The indexes as tables of an SQLite file. */
export class IndexFile implements ArchiveIndex {
  readonly #db: Connection;
  readonly #writes: WriteQueue;

  constructor(db: Connection, writes: WriteQueue) {
    this.#db = db;
    this.#writes = writes;
    this.#db.exec(schema);
  }

  async derived(stage: string, version: string, input: BlobKey): Promise<BlobKey | null> {
    const row = this.#db.one(
      `SELECT ${asBytes('output')} FROM derived WHERE stage = ? AND version = ? AND input = ?`,
      [stage, version, input],
    );
    return row && textOfColumn(row.output, derivedIndex);
  }

  setDerived({ stage, version, input, output }: DerivedRow): Promise<void> {
    return this.#writes.write('INSERT OR REPLACE INTO derived VALUES (?, ?, ?, ?)', [
      stage,
      version,
      input,
      output,
    ]);
  }

  removeDerived(output: BlobKey): Promise<void> {
    return this.#writes.write('DELETE FROM derived WHERE output = ?', [output]);
  }

  async *derivations(): AsyncIterable<DerivedRow> {
    let after: string[] = ['', '', ''];
    for (;;) {
      const rows = this.#db
        .all(
          `SELECT ${derivedColumns
            .map(asBytes)
            .join(
              ', ',
            )} FROM derived WHERE (stage, version, input) > (?, ?, ?) ORDER BY stage, version, input LIMIT ${PAGE}`,
          after,
        )
        .map(readDerived);
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = [last.stage, last.version, last.input];
    }
  }

  addSnapshot(snapshot: Snapshot): Promise<void> {
    return this.#writes.write('INSERT OR IGNORE INTO snapshots VALUES (?, ?, ?, ?)', [
      snapshot.key,
      snapshot.url,
      snapshot.time,
      JSON.stringify(snapshot),
    ]);
  }

  async snapshot(key: string): Promise<Snapshot | null> {
    const row = this.#db.one(`SELECT ${asBytes('row')} FROM snapshots WHERE key = ?`, [key]);
    return row && readSnapshot(row);
  }

  async snapshotsOf(url: string): Promise<Snapshot[]> {
    return this.#db
      .all(`SELECT ${asBytes('row')} FROM snapshots WHERE url = ? ORDER BY time DESC, key DESC`, [url])
      .map(readSnapshot);
  }

  removeSnapshot(key: string): Promise<void> {
    return this.#writes.write('DELETE FROM snapshots WHERE key = ?', [key]);
  }

  async *snapshots(): AsyncIterable<Snapshot> {
    let after: (string | number)[] = ['', 0, ''];
    for (;;) {
      const rows = this.#db
        .all(
          `SELECT ${asBytes('row')} FROM snapshots WHERE (url, time, key) > (?, ?, ?) ORDER BY url, time, key LIMIT ${PAGE}`,
          after,
        )
        .map(readSnapshot);
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = [last.url, last.time, last.key];
    }
  }

  async check(): Promise<void> {
    this.#db.check();
    await checkRoom(this.#db.file);
  }

  async close(): Promise<void> {
    await this.#writes.settled();
    this.#db.close();
  }
}

const readSnapshot = (row: SqlRow) => jsonOfColumn(row.row, 'The index of snapshots') as Snapshot;

const derivedColumns = ['stage', 'version', 'input', 'output'] as const;
const derivedIndex = "The index of the stages' outputs";
const readDerived = (row: SqlRow): DerivedRow => {
  const [stage, version, input, output] = derivedColumns.map((name) => textOfColumn(row[name], derivedIndex));
  return {
    stage: present(stage, 'the stage'),
    version: present(version, 'the version'),
    input: present(input, 'the input'),
    output: present(output, 'the output'),
  };
};
