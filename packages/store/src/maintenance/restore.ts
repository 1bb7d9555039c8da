import { join } from 'node:path';
import { CorruptInputError, type Observation, UsageError } from '@zhibiao/shared';
import { z } from 'zod';
import { unpackBlob } from '../archive/content.ts';
import { FileBlobs } from '../archive/files.ts';
import type { KeptArchive } from '../archive/index.ts';
import { effective } from '../documents/head.ts';
import { NamedStatements, repacked } from '../documents/named-statements.ts';
import { statementsOf } from '../documents/packing.ts';
import { placesOf, rowsOf, stretchesOf } from '../documents/statements.ts';
import { makeMissingFigures } from '../figures/keep.ts';
import { articlesOf, indexTexts } from '../search/index-texts.ts';
import type { Tables } from '../tables/definitions.ts';
import type { DocumentRow, PromotionRow, Rows, StatementsRow } from '../tables/rows.ts';
import { walk } from '../tables/walk.ts';
import { tableOrder } from './backup.ts';
import { checkPart, type Manifest, readLines, readManifest } from './parts.ts';
import { BlobPart, DerivedPart, ObservationPart, rowSchemas, SnapshotPart } from './row-schemas.ts';

const BATCH = 500;

/** What others are made of is made anew, and no part of a backup. */
const {
  figures: _figures,
  givers: _givers,
  stretches: _stretches,
  texts: _texts,
  ...keptSchemas
} = rowSchemas;

/** What a backup consists of, in the order in which it is checked. */
const partSchemas: Readonly<Record<string, z.ZodType>> = {
  ...keptSchemas,
  // Backups of older releases have them in another form.
  statements: z.union([keptSchemas.statements, NamedStatements]),
  observations: ObservationPart,
  snapshots: SnapshotPart,
  derived: DerivedPart,
  blobs: BlobPart,
};

const partsOfFormat1 = [
  'documents',
  'promotions',
  'extractions',
  'versions',
  'observations',
  'terms',
  'pages',
  'sources',
  'webhooks',
  'runs',
  'quarantine',
];

export interface RestoreOptions {
  /** the store holds what an earlier try of the same restore has brought */
  readonly resume?: boolean;
  /**
   * Sources stay enabled. Without it all are disabled until a person has looked at them: whoever wrote the backup chose
   * which private hosts they may reach.
   */
  readonly trustSources?: boolean;
}

/**
 * Brings a backup back into an empty store and archive. Its rows are checked before the first is written, its blobs as they come.
 * @throws UsageError when the store is not empty, CorruptInputError when a part is damaged, UnknownSchemaError
 */
export async function restore(
  directory: string,
  tables: Tables,
  archive: KeptArchive,
  { resume = false, trustSources = false }: RestoreOptions = {},
): Promise<Manifest> {
  const manifest = await readManifest(directory);
  const [occupied] = await tables.extractions.find({}, { by: 'id', limit: 1 });
  if (occupied && !resume)
    throw new UsageError(
      `${tables.name} is not empty. Restore into a new store, or resume a restore that broke off.`,
      tables.name,
    );
  await checkParts(directory, manifest);
  await checkBlobs(directory, manifest);
  await restoreArchive(directory, archive);
  const heads = await readHeads(directory);
  // Heads last: what is not all there yet is not shown.
  for (const name of tableOrder.toReversed()) {
    if (name === 'statements' && manifest.parts.observations) await packObservations(directory, tables);
    if (name === 'documents') await makeEntries(tables);
    // Backups of older releases have fewer parts.
    if (!manifest.parts[name]) continue;
    let batch: object[] = [];
    for await (const row of readLines<object>(directory, name, partSchemas[name] as z.ZodType<object>)) {
      if (name === 'sources' && !trustSources) batch.push({ ...row, enabled: false });
      // The system that it comes from may go on telling them.
      else if (name === 'webhooks' && !trustSources) batch.push({ ...row, state: 'paused' });
      else batch.push(restored(name, row, heads));
      if (batch.length < BATCH) continue;
      await tables[name].insert(batch as never);
      batch = [];
    }
    await tables[name].insert(batch as never);
  }
  await makeMissingFigures(tables, () => {});
  await indexTexts(tables, articlesOf(archive));
  return manifest;
}

