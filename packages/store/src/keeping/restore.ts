import { join } from 'node:path';
import { type BlobKey, CorruptInputError, type Snapshot, UsageError } from '@zhibiao/shared';
import { unpackBlob } from '../archive/content.ts';
import { FileBlobs } from '../archive/files.ts';
import type { DerivedRow, KeptArchive } from '../archive/index.ts';
import { effective } from '../documents/head.ts';
import type { Tables } from '../tables/definitions.ts';
import type { DocumentRow, PromotionRow } from '../tables/rows.ts';
import { tableOrder } from './backup.ts';
import { checkPart, type Manifest, readLines, readManifest } from './parts.ts';

const BATCH = 500;

/**
 * Brings a backup back into an empty store and archive. Its parts are checked before the first row is written, its blobs as they come.
 * @param options `resume`: the store holds what an earlier try of the same restore has brought
 * @throws UsageError when the store is not empty, CorruptInputError when a part is damaged, UnknownSchemaError
 */
export async function restore(
  directory: string,
  tables: Tables,
  archive: KeptArchive,
  { resume = false } = {},
): Promise<Manifest> {
  const manifest = await readManifest(directory);
  const [occupied] = await tables.extractions.find({}, { by: 'id', limit: 1 });
  if (occupied && !resume)
    throw new UsageError(
      `${tables.name} is not empty. Restore into a new store, or resume a restore that broke off.`,
      tables.name,
    );
  for (const [name, part] of Object.entries(manifest.parts)) await checkPart(directory, name, part);
  await checkBlobs(directory, manifest);
  await restoreArchive(directory, archive);
  const heads = await readHeads(directory);
  // Heads last: what is not all there yet is not shown.
  for (const name of tableOrder.toReversed()) {
    let batch: object[] = [];
    for await (const row of readLines<object>(directory, name)) {
      batch.push(name === 'versions' || name === 'observations' ? marked(row as Marked, heads) : row);
      if (batch.length < BATCH) continue;
      await tables[name].insert(batch as never);
      batch = [];
    }
    await tables[name].insert(batch as never);
  }
  return manifest;
}

/** @throws CorruptInputError when a blob of the backup's list is not there */
async function checkBlobs(directory: string, { parts }: Manifest): Promise<void> {
  if (!parts.blobs) return; // backups of older releases have no list
  const source = new FileBlobs(join(directory, 'blobs'), false);
  for await (const key of readLines<BlobKey>(directory, 'blobs'))
    if (!(await source.has(key)))
      throw new CorruptInputError(
        `Blob ${key} of the backup in ${directory} is missing. Nothing was restored; take another backup.`,
        key,
      );
}

async function restoreArchive(directory: string, archive: KeptArchive): Promise<void> {
  const source = new FileBlobs(join(directory, 'blobs'), false);
  for await (const key of source.keys()) {
    if (await archive.has(key)) continue;
    const packed = await source.read(key);
    if (packed) await archive.put(await unpackBlob(key, packed));
  }
  for await (const row of readLines<Snapshot>(directory, 'snapshots')) await archive.addSnapshot(row);
  for await (const row of readLines<DerivedRow>(directory, 'derived')) await archive.index.setDerived(row);
}

interface Marked {
  document: string;
  n: number;
  current: boolean;
  mark: number;
}

/** A row may have been copied later than its document's head, and its mark have moved on in between: the head decides anew. */
function marked(row: Marked, heads: ReadonlyMap<string, { n: number; rev: number }>): Marked {
  const head = heads.get(row.document);
  return { ...row, current: head?.n === row.n, mark: head?.rev ?? 0 };
}

async function readHeads(directory: string): Promise<Map<string, { n: number; rev: number }>> {
  const promotions = new Map<string, PromotionRow>();
  for await (const row of readLines<PromotionRow>(directory, 'promotions')) promotions.set(row.run, row);
  const heads = new Map<string, { n: number; rev: number }>();
  for await (const row of readLines<DocumentRow>(directory, 'documents'))
    heads.set(row.id, { n: effective(row, promotions)?.n ?? 0, rev: row.rev });
  return heads;
}
