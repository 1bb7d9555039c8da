import type { BlobKey, Snapshot } from '@zhibiao/shared';
import { Binary, type Collection, MongoBulkWriteError, MongoServerError } from 'mongodb';
import { connectMongo, type MongoConnection, nameMongoFault } from '../mongo/connect.ts';
import {
  type ArchiveIndex,
  type Blobs,
  ContentArchive,
  type DerivedRow,
  type KeptArchive,
  RENEWAL_MS,
} from './content.ts';

/** Largest piece of a packed blob in one row: well below the 16 MB that MongoDB takes. */
const PIECE = 8 * 1024 * 1024;

interface BlobRow {
  _id: BlobKey;
  size: number;
  pieces: number;
  /** when it was written or renewed */
  at: number;
  /** the packed bytes themselves where they fit one row */
  data?: Binary;
}
interface PieceRow {
  _id: string;
  data: Binary;
}

/** The archive in MongoDB, for many machines: collections `blobs`, `blobPieces`, `derived` and `snapshots`. */
export async function openMongoArchive(url: string): Promise<KeptArchive> {
  const connection = await connectMongo(url);
  const index = new MongoIndex(connection);
  await index.prepare();
  return new ContentArchive(new MongoBlobs(connection), index);
}

const isDuplicate = (error: unknown) =>
  (error instanceof MongoServerError || error instanceof MongoBulkWriteError) && error.code === 11000;

class MongoBlobs implements Blobs {
  readonly #connection: MongoConnection;
  readonly #blobs: Collection<BlobRow>;
  readonly #pieces: Collection<PieceRow>;

  constructor(connection: MongoConnection) {
    this.#connection = connection;
    this.#blobs = connection.db.collection('blobs');
    this.#pieces = connection.db.collection('blobPieces');
  }

  /** The pieces go first and the row that names them last: a blob is there wholly or not at all. */
  async write(key: BlobKey, packed: Buffer, size: number): Promise<void> {
    const pieces = packed.byteLength > PIECE ? Math.ceil(packed.byteLength / PIECE) : 0;
    await this.#guard(async () => {
      for (let i = 0; i < pieces; i++) {
        const data = new Binary(packed.subarray(i * PIECE, (i + 1) * PIECE));
        await this.#pieces.replaceOne({ _id: `${key}/${i}` }, { data }, { upsert: true });
      }
      const row: BlobRow = {
        _id: key,
        size,
        pieces,
        at: Date.now(),
        ...(pieces ? {} : { data: new Binary(packed) }),
      };
      await this.#blobs.insertOne(row).catch((error: unknown) => {
        if (!isDuplicate(error)) throw error;
      });
    });
  }

  async read(key: BlobKey): Promise<Buffer | null> {
    return this.#guard(async () => {
      const row = await this.#blobs.findOne({ _id: key });
      if (!row) return null;
      if (row.data) return Buffer.from(row.data.buffer.subarray(0, row.data.position));
      const parts: Uint8Array[] = [];
      for (let i = 0; i < row.pieces; i++) {
        const piece = await this.#pieces.findOne({ _id: `${key}/${i}` });
        if (piece) parts.push(piece.data.buffer.subarray(0, piece.data.position));
      }
      return Buffer.concat(parts);
    });
  }

  async has(key: BlobKey): Promise<boolean> {
    return this.#guard(
      async () => (await this.#blobs.findOne({ _id: key }, { projection: { _id: 1 } })) !== null,
    );
  }

  async renew(key: BlobKey): Promise<boolean> {
    const at = await this.writtenAt(key);
    if (at !== null && Date.now() - at > RENEWAL_MS)
      await this.#guard(() => this.#blobs.updateOne({ _id: key }, { $set: { at: Date.now() } }));
    return at !== null;
  }

  async writtenAt(key: BlobKey): Promise<number | null> {
    return (
      (await this.#guard(() => this.#blobs.findOne({ _id: key }, { projection: { at: 1 } })))?.at ?? null
    );
  }

  async remove(key: BlobKey): Promise<void> {
    await this.#guard(async () => {
      const row = await this.#blobs.findOneAndDelete({ _id: key }, { projection: { pieces: 1 } });
      for (let i = 0; i < (row?.pieces ?? 0); i++) await this.#pieces.deleteOne({ _id: `${key}/${i}` });
    });
  }

  async *keys(): AsyncIterable<BlobKey> {
    for await (const row of this.#blobs.find({}, { projection: { _id: 1 }, sort: { _id: 1 } })) yield row._id;
  }

  async close(): Promise<void> {
    await this.#connection.client.close();
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    return work().catch((error: unknown) => {
      throw nameMongoFault(error, this.#connection.name);
    });
  }
}

type SnapshotRow = { _id: string; url: string; time: number; row: string };

class MongoIndex implements ArchiveIndex {
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
        { _id: key },
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

  async close(): Promise<void> {}

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    return work().catch((error: unknown) => {
      // Two upserts of one new key at once: one of them loses, and the row is there, which is what was wanted.
      if (isDuplicate(error)) return null as T;
      throw nameMongoFault(error, this.#connection.name);
    });
  }
}