/** Statements from a backup that has a row for each observation; those of a version lie together. */
async function packObservations(directory: string, tables: Tables): Promise<void> {
  let version = '';
  let observations: Observation[] = [];
  const flush = async () => {
    if (observations.length > 0) await tables.statements.insert([statementsOf(version, observations)]);
    observations = [];
  };
  for await (const { document, n, observation } of readLines(directory, 'observations', ObservationPart)) {
    const id = `${document}.${n}`;
    if (version !== id) await flush();
    version = id;
    observations.push(observation);
  }
  await flush();
}

/** What observations are found by, and the regions, from the versions and their statements. */
async function makeEntries(tables: Tables): Promise<void> {
  for await (const version of walk(tables.versions)) {
    const statements = await tables.statements.get(version.id);
    const observations = statements ? rowsOf(version, statements).map((row) => row.observation) : [];
    await tables.stretches.insert(stretchesOf(version, observations));
    await tables.places.insert(placesOf({ ...version.report, observations }));
  }
}

/** @throws CorruptInputError when a part is missing, is unknown or is not what the backup wrote */
async function checkParts(directory: string, { parts, format }: Manifest): Promise<void> {
  const wrong = (what: string) =>
    new CorruptInputError(`The manifest in ${directory} ${what}. Nothing was restored.`, directory);
  // Backups of older releases have no list of blobs.
  const wanted = [...(format === 1 ? partsOfFormat1 : tableOrder), 'snapshots', 'derived'];
  const missing = wanted.filter((name) => !Object.hasOwn(parts, name));
  if (missing.length > 0) throw wrong(`lacks ${missing.join(', ')}`);
  for (const [name, part] of Object.entries(parts)) {
    const schema = Object.hasOwn(partSchemas, name) ? partSchemas[name] : undefined;
    if (!schema) throw wrong(`names a part that no backup has: ${JSON.stringify(name.slice(0, 100))}`);
    await checkPart(directory, name, part, schema);
  }
}

/** @throws CorruptInputError when a blob of the backup's list is not there */
async function checkBlobs(directory: string, { parts }: Manifest): Promise<void> {
  if (!parts.blobs) return; // backups of older releases have no list
  const source = new FileBlobs(join(directory, 'blobs'), false);
  for await (const key of readLines(directory, 'blobs', BlobPart))
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
  for await (const row of readLines(directory, 'snapshots', SnapshotPart)) await archive.addSnapshot(row);
  for await (const row of readLines(directory, 'derived', DerivedPart)) await archive.index.setDerived(row);
}

interface Marked {
  document: string;
  n: number;
  current: boolean;
  mark: number;
}

function restored(name: keyof Rows, row: object, heads: Parameters<typeof marked>[1]): object {
  if (name === 'versions') return marked(row as Marked, heads);
  if (name === 'statements') return repacked(row as StatementsRow);
  if (name !== 'documents') return row;
  const { figures: _figures, ...document } = row as DocumentRow;
  return document;
}

/** A row may have been copied later than its document's head, and its mark have moved on in between: the head decides anew. */
function marked(row: Marked, heads: ReadonlyMap<string, { n: number; rev: number }>): Marked {
  const head = heads.get(row.document);
  return { ...row, current: head?.n === row.n, mark: head?.rev ?? 0 };
}

async function readHeads(directory: string): Promise<Map<string, { n: number; rev: number }>> {
  const promotions = new Map<string, PromotionRow>();
  for await (const row of readLines(directory, 'promotions', rowSchemas.promotions))
    promotions.set(row.run, row);
  const heads = new Map<string, { n: number; rev: number }>();
  for await (const row of readLines(directory, 'documents', rowSchemas.documents))
    heads.set(row.id, { n: effective(row, promotions)?.n ?? 0, rev: row.rev });
  return heads;
}
