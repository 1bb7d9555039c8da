import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobKey } from '@zhibiao/shared';
import { FileBlobs, nameWriteFault } from '../archive/files.ts';
import type { KeptArchive } from '../archive/index.ts';
import { makeFolder } from '../folder.ts';
import type { Tables } from '../tables/definitions.ts';
import type { Rows } from '../tables/rows.ts';
import { walk } from '../tables/walk.ts';
import { backupFormat, type Manifest, writeLines } from './parts.ts';

/**
 * Heads before what they point to, and both before the archive: whatever a copied row refers to was there when it was copied, so that
 * a backup of a store in use is whole. What was promoted is read after the documents, as readers do. What observations
 * are found by and figures are made anew by a restore.
 */
export const tableOrder = [
  'documents',
  'promotions',
  'extractions',
  'versions',
  'statements',
  'reviews',
  'overrides',
  'terms',
  'places',
  'pages',
  'sources',
  'webhooks',
  'runs',
  'quarantine',
] as const satisfies (keyof Rows)[];

/**
 * Copies a store and its archive into a directory: rows as gzipped JSON lines, blobs as the files archive keeps them. Done again
 * into the same directory, it copies only the blobs that are new. The manifest comes last: without one there is no backup.
 * @throws ArchiveFullError, StoreUnavailableError
 */
export async function backup(tables: Tables, archive: KeptArchive, directory: string): Promise<Manifest> {
  const parts: Manifest['parts'] = {};
  makeFolder(join(directory, 'blobs'));
  const save = async (name: string, rows: AsyncIterable<unknown>) => {
    parts[name] = await writeLines(directory, name, rows);
  };
  for (const name of tableOrder) await save(name, walk<object>(tables[name]));
  await save('snapshots', archive.index.snapshots());
  await save('derived', archive.index.derivations());
  await save('blobs', copyBlobs(archive, new FileBlobs(join(directory, 'blobs'), true)));
  const blobs = parts.blobs?.rows ?? 0;
  const manifest: Manifest = { format: backupFormat, at: new Date().toISOString(), parts, blobs };
  const draft = join(directory, 'manifest.tmp');
  await writeFile(draft, `${JSON.stringify(manifest, null, 2)}\n`).catch((error: unknown) => {
    throw nameWriteFault(error, directory);
  });
  await rename(draft, join(directory, 'manifest.json'));
  return manifest;
}

/** @returns the keys of the blobs that were copied, now or before: by this list a restore sees that one has got lost */
async function* copyBlobs(archive: KeptArchive, target: FileBlobs): AsyncGenerator<BlobKey> {
  for await (const key of archive.blobs.keys()) {
    if (!(await target.has(key))) {
      const packed = await archive.blobs.read(key);
      // Retention has taken it since it was listed: nothing refers to it.
      if (!packed) continue;
      await target.write(key, packed);
    }
    yield key;
  }
}
