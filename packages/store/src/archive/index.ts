import { join } from 'node:path';
import { Connection } from '../embedded/connection.ts';
import { WriteQueue } from '../embedded/write-queue.ts';
import { makeFolder } from '../folder.ts';
import { isMongoUrl } from '../mongo/address.ts';
import { BlobRows } from './blob-rows.ts';
import { ContentArchive, type KeptArchive } from './content.ts';
import { FileBlobs } from './files.ts';
import { IndexFile } from './index-file.ts';
import { LocalBlobs } from './local-blobs.ts';

export type { ArchiveIndex, Blobs, DerivedRow, KeptArchive } from './content.ts';

export interface ArchiveOptions {
  /** flush every write to the disk before it counts as stored: survives a power cut, costs much speed */
  sync?: boolean;
}

/** A blob is read once or never: what a page cache of this size holds is the upper part of the indexes. */
const CACHE_KB = 4_096;

/**
 * Opens (and makes) the archive at a directory or a `mongodb://` address. Several processes may have one open at once;
 * a directory must be on a local file system, for its indexes and small blobs are an SQLite file: for several machines take MongoDB.
 * @throws ArchiveFullError, StoreUnavailableError
 * @example
 * ```ts
 * import { mkdtemp } from 'node:fs/promises';
 * import { openArchive } from '@zhibiao/store';
 * const archive = await openArchive(await mkdtemp('/tmp/zhibiao-example-'));
 * const key = await archive.put(new TextEncoder().encode('abc'));
 * new TextDecoder().decode(await archive.get(key)); // → 'abc'
 * await archive.close();
 * ```
 */
export async function openArchive(location: string, options: ArchiveOptions = {}): Promise<KeptArchive> {
  if (isMongoUrl(location)) return (await import('./mongo.ts')).openMongoArchive(location);
  const blobs = join(location, 'blobs');
  makeFolder(blobs);
  const sync = options.sync ?? false;
  const db = new Connection(join(location, 'index.db'), { cacheKb: CACHE_KB, sync });
  const writes = new WriteQueue(db);
  return new ContentArchive(
    new LocalBlobs(new BlobRows(db, writes), new FileBlobs(blobs, sync)),
    new IndexFile(db, writes),
  );
}
