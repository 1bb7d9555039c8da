import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blobKey, CorruptInputError, MissingBlobError, type Snapshot } from '@zhibiao/shared';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { databaseAt } from '../../../../infra/mongo.mjs';
import { nameWriteFault } from './files.ts';
import { openArchive } from './index.ts';

const mongoUrl = inject('mongoUrl');
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

describe.each([
  { kind: 'files', open: () => openArchive(join(folder, fresh())), missing: false },
  {
    kind: 'MongoDB',
    open: () => openArchive(databaseAt(mongoUrl ?? '', `archive-${fresh()}`)),
    missing: mongoUrl === null,
  },
])('archive in $kind', ({ open, missing }) => {
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

describe('archive in files', () => {
  const blobFile = async (root: string) => {
    const files = await readdir(join(root, 'blobs'), { recursive: true });
    return join(root, 'blobs', files.find((f) => f.endsWith('.gz'))!);
  };

  it('names a damaged blob, and mends a torn one at the next put', async () => {
    const root = join(folder, fresh());
    const archive = await openArchive(root);
    const key = await archive.put('words that prove it');
    const file = await blobFile(root);
    await truncate(file, 10);
    await expect(archive.get(key)).rejects.toThrow(CorruptInputError);
    await archive.put('words that prove it');
    expect(new TextDecoder().decode(await archive.get(key))).toBe('words that prove it');
    const other = await openArchive(join(folder, fresh()));
    await other.put('something else');
    await writeFile(file, await other.blobs.read(blobKey('something else')).then((b) => b!));
    await expect(archive.get(key)).rejects.toThrow(/holds other bytes/);
    await Promise.all([archive.close(), other.close()]);
  });

  it('leaves no draft behind and lets no key out of its folder', async () => {
    const root = join(folder, fresh());
    const archive = await openArchive(root);
    await Promise.all(Array.from({ length: 50 }, (_, i) => archive.put(`blob ${i % 10}`)));
    const files = (await readdir(join(root, 'blobs'), { recursive: true })).filter((f) => f.includes('.'));
    expect(files).toHaveLength(10);
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
