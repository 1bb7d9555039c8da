import { mkdtempSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RunInput } from '@zhibiao/shared';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type KeptArchive, openArchive } from '../archive/index.ts';
import type { DocumentStore } from '../document-store.ts';
import { documentId } from '../documents/identity.ts';
import { openStore } from '../store.ts';
import { walk } from '../tables/walk.ts';
import { databases } from '../testing/databases.ts';
import { storePage } from '../testing/system.ts';
import { backup, type Fault, restore, verify } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-keeping-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
let rooms = 0;
const room = () => join(folder, String(++rooms));

const URL_A = 'http://example.com/a';
const URL_B = 'http://example.com/b';
const id = documentId(URL_A, 1);
const run: RunInput = {
  id: 'r1',
  type: 'reprocess',
  selection: {},
  state: 'running',
  startedAt: 1,
  finishedAt: null,
  counts: {},
};

describe.each(databases())('keeping a store: $kind', ({ missing, fresh }) => {
  let store: DocumentStore;
  let archive: KeptArchive;
  beforeEach(async (context) => {
    if (missing) context.skip();
    store = await openStore(fresh());
    archive = await openArchive(room());
    await storePage(store, archive, URL_A, [{ figures: [{ value: 1 }, { value: 2, kind: 'target' }] }], {
      time: 10,
    });
    await storePage(store, archive, URL_A, [{ figures: [{ value: 3 }] }], { time: 20 });
    await storePage(store, archive, URL_B, [{ figures: [{ value: 4 }] }, { figures: [{ value: 5 }] }], {
      time: 10,
    });
    await store.saveRun(run);
    await storePage(store, archive, URL_B, [{ figures: [{ value: 6 }] }], {
      time: 10,
      run: 'r1',
      shadow: true,
      parser: '2.0.0+b',
    });
  });
  afterEach(async () => {
    await store?.close();
    await archive?.close();
  });

  const faultsOf = async (of = store, by = archive) => {
    const faults: Fault[] = [];
    const result = await verify(of.tables, by, { onFault: (fault) => faults.push(fault) });
    return { faults, result };
  };

  it('finds nothing wrong with a sound store, and says how much it has looked at', async () => {
    const { faults, result } = await faultsOf();
    expect(faults).toEqual([]);
    expect(result).toMatchObject({
      faults: 0,
      checked: { snapshot: 3, document: 3, version: 5, observation: 6, extraction: 4 },
    });
  });

  it('finds what is broken', async () => {
    const [version] = await store.tables.versions.find({ document: { eq: id }, n: { eq: 2 } });
    await archive.blobs.remove(version!.article);
    await store.tables.statements.remove({ id: { eq: `${id}.1` } });
    await store.tables.stretches.remove({ document: { eq: id }, n: { eq: 2 } });
    await store.tables.versions.remove({ document: { eq: documentId(URL_B, 2) } });
    const { faults } = await faultsOf();
    const whats = faults.map((fault) => `${fault.kind}: ${fault.what}`);
    expect(whats).toContain(`extraction: its article ${version!.article} is not in the archive`);
    expect(whats).toContain('version: it states 0 observations of 2');
    expect(whats).toContain('document: version 1 is missing');
    expect(whats.some((what) => /^version: Blob .* is not in the archive/.test(what))).toBe(true);
    expect(whats.some((what) => /^observation: its version .* is missing/.test(what))).toBe(true);
  });

  it('names blobs that are torn or hold other bytes, and what cannot be proven without them', async () => {
    const [version] = await store.tables.versions.find({ document: { eq: id }, n: { eq: 2 } });
    const [snapshot] = await archive.snapshotsOf(URL_B);
    const torn = (await archive.blobs.read(snapshot!.body))!;
    await archive.blobs.write(snapshot!.body, torn.subarray(0, torn.length - 9), 1);
    await archive.blobs.write(version!.article, gzipSync('{"other":"bytes"}'), 1);
    const { faults } = await faultsOf();
    const blobs = faults.filter((fault) => fault.kind === 'blob');
    expect(blobs.map((fault) => fault.where).sort()).toEqual([snapshot!.body, version!.article].sort());
    expect(faults.some(({ kind, where }) => kind === 'version' && where === version!.id)).toBe(true);
    expect(faults.filter(({ where }) => where === documentId(URL_B, 2))).toEqual([]);
  });

  it('restores what was backed up, also while a reprocess waits for its word', async () => {
    const directory = room();
    const manifest = await backup(store.tables, archive, directory);
    expect(manifest.parts.versions?.rows).toBe(5);
    await backup(store.tables, archive, directory);
    const other = await openStore(fresh());
    const otherArchive = await openArchive(room());
    await restore(directory, other.tables, otherArchive);
    const { faults, result } = await faultsOf(other, otherArchive);
    expect(faults).toEqual([]);
    expect(result).toEqual((await faultsOf()).result);
    for (const read of [
      (s: DocumentStore) => s.observations(),
      (s: DocumentStore) => s.history(id),
      (s: DocumentStore) => s.listRuns(),
    ]) {
      const [mine, theirs] = await Promise.all([read(store), read(other)]);
      expect(withoutMarks(theirs)).toEqual(withoutMarks(mine));
    }
    await other.promote('r1', 'test');
    expect(
      (await other.observations({ source: 'demo' })).rows.map((row) => row.observation.value).sort(),
    ).toEqual([3, 6]);
    await expect(restore(directory, other.tables, otherArchive)).rejects.toMatchObject({
      name: 'UsageError',
    });
    await other.close();
    await otherArchive.close();
  });

  it('refuses a backup that lacks a blob or whose manifest is torn, before it writes', async () => {
    const directory = room();
    const { blobs } = await backup(store.tables, archive, directory);
    const other = await openStore(fresh());
    const otherArchive = await openArchive(room());
    const files = (await readdir(join(directory, 'blobs'), { recursive: true, withFileTypes: true })).filter(
      (e) => e.isFile(),
    );
    expect(files).toHaveLength(blobs);
    await rm(join(files[0]!.parentPath, files[0]!.name));
    await expect(restore(directory, other.tables, otherArchive)).rejects.toMatchObject({
      name: 'CorruptInputError',
      message: expect.stringMatching(/^Blob sha256-.* is missing/),
    });
    await writeFile(join(directory, 'manifest.json'), '{"format":1,');
    await expect(restore(directory, other.tables, otherArchive)).rejects.toMatchObject({
      name: 'CorruptInputError',
      message: expect.stringContaining('manifest.json is torn'),
    });
    for await (const key of otherArchive.blobs.keys()) expect(key).toBeNull();
    for await (const row of walk(other.tables.versions)) expect(row).toBeNull();
    await other.close();
    await otherArchive.close();
  });

  it('refuses a backup that is damaged or not finished, before it writes', async () => {
    const directory = room();
    await backup(store.tables, archive, directory);
    const part = join(directory, 'versions.jsonl.gz');
    const content = await readFile(part);
    await writeFile(part, content.subarray(0, content.length - 20));
    const other = await openStore(fresh());
    const otherArchive = await openArchive(room());
    await expect(restore(directory, other.tables, otherArchive)).rejects.toMatchObject({
      name: 'CorruptInputError',
    });
    await rm(join(directory, 'manifest.json'));
    await expect(restore(directory, other.tables, otherArchive)).rejects.toThrow(/no finished backup/);
    for await (const row of walk(other.tables.versions)) expect(row).toBeNull();
    expect(await readdir(directory)).not.toContain('manifest.tmp');
    await other.close();
    await otherArchive.close();
  });
});

/** Where a row stands in the course of compare-and-sets is not part of what a backup keeps. */
const withoutMarks = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (name, inner) => (name === 'mark' ? undefined : inner)));
