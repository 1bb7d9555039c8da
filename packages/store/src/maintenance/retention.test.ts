import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blobKey, type Snapshot } from '@zhibiao/shared';
import { afterAll, describe, expect, it } from 'vitest';
import { openArchive } from '../archive/index.ts';
import { openStore } from '../store.ts';
import { databases } from '../testing/databases.ts';
import { storePage } from '../testing/system.ts';
import { applyRetention, verify } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-retention-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const DAY = 24 * 3_600_000;
const URL_A = 'http://example.com/a';

describe.each(databases())('retention: archive $kind', ({ kind, fresh, missing }) => {
  it.skipIf(missing)('thins old snapshots, and takes no blob that anything needs', async () => {
    const archive = await openArchive(fresh());
    const store = await openStore(join(folder, `store-${kind}`));
    // Blobs are as old as this run; the policy looks back on them from a year later.
    const now = Date.now() + 365 * DAY;
    const day = (n: number) => now - n * DAY;
    const plain = async (time: number, text: string) => {
      const body = await archive.put(text);
      const key = blobKey(`${URL_A} ${time}`);
      const snapshot: Snapshot = {
        key,
        url: URL_A,
        finalUrl: URL_A,
        time,
        status: 200,
        headers: [],
        chain: [],
        body,
        bytes: 1,
        rendered: false,
      };
      await archive.addSnapshot(snapshot);
      return body;
    };
    await storePage(store, archive, URL_A, [{ figures: [{ value: 1 }] }], { time: day(300) });
    const [old] = await archive.snapshotsOf(URL_A);
    const gone = await plain(day(299.5), 'the same text in other bytes');
    await plain(day(200), 'again');
    const young = await plain(day(2), 'young');
    const newest = await plain(day(1), 'newest');
    const loose = await archive.put('nothing refers to this');

    const policy = { keepDays: 90, thinToDays: 0 };
    const planned = await applyRetention(store.tables, archive, policy, { now, dryRun: true });
    expect(planned).toMatchObject({ snapshots: { kept: 3, removed: 2 }, blobs: { removed: 3 } });
    expect(await archive.has(loose)).toBe(true);
    expect(await applyRetention(store.tables, archive, policy, { now })).toEqual(planned);
    const left = await archive.snapshotsOf(URL_A);
    expect(left.map((snapshot) => snapshot.body)).toEqual([newest, young, old!.body]);
    expect(await Promise.all([gone, loose].map((key) => archive.has(key)))).toEqual([false, false]);
    const faults: unknown[] = [];
    await verify(store.tables, archive, { onFault: (fault) => faults.push(fault) });
    expect(faults).toEqual([]);
    expect((await applyRetention(store.tables, archive, policy, { now })).snapshots.removed).toBe(0);
    await store.close();
    await archive.close();
  });

  it.skipIf(missing)('leaves young blobs alone, for a job may be about to refer to them', async () => {
    const archive = await openArchive(fresh());
    const store = await openStore(join(folder, `store-2-${kind}`));
    const key = await archive.put('an extraction that waits to be stored');
    await applyRetention(store.tables, archive, { keepDays: 0, thinToDays: 0 });
    expect(await archive.has(key)).toBe(true);
    await store.close();
    await archive.close();
  });
});
