import type { BlobKey, Snapshot } from '@zhibiao/shared';
import { RENEWAL_MS } from '../archive/content.ts';
import type { KeptArchive } from '../archive/index.ts';
import type { Tables } from '../tables/definitions.ts';
import { walk } from '../tables/walk.ts';

/** What old snapshots are kept by. All of a page's newer snapshots stay, and always those that a version was read from. */
export interface RetentionPolicy {
  /** snapshots younger than this stay */
  keepDays: number;
  /** of older ones, the last in each stretch of so many days stays; 0 keeps none of them */
  thinToDays: number;
}

export interface RetentionResult {
  snapshots: { kept: number; removed: number };
  blobs: { kept: number; removed: number; bytes: number };
}

const DAY = 24 * 3_600_000;
/** A blob without a reference may be one that a job is about to refer to: it gets this much time, and jobs renew what they put again. */
const GRACE_MS = 2 * RENEWAL_MS;

/**
 * Thins old snapshots by a policy and takes away the blobs that nothing refers to any more. Never goes: the newest snapshot of a page, one
 * that a version or an extraction names, and any article or extraction of a version.
 * @param options `dryRun` counts only
 */
export async function applyRetention(
  tables: Tables,
  archive: KeptArchive,
  policy: RetentionPolicy,
  { dryRun = false, now = Date.now() } = {},
): Promise<RetentionResult> {
  const result: RetentionResult = {
    snapshots: { kept: 0, removed: 0 },
    blobs: { kept: 0, removed: 0, bytes: 0 },
  };
  // Read before the snapshots: a version that comes later was read from a snapshot that is newer still.
  const named = await namedSnapshots(tables);
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
  const live = await liveBlobs(tables, bodies);
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

async function namedSnapshots(tables: Tables): Promise<Set<string>> {
  const named = new Set<string>();
  for await (const { snapshots } of walk(tables.versions)) for (const key of snapshots) named.add(key);
  for await (const { snapshots } of walk(tables.extractions)) for (const key of snapshots) named.add(key);
  return named;
}

async function liveBlobs(tables: Tables, bodies: ReadonlySet<BlobKey>): Promise<Set<BlobKey>> {
  const live = new Set<BlobKey>(bodies);
  const add = (...keys: (BlobKey | null)[]) => {
    for (const key of keys) if (key) live.add(key);
  };
  for await (const { body, article } of walk(tables.pages)) add(body, article);
  for await (const { article, extraction } of walk(tables.extractions)) add(article, extraction);
  for await (const { article, extraction } of walk(tables.versions)) add(article, extraction);
  for await (const { input, message } of walk(tables.quarantine))
    add(input, ...(JSON.stringify(message ?? null).match(/sha256-[0-9a-f]{64}/g) ?? []));
  return live;
}
