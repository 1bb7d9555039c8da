import type { BlobKey, Snapshot } from '@zhibiao/shared';
import type { Collection } from 'mongodb';
import { isDuplicate, type MongoConnection, nameMongoFault, pingMongo } from '../mongo/connect.ts';
import type { ArchiveIndex, DerivedRow } from './content.ts';

type SnapshotRow = { _id: string; url: string; time: number; row: string };

/** Which output was made of which input, and which snapshots a URL has. */
export class MongoIndex implements ArchiveIndex {
  readonly #connection: MongoConnection;
  readonly #derived: Collection<DerivedRow & { _id: string }>;
  readonly #snapshots: Collection<SnapshotRow>;

  constructor(connection: MongoConnection) {
    this.#connection = connection;
    this.#derived = connection.db.collection('derived');
    this.#snapshots = connection.db.collection('snapshots');
  }

  async prepare(): Promise<void> {
    await this.#guard(async () => {
      await this.#derived.createIndex({ output: 1 });
      await this.#snapshots.createIndex({ url: 1, time: 1, _id: 1 });
    });
  }

  async derived(stage: string, version: string, input: BlobKey): Promise<BlobKey | null> {
    const row = await this.#guard(() => this.#derived.findOne({ _id: `${stage} ${version} ${input}` }));
    return row?.output ?? null;
  }

  async setDerived(row: DerivedRow): Promise<void> {
    const id = `${row.stage} ${row.version} ${row.input}`;
    await this.#guard(() => this.#derived.replaceOne({ _id: id }, row, { upsert: true }));
  }

  async removeDerived(output: BlobKey): Promise<void> {
    await this.#guard(() => this.#derived.deleteMany({ output }));
  }

  async *derivations(): AsyncIterable<DerivedRow> {
    for await (const { stage, version, input, output } of this.#derived.find({}, { sort: { _id: 1 } }))
      yield { stage, version, input, output };
  }

  /** Header names and addresses come from outside, so the row is kept as JSON: nothing in it can be a MongoDB operator. */
  async addSnapshot(snapshot: Snapshot): Promise<void> {
    const { key, url, time } = snapshot;
    await this.#guard(() =>
      this.#snapshots.updateOne(
        // The address as well: an upsert on a sharded collection must name the shard key.
        { _id: key, url },
        { $setOnInsert: { url, time, row: JSON.stringify(snapshot) } },
        { upsert: true },
      ),
    );
  }

  async snapshot(key: string): Promise<Snapshot | null> {
    const row = await this.#guard(() => this.#snapshots.findOne({ _id: key }));
    return row && (JSON.parse(row.row) as Snapshot);
  }

  async snapshotsOf(url: string): Promise<Snapshot[]> {
    const rows = await this.#guard(() =>
      this.#snapshots.find({ url }, { sort: { time: -1, _id: -1 } }).toArray(),
    );
    return rows.map((row) => JSON.parse(row.row) as Snapshot);
  }

  async removeSnapshot(key: string): Promise<void> {
    await this.#guard(() => this.#snapshots.deleteOne({ _id: key }));
  }

  async *snapshots(): AsyncIterable<Snapshot> {
    for await (const row of this.#snapshots.find({}, { sort: { url: 1, time: 1, _id: 1 } }))
      yield JSON.parse(row.row) as Snapshot;
  }

  check(): Promise<void> {
    return pingMongo(this.#connection);
  }

  async close(): Promise<void> {}

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    return work().catch((error: unknown) => {
      // Two upserts of one new key at once: one of them loses, and the row is there, which is what was wanted.
      if (isDuplicate(error)) return null as T;
      throw nameMongoFault(error, this.#connection.name);
    });
  }
}
