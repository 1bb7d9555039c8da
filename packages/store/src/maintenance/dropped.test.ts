import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type KeptArchive, openArchive } from '../archive/index.ts';
import type { DocumentStore } from '../document-store.ts';
import { removeVersion } from '../documents/gone.ts';
import { documentId } from '../documents/identity.ts';
import { StoreBusyError } from '../errors.ts';
import { openStore, storeOver } from '../store.ts';
import { databases } from '../testing/databases.ts';
import { watched } from '../testing/served.ts';
import { storePage } from '../testing/system.ts';
import { applyRetention, verify } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-dropped-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
let rooms = 0;

const YEAR = 365 * 24 * 3_600_000;
const URL_A = 'http://example.com/a';
const URL_B = 'http://example.com/b';
const [A, B] = [documentId(URL_A, 1), documentId(URL_B, 1)];
const keepAll = { keepDays: 100_000, thinToDays: 0 };

describe.each(databases())('rows of dropped runs: $kind', ({ missing, fresh }) => {
  let store: DocumentStore;
  let archive: KeptArchive;
  let now = 0;
  beforeEach(async (context) => {
    if (missing) context.skip();
    now = 1_000;
    store = await openStore(fresh(), () => now++);
    archive = await openArchive(join(folder, String(++rooms)));
    for (const page of [URL_A, URL_B]) await live(page, 1);
  });
  afterEach(async () => {
    await store?.close();
    await archive?.close();
  });

  const page = (url: string, value: number, more: Parameters<typeof storePage>[4]) =>
    storePage(store, archive, url, [{ figures: [{ value, code: `C${value}` }] }], more);
  // The text stays what it was, so that all are versions of one article.
  const live = (url: string, value: number, parser = '1-a', time = 10) => page(url, value, { time, parser });
  const shadow = (url: string, value: number, run: string) =>
    page(url, value, { time: 10, parser: `2-${run}`, run, shadow: true });
  // Blobs are as old as this test; retention looks back on them from a year later.
  const retain = (dryRun = false) =>
    applyRetention(store.tables, archive, keepAll, { dryRun, now: Date.now() + YEAR });
  const numbers = async (document: string) =>
    (await store.tables.versions.find({ document: { eq: document } }, { by: 'n' })).map(({ n }) => n);
  const faults = async () => {
    const found: unknown[] = [];
    await verify(store.tables, archive, { onFault: (fault) => found.push(fault) });
    return found;
  };

  it('go with their blobs; what readers see, saw and may come to see stays', async () => {
    for (const url of [URL_A, URL_B]) await shadow(url, 2, 'dropped');
    await shadow(URL_B, 3, 'promoted');
    await shadow(URL_A, 4, 'open');
    await store.promote('promoted', 'test');
    await store.drop('dropped', 'test');
    const history = await store.history(B);
    const before = { documents: await store.documents(), asOf: await store.observations({ asOf: 1_010 }) };
    const planned = await retain(true);
    expect(planned.dropped).toEqual({ runs: 1, versions: 2, observations: 2, extractions: 2 });
    expect(await numbers(A)).toEqual([1, 2, 3]);
    expect(await retain()).toEqual(planned);
    expect(planned.blobs.removed).toBeGreaterThan(0);
    expect([await numbers(A), await numbers(B)]).toEqual([
      [1, 3],
      [1, 3],
    ]);
    expect(await faults()).toEqual([]);
    expect(await store.history(B)).toEqual(history);
    expect({
      documents: await store.documents(),
      asOf: await store.observations({ asOf: 1_010 }),
    }).toEqual(before);
    await store.promote('open', 'test');
    expect((await store.document(A))?.version.n).toBe(3);
    expect((await retain()).dropped).toEqual({ runs: 0, versions: 0, observations: 0, extractions: 0 });
  });

  it('stay where a crawl or another run has found the same', async () => {
    await shadow(URL_A, 2, 'dropped');
    await store.drop('dropped', 'test');
    // An older snapshot that arrives late: never the head, but a version that the page had.
    await live(URL_A, 2, '1-a', 5);
    expect((await retain()).dropped).toMatchObject({ versions: 0, extractions: 1 });
    expect(await numbers(A)).toEqual([1, 2]);
    expect(await faults()).toEqual([]);
  });

  it('leave a number that no other version is given', async () => {
    await shadow(URL_A, 2, 'dropped');
    await store.drop('dropped', 'test');
    await retain();
    expect(await store.document(A, { n: 2 })).toBeNull();
    await live(URL_A, 2, '3-a', 20);
    expect((await store.history(A)).map(({ n }) => n)).toEqual([1, 3]);
    expect(await faults()).toEqual([]);
  });

  it('that go while a commit has found one refuse it; delivered again, it writes its own', async () => {
    await shadow(URL_A, 2, 'dropped');
    await store.drop('dropped', 'test');
    let gone = false;
    const { texts: kept } = watched(store.tables, () => {});
    const texts = {
      ...kept,
      get: async (id: string) => {
        // Whoever removes has looked before the commit was registered.
        if (!gone) await removeVersion(store.tables, A, 2);
        gone = true;
        return kept.get(id);
      },
    };
    const slow = storeOver(
      { ...store.tables, texts, together: (work) => work(), atOnce: undefined },
      () => now++,
    );
    const found = () =>
      storePage(slow, archive, URL_A, [{ figures: [{ value: 2, code: 'C2' }] }], { time: 20 });
    await expect(found()).rejects.toBeInstanceOf(StoreBusyError);
    await found();
    expect((await store.history(A)).map(({ n }) => n)).toEqual([1, 3]);
    expect(await faults()).toEqual([]);
  });
});
