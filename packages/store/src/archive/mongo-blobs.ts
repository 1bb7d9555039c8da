import type { BlobKey } from '@zhibiao/shared';
import { Binary, type Collection } from 'mongodb';
import { isDuplicate, type MongoConnection, nameMongoFault } from '../mongo/connect.ts';
import { type Blobs, RENEWAL_MS } from './content.ts';

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

/** Blobs as rows: small ones whole, large ones in pieces. */
export class MongoBlobs implements Blobs {
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
