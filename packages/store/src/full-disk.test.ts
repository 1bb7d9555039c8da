import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openArchive } from './archive/index.ts';
import { openStore } from './store.ts';
import { sampleCommit } from './testing/sample.ts';

/** A file system of 12 MB of its own, 6 MB of which one can free by taking the ballast away; null where nobody may mount one. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'zhibiao-full-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder], {
    encoding: 'utf8',
  });
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    return null;
  }
  afterAll(() => {
    spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  writeFileSync(join(folder, 'ballast'), Buffer.alloc(6 * 2 ** 20));
  return folder;
}

/** Does it again and again until it fails. @returns the failure, and what succeeded before */
async function untilFull<T>(work: (i: number) => Promise<T>): Promise<{ error: unknown; done: T[] }> {
  const done: T[] = [];
  for (let i = 0; i < 10_000; i++)
    try {
      done.push(await work(i));
    } catch (error) {
      return { error, done };
    }
  throw new Error('the disk never got full');
}

const full = { name: 'ArchiveFullError', retryable: true };
const disks = [smallDisk(), smallDisk()];
const missing = disks.includes(null);
if (missing) process.stderr.write('FULL DISKS WERE NOT TESTED: mounting a tmpfs needs root on Linux.\n');

const makeRoom = (disk: string) => rmSync(join(disk, 'ballast'));

describe.skipIf(missing)('a disk that is full', () => {
  it('embedded store: a named error, nothing half to be seen, and on it goes when there is room', async () => {
    const location = join(disks[0]!, 'store');
    const store = await openStore(location);
    const figures = Array.from({ length: 100 }, (_, i) => ({ value: i, code: `C${i}` }));
    const commit = (i: number) =>
      store.commit(sampleCommit(`http://example.com/${i}`, [{ figures }], { time: 10 }));
    // Three at a time, as a worker does: they may share a transaction.
    const stored: number[] = [];
    const { error } = await untilFull(async (i) => {
      const some = [3 * i, 3 * i + 1, 3 * i + 2];
      const outcomes = await Promise.allSettled(some.map(commit));
      for (const [j, outcome] of outcomes.entries())
        if (outcome.status === 'fulfilled') stored.push(some[j]!);
      const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
      for (const { reason } of failed) expect(reason).toMatchObject({ retryable: true });
      if (failed.length) throw failed[0]!.reason;
    });
    expect(error).toMatchObject(full);
    expect(stored.length).toBeGreaterThan(2);
    const seen = async () => (await store.documents({ limit: 1_000 })).rows;
    const pages = (rows: { page: string }[]) => rows.map(({ page }) => page).sort();
    const wanted = (numbers: number[]) => numbers.map((i) => `http://example.com/${i}`).sort();
    expect(pages(await seen())).toEqual(wanted(stored));
    for (const { document, n, count } of await seen())
      expect(await store.observationsOf(document, n)).toHaveLength(count);
    // Where three commits at once found no room, one may still find some: until there is none for it either.
    const next = Math.max(...stored) + 4;
    const more = await untilFull((i) => commit(next + i));
    expect(more.error).toMatchObject(full);
    const all = Array.from({ length: next + more.done.length + 1 }, (_, i) => i);
    // What asks whether the store serves is told; what was written before can be read.
    await expect(store.tables.check()).rejects.toMatchObject(full);
    makeRoom(disks[0]!);
    await store.tables.check();
    for (const i of all) await commit(i);
    expect(pages(await seen())).toEqual(wanted(all));
    await store.close();
    const again = await openStore(location);
    expect(pages((await again.documents({ limit: 1_000 })).rows)).toEqual(wanted(all));
    await again.close();
  });

  it('archive in files: every blob is there wholly or not at all, and no draft takes up the room', async () => {
    const location = join(disks[1]!, 'archive');
    const archive = await openArchive(location);
    const contents = Array.from({ length: 400 }, () => randomBytes(70_000));
    const { error, done } = await untilFull((i) => archive.put(contents[i]!));
    expect(error).toMatchObject(full);
    expect(done.length).toBeGreaterThan(10);
    for (const [i, key] of done.entries())
      expect(Buffer.compare(await archive.get(key), contents[i]!)).toBe(0);
    const files = readdirSync(location, { recursive: true }).map(String);
    expect(files.filter((file) => file.endsWith('.tmp'))).toEqual([]);
    const index = await untilFull((i) =>
      archive.setDerived('clean', 'x'.repeat(4_000) + i, done[0]!, done[1]!),
    );
    expect(index.error).toMatchObject(full);
    await expect(archive.check()).rejects.toMatchObject(full);
    makeRoom(disks[1]!);
    await archive.check();
    expect(await archive.has(await archive.put(contents[done.length]!))).toBe(true);
    await archive.setDerived('clean', '1', done[0]!, done[1]!);
    expect(await archive.derived('clean', '1', done[0]!)).toBe(done[1]);
    await archive.close();
  });
});
