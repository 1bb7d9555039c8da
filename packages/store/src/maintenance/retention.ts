import { type BlobKey, Extraction, getJson, type Snapshot, ZhibiaoError } from '@zhibiao/shared';
import { RENEWAL_MS } from '../archive/content.ts';
import type { KeptArchive } from '../archive/index.ts';
import type { Tables } from '../tables/definitions.ts';
import type { ExtractionRow, VersionRow } from '../tables/rows.ts';
import { walk } from '../tables/walk.ts';
import { type DroppedRows, removeDropped } from './dropped.ts';

/** What old snapshots are kept by. All of a page's newer snapshots stay, and always those that a version was read from. */
export interface RetentionPolicy {
  /** snapshots younger than this stay */
  keepDays: number;
  /** of older ones, the last in each stretch of so many days stays; 0 keeps none of them */
  thinToDays: number;
}

export interface RetentionResult {
  /** rows of dropped reprocess runs that nothing needs */
  dropped: DroppedRows;
  snapshots: { kept: number; removed: number };
  blobs: { kept: number; removed: number; bytes: number };
}

const DAY = 24 * 3_600_000;
/** A blob without a reference may be one that a job is about to refer to: it gets this much time, and jobs renew what they put again. */
const GRACE_MS = 2 * RENEWAL_MS;

/**
 * Removes the rows of dropped runs, thins old snapshots by a policy and takes away the blobs that nothing refers to any
 * more. Never goes: what
 * a reader can see, now or as of any time, the newest snapshot of a page, one that a version or an extraction names, and any article or
 * extraction of a version. May be broken off and called again.
 * @param options `dryRun` counts only
 */
export async function applyRetention(
  tables: Tables,
  archive: KeptArchive,
  policy: RetentionPolicy,
  { dryRun = false, now = Date.now() } = {},
): Promise<RetentionResult> {
  const { rows, ids } = await removeDropped(tables, (key) => extractionOf(archive, key), { dryRun });
  const result: RetentionResult = {
    dropped: rows,
    snapshots: { kept: 0, removed: 0 },
    blobs: { kept: 0, removed: 0, bytes: 0 },
  };
  // Read before the snapshots: a version that comes later was read from a snapshot that is newer still.
  const named = await namedSnapshots(tables, ids);
  const bodies = new Set<BlobKey>();
  for await (const { snapshot, keep } of judged(archive, policy, named, now)) {
    if (keep) {
      result.snapshots.kept++;
      bodies.add(snapshot.body);
    } else {
      result.snapshots.removed++;
      if (!dryRun) await archive.index.removeSnapshot(snapshot.key);
    }
  }
  const live = await liveBlobs(tables, bodies, ids);
  for await (const key of archive.blobs.keys()) {
    const at = await archive.blobs.writtenAt(key);
    if (live.has(key) || at === null || now - at < GRACE_MS) {
      result.blobs.kept++;
      continue;
    }
    result.blobs.removed++;
    result.blobs.bytes += (await archive.blobs.read(key))?.byteLength ?? 0;
    if (dryRun) continue;
    // The index first: a stage that finds no output makes it again, one that is led to a missing blob fails.
    await archive.index.removeDerived(key);
    await archive.blobs.remove(key);
  }
  return result;
}

/** @returns null where the blob is lost or damaged: `verify` tells of it. */
async function extractionOf(archive: KeptArchive, key: BlobKey): Promise<Extraction | null> {
  try {
    return Extraction.parse(await getJson(archive, key));
  } catch (error) {
    if (error instanceof ZhibiaoError && error.retryable) throw error;
    return null;
  }
}

async function* judged(
  archive: KeptArchive,
  policy: RetentionPolicy,
  named: ReadonlySet<string>,
  now: number,
): AsyncGenerator<{ snapshot: Snapshot; keep: boolean }> {
  let previous: Snapshot | null = null;
  // By URL, oldest first: each is judged when the next is known.
  for await (const snapshot of archive.index.snapshots()) {
    if (previous) yield { snapshot: previous, keep: isKept(previous, snapshot, policy, named, now) };
    previous = snapshot;
  }
  if (previous) yield { snapshot: previous, keep: true };
}

function isKept(
  snapshot: Snapshot,
  next: Snapshot,
  { keepDays, thinToDays }: RetentionPolicy,
  named: ReadonlySet<string>,
  now: number,
): boolean {
  if (next.url !== snapshot.url || named.has(snapshot.key) || now - snapshot.time < keepDays * DAY)
    return true;
  const stretch = (time: number) => Math.floor(time / (thinToDays * DAY));
  return thinToDays > 0 && stretch(snapshot.time) !== stretch(next.time);
}

async function namedSnapshots(tables: Tables, removed: ReadonlySet<string>): Promise<Set<string>> {
  const named = new Set<string>();
  for await (const { snapshots } of readings(tables, removed)) for (const key of snapshots) named.add(key);
  return named;
}

/** Everything that was read from a page: versions and extractions, but for those that go. */
async function* readings(
  tables: Tables,
  removed: ReadonlySet<string>,
): AsyncGenerator<VersionRow | ExtractionRow> {
  for await (const row of walk(tables.versions)) if (!removed.has(row.id)) yield row;
  for await (const row of walk(tables.extractions)) if (!removed.has(row.id)) yield row;
}

async function liveBlobs(
  tables: Tables,
  bodies: ReadonlySet<BlobKey>,
  removed: ReadonlySet<string>,
): Promise<Set<BlobKey>> {
  const live = new Set<BlobKey>(bodies);
  const add = (...keys: (BlobKey | null)[]) => {
    for (const key of keys) if (key) live.add(key);
  };
  for await (const { body, article } of walk(tables.pages)) add(body, article);
  for await (const { article, extraction } of readings(tables, removed)) add(article, extraction);
  for await (const { input, message } of walk(tables.quarantine))
    add(input, ...(JSON.stringify(message ?? null).match(/sha256-[0-9a-f]{64}/g) ?? []));
  return live;
}
