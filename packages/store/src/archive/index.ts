import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isMongoUrl } from '../mongo/address.ts';
import { ContentArchive, type KeptArchive } from './content.ts';
import { FileBlobs, nameWriteFault } from './files.ts';
import { IndexFile } from './index-file.ts';
import { openMongoArchive } from './mongo.ts';

export type { ArchiveIndex, Blobs, DerivedRow, KeptArchive } from './content.ts';

export interface ArchiveOptions {
  /** flush every blob to the disk before it counts as stored: survives a power cut, costs much speed */
  sync?: boolean;
}

/**
 * Opens (and makes) the archive at a directory or a `mongodb://` address. Several processes may have one open at once;
 * a directory must be on a local file system, for its index is an SQLite file: for several machines take MongoDB.
 * @throws ArchiveFullError, StoreUnavailableError
 */
export async function openArchive(location: string, options: ArchiveOptions = {}): Promise<KeptArchive> {
  if (isMongoUrl(location)) return openMongoArchive(location);
  const blobs = join(location, 'blobs');
  await mkdir(blobs, { recursive: true }).catch((error: unknown) => {
    throw nameWriteFault(error, blobs);
  });
  return new ContentArchive(
    new FileBlobs(blobs, options.sync ?? false),
    new IndexFile(join(location, 'index.db')),
  );
}
