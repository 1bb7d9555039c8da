import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, truncate, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { blobKey, CorruptInputError, MissingBlobError, type Snapshot } from '@zhibiao/shared';
import { afterAll, describe, expect, it } from 'vitest';
import { Connection } from '../embedded/connection.ts';
import { databases } from '../testing/databases.ts';
import { FileBlobs, nameWriteFault } from './files.ts';
import { openArchive } from './index.ts';

const folder = await mkdtemp(join(tmpdir(), 'zhibiao-archive-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const fresh = () => randomBytes(6).toString('hex');

const snapshot = (key: string, url: string, time: number): Snapshot => ({
  key,
  url,
  finalUrl: url,
  time,
  status: 200,
  headers: [['$where', 'a.b']],
  chain: [],
  body: blobKey('x'),
  bytes: 1,
  rendered: false,
});

describe.each(databases())('archive: $kind', ({ fresh, missing }) => {
  const open = () => openArchive(fresh());

  it.skipIf(missing)('gives back what was put, under the hash of the content', async () => {
    const archive = await open();
    const key = await archive.put('地区生产总值增长5%以上');
    expect(key).toBe(blobKey('地区生产总值增长5%以上'));
    expect(await archive.put(new TextEncoder().encode('地区生产总值增长5%以上'))).toBe(key);
    expect(new TextDecoder().decode(await archive.get(key))).toBe('地区生产总值增长5%以上');
    expect(await archive.has(key)).toBe(true);
    expect(await archive.has(blobKey('other'))).toBe(false);
    await expect(archive.get(blobKey('other'))).rejects.toThrow(MissingBlobError);
    await archive.close();
  });

  it.skipIf(missing)('keeps empty and very large blobs', async () => {
    const archive = await open();
    expect((await archive.get(await archive.put(''))).byteLength).toBe(0);
    const large = randomBytes(18 * 1024 * 1024);
    expect(Buffer.compare(Buffer.from(await archive.get(await archive.put(large))), large)).toBe(0);
    await archive.close();
  });

  it.skipIf(missing)('takes the same blob from many writers at once', async () => {
    const archive = await open();
    const keys = await Promise.all(Array.from({ length: 20 }, () => archive.put('same')));
    expect(new Set(keys).size).toBe(1);
    expect(new TextDecoder().decode(await archive.get(keys[0]!))).toBe('same');
    await archive.close();
  });

  it.skipIf(missing)('finds a derived output by stage, version and input', async () => {
    const archive = await open();
    const [input, output] = [blobKey('in'), blobKey('out')];
    expect(await archive.derived('parse', '1.0.0', input)).toBeNull();
    await Promise.all([1, 2, 3].map(() => archive.setDerived('parse', '1.0.0', input, output)));
    expect(await archive.derived('parse', '1.0.0', input)).toBe(output);
    expect(await archive.derived('parse', '1.0.1', input)).toBeNull();
    await archive.close();
  });

  it.skipIf(missing)('lists the snapshots of a URL newest first, each once', async () => {
    const archive = await open();
    const url = 'http://example.com/a';
    await Promise.all([
      archive.addSnapshot(snapshot('s1', url, 1_000)),
      archive.addSnapshot(snapshot('s2', url, 3_000_000_000_000)),
      archive.addSnapshot(snapshot('s1', url, 1_000)),
      archive.addSnapshot(snapshot('s3', 'http://example.com/b', 2_000)),
    ]);
    expect((await archive.snapshotsOf(url)).map((s) => s.key)).toEqual(['s2', 's1']);
    expect(await archive.snapshot('s2')).toEqual(snapshot('s2', url, 3_000_000_000_000));
    expect(await archive.snapshot('s9')).toBeNull();
    await archive.close();
  });
});

/** Does not get smaller by packing, so that it becomes a file. */
const large = () => randomBytes(200_000);
const filesOf = async (root: string) =>
  (await readdir(join(root, 'blobs'), { recursive: true })).filter((file) => file.includes('.'));

describe('archive in files', () => {
  it('keeps small blobs in its index file and large ones as files, both compressed and listed once', async () => {
    const root = join(folder, fresh());
    const archive = await openArchive(root);
    const keys = [await archive.put('small'), await archive.put(large()), await archive.put('x'.repeat(1e6))];
    expect(await filesOf(root)).toEqual([expect.stringContaining(keys[1]!.slice(7))]);
    const listed = [];
    for await (const key of archive.blobs.keys()) listed.push(key);
    expect(listed.sort()).toEqual(keys.sort());
    for (const key of keys) await archive.blobs.remove(key);
    expect(await Promise.all(keys.map((key) => archive.has(key)))).toEqual([false, false, false]);
    await archive.close();
  });

  it('finds, renews, lists and removes small blobs that an earlier release wrote as files', async () => {
    const root = join(folder, fresh());
    const before = new FileBlobs(join(root, 'blobs'), false);
    const key = blobKey('written long ago');
    await before.write(key, gzipSync('written long ago'));
    const archive = await openArchive(root);
    await archive.put('a new one');
    await utimes(join(root, 'blobs', key.slice(7, 10), `${key.slice(7)}.gz`), 1, 1);
    expect(await archive.blobs.writtenAt(key)).toBe(1_000);
    expect(new TextDecoder().decode(await archive.get(key))).toBe('written long ago');
    expect(await archive.put('written long ago')).toBe(key);
    expect(await archive.blobs.writtenAt(key)).toBeGreaterThan(Date.now() - 60_000);
    const listed = [];
    for await (const name of archive.blobs.keys()) listed.push(name);
    expect(listed.sort()).toEqual([key, blobKey('a new one')].sort());
    await archive.blobs.remove(key);
    expect(await archive.has(key)).toBe(false);
    expect(await filesOf(root)).toEqual([]);
    await archive.close();
  });

  it('renews a blob that is put again after a while', async () => {
    const root = join(folder, fresh());
    const archive = await openArchive(root);
    const key = await archive.put('put again');
    const db = new Connection(join(root, 'index.db'));
    db.run('UPDATE blobs SET at = 1');
    db.close();
    await archive.put('put again');
    expect(await archive.blobs.writtenAt(key)).toBeGreaterThan(Date.now() - 60_000);
    await archive.close();
  });

  it('names a damaged blob, and mends a torn file at the next put', async () => {
    const root = join(folder, fresh());
    const archive = await openArchive(root);
    const content = large();
    const key = await archive.put(content);
    await truncate(join(root, 'blobs', (await filesOf(root))[0]!), 10);
    await expect(archive.get(key)).rejects.toThrow(CorruptInputError);
    await archive.put(content);
    expect(Buffer.compare(Buffer.from(await archive.get(key)), content)).toBe(0);
    const [one, other] = [await archive.put('something'), await archive.put('something else')];
    const db = new Connection(join(root, 'index.db'));
    const set = 'UPDATE blobs SET packed = ? WHERE hash = ?';
    db.run(set, [(await archive.blobs.read(other))!, Buffer.from(one.slice(7), 'hex')]);
    await expect(archive.get(one)).rejects.toThrow(/holds other bytes/);
    db.run(set, [Buffer.from('no gzip'), Buffer.from(one.slice(7), 'hex')]);
    await expect(archive.get(one)).rejects.toThrow(/cannot be unpacked/);
    db.close();
    await archive.close();
  });

  it('leaves no draft behind and lets no key out of its folder', async () => {
    const root = join(folder, fresh());
    const archive = await openArchive(root);
    const contents = Array.from({ length: 10 }, large);
    await Promise.all(Array.from({ length: 50 }, (_, i) => archive.put(contents[i % 10]!)));
    expect(await filesOf(root)).toHaveLength(10);
    await expect(archive.get('../../../etc/passwd')).rejects.toThrow(/no blob key/);
    await archive.close();
  });

  it('says by its class that a full disk may be tried again', () => {
    const full = Object.assign(new Error('write'), { code: 'ENOSPC' });
    expect(nameWriteFault(full, '/a')).toMatchObject({ name: 'ArchiveFullError', retryable: true });
    const other = Object.assign(new Error('open'), { code: 'EACCES' });
    expect(nameWriteFault(other, '/a')).toBe(other);
  });
});
