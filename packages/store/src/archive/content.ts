import { promisify } from 'node:util';
import { constants, gunzip, gunzipSync, gzip, gzipSync } from 'node:zlib';
import {
  type Archive,
  type BlobKey,
  blobKey,
  CorruptInputError,
  MissingBlobError,
  type Snapshot,
  UsageError,
} from '@zhibiao/shared';

const level = constants.Z_BEST_SPEED;
/** Up to here, bytes, packing takes less time than handing it to another thread does: half a millisecond at most. */
const SMALL = 64 * 1024;
const packAside = promisify(gzip);
const unpackAside = promisify(gunzip);
const pack = async (bytes: Uint8Array) =>
  bytes.byteLength > SMALL ? packAside(bytes, { level }) : gzipSync(bytes, { level });
/** No page, attachment or extraction comes near it; a blob from outside may claim to be anything. */
const maxOutputLength = 512 * 1024 * 1024;
const unpack = async (packed: Buffer) =>
  packed.byteLength > SMALL / 4
    ? unpackAside(packed, { maxOutputLength })
    : gunzipSync(packed, { maxOutputLength });

/** A blob that was written or renewed no longer ago is not renewed again: that would cost a write at every repetition. */
export const RENEWAL_MS = 12 * 3_600_000;

/** Where packed blobs lie. `write` is idempotent and atomic: a key is there wholly or not at all. */
export interface Blobs {
  /** @param size length before packing */
  write(key: BlobKey, packed: Buffer, size: number): Promise<void>;
  read(key: BlobKey): Promise<Buffer | null>;
  has(key: BlobKey): Promise<boolean>;
  /**
   * True when a whole blob of this key and size (before packing) is there; then it counts as written anew, so that nobody takes it for
   * forgotten while a job is about to refer to it.
   */
  renew(key: BlobKey, size: number): Promise<boolean>;
  /** When the blob was written or renewed (to within `RENEWAL_MS`), milliseconds since the epoch; null where there is none. */
  writtenAt(key: BlobKey): Promise<number | null>;
  remove(key: BlobKey): Promise<void>;
  keys(): AsyncIterable<BlobKey>;
  close(): Promise<void>;
}

export interface DerivedRow {
  stage: string;
  version: string;
  input: BlobKey;
  output: BlobKey;
}

/** The two indexes of an archive. Every write may be repeated and may come from several processes at once. */
export interface ArchiveIndex {
  derived(stage: string, version: string, input: BlobKey): Promise<BlobKey | null>;
  setDerived(row: DerivedRow): Promise<void>;
  removeDerived(output: BlobKey): Promise<void>;
  derivations(): AsyncIterable<DerivedRow>;
  addSnapshot(snapshot: Snapshot): Promise<void>;
  snapshot(key: string): Promise<Snapshot | null>;
  snapshotsOf(url: string): Promise<Snapshot[]>;
  removeSnapshot(key: string): Promise<void>;
  /** In the order of CDX: by URL, then oldest first. */
  snapshots(): AsyncIterable<Snapshot>;
  /** @throws StoreUnavailableError while nothing can be written */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** What keepers of an archive (verify, backup, retention, WARC) need beyond what stages need. */
export interface KeptArchive extends Archive {
  readonly blobs: Blobs;
  readonly index: ArchiveIndex;
  /** @throws StoreUnavailableError while it does not answer */
  check(): Promise<void>;
}

/** Keys come from messages and command lines: nothing but a hash may become a path. @returns its 64 digits. @throws UsageError */
export function hexOf(key: BlobKey): string {
  if (!/^sha256-[0-9a-f]{64}$/.test(key))
    throw new UsageError(`${JSON.stringify(key)} is no blob key (sha256- and 64 hex digits).`, key);
  return key.slice(7);
}

/** @throws CorruptInputError when the packed bytes do not hold what their key says */
export async function unpackBlob(key: BlobKey, packed: Buffer): Promise<Uint8Array> {
  const bytes = await unpack(packed).catch((cause: unknown) => {
    throw new CorruptInputError(
      `Blob ${key} cannot be unpacked. Restore it from a backup, or crawl the page again.`,
      key,
      { cause },
    );
  });
  const found = blobKey(bytes);
  if (found === key) return bytes;
  throw new CorruptInputError(`Blob ${key} holds other bytes (${found}). Restore it from a backup.`, key);
}

/** Packs, names and checks blobs; the bytes lie in `blobs`, the indexes in `index`. */
export class ContentArchive implements KeptArchive {
  readonly blobs: Blobs;
  readonly index: ArchiveIndex;

  constructor(blobs: Blobs, index: ArchiveIndex) {
    this.blobs = blobs;
    this.index = index;
  }

  async put(content: Uint8Array | string): Promise<BlobKey> {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    const key = blobKey(bytes);
    if (await this.blobs.renew(key, bytes.byteLength)) return key;
    await this.blobs.write(key, await pack(bytes), bytes.byteLength);
    return key;
  }

  async get(key: BlobKey): Promise<Uint8Array> {
    const packed = await this.blobs.read(key);
    if (packed) return unpackBlob(key, packed);
    throw new MissingBlobError(
      `Blob ${key} is not in the archive. Restore it from a backup, or crawl the page again.`,
      key,
    );
  }

  has(key: BlobKey): Promise<boolean> {
    return this.blobs.has(key);
  }

  derived(stage: string, version: string, input: BlobKey): Promise<BlobKey | null> {
    return this.index.derived(stage, version, input);
  }

  setDerived(stage: string, version: string, input: BlobKey, output: BlobKey): Promise<void> {
    return this.index.setDerived({ stage, version, input, output });
  }

  addSnapshot(snapshot: Snapshot): Promise<void> {
    return this.index.addSnapshot(snapshot);
  }

  snapshot(key: string): Promise<Snapshot | null> {
    return this.index.snapshot(key);
  }

  snapshotsOf(url: string): Promise<Snapshot[]> {
    return this.index.snapshotsOf(url);
  }

  check(): Promise<void> {
    return this.index.check();
  }

  async close(): Promise<void> {
    await this.index.close();
    await this.blobs.close();
  }
}
