import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Source } from '@zhibiao/shared';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../archive/index.ts';
import { openStore } from '../store.ts';
import { walk } from '../tables/walk.ts';
import { storePage } from '../testing/system.ts';
import { backup, type RestoreOptions, restore } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-backup-damage-'));
let rooms = 0;
const room = () => join(folder, String(++rooms));
const sound = room();

beforeAll(async () => {
  const store = await openStore(room());
  const archive = await openArchive(room());
  await storePage(store, archive, 'http://example.com/a', [{ figures: [{ value: 1 }] }], { time: 10 });
  await store.saveSource(
    Source.parse({ id: 'inner', name: 'x', start: ['http://a.cn/'], allowHosts: ['10.0.0.1:80'] }),
  );
  await backup(store.tables, archive, sound);
  await store.close();
  await archive.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A copy of the sound backup in which a part holds something else, under a manifest that agrees with it. */
async function forged(name: string, content: Buffer, rows: number, packed = gzipSync(content)) {
  const directory = room();
  await cp(sound, directory, { recursive: true });
  await writeFile(join(directory, `${name}.jsonl.gz`), packed);
  const manifest = JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8'));
  manifest.parts[name] = { rows, sha256: createHash('sha256').update(packed).digest('hex') };
  await writeFile(join(directory, 'manifest.json'), JSON.stringify(manifest));
  return directory;
}

async function into(directory: string, options?: RestoreOptions) {
  const store = await openStore(room());
  const archive = await openArchive(room());
  try {
    const error = await restore(directory, store.tables, archive, options).then(
      () => null,
      (e: Error) => e,
    );
    const rows: unknown[] = [];
    for (const name of ['documents', 'versions', 'statements', 'pages'] as const)
      for await (const row of walk<object>(store.tables[name])) rows.push(row);
    return { error, rows: rows.length, sources: await store.listSources() };
  } finally {
    await store.close();
    await archive.close();
  }
}

const partOf = async (name: string) => gunzipSync(await readFile(join(sound, `${name}.jsonl.gz`)));

describe('a backup from outside', () => {
  it('is restored with its sources disabled, unless they are trusted', async () => {
    expect((await into(sound)).sources).toMatchObject([{ id: 'inner', enabled: false }]);
    expect((await into(sound, { trustSources: true })).sources).toMatchObject([
      { id: 'inner', enabled: true, allowHosts: ['10.0.0.1:80'] },
    ]);
  });

  it.each<[string, string, string, number, RegExp]>([
    ['no JSON', 'pages', '{"url":\n', 1, /pages\.jsonl\.gz: line 1 is no JSON/],
    ['a row of another form', 'pages', '{"url":5}\n', 1, /line 1 does not fit: url: /],
    [
      'a time that no date can be made of',
      'snapshots',
      `${JSON.stringify({ key: 'a', url: 'http://a.cn/', finalUrl: 'http://a.cn/', time: 9e15, status: 200, headers: [], chain: [], body: `sha256-${'0'.repeat(64)}`, bytes: 1 })}\n`,
      ...([1, /line 1 does not fit: time: /] as const),
    ],
    ['no object', 'terms', '{"id":"a","name":"a","code":null}\nnull\n', 2, /line 2 does not fit: the row/],
    [
      'an address that is none',
      'sources',
      `${JSON.stringify({ id: 'a', name: 'a', start: ['file:///etc/passwd'] })}\n`,
      ...([1, /line 1 does not fit: start\.0: is no http/] as const),
    ],
    ['a blob key that is a path', 'blobs', '"../../etc/passwd"\n', 1, /line 1 does not fit.*no blob key/],
    ['fewer rows than it tells', 'statements', '', 3, /holds 0 rows, not the 3/],
  ])('is refused before a row is written: %s', async (_, name, content, rows, message) => {
    const { error, rows: written } = await into(await forged(name, Buffer.from(content), rows));
    expect(error).toMatchObject({ name: 'CorruptInputError', message: expect.stringMatching(message) });
    expect(written).toBe(0);
  });

  it('is refused where one line has no bound, without taking it into memory as a whole', async () => {
    const block = gzipSync(Buffer.alloc(32 * 1024 * 1024, 'x'));
    const packed = Buffer.concat(Array.from({ length: 20 }, () => block));
    const { error } = await into(await forged('pages', Buffer.alloc(0), 1, packed));
    expect(error?.message).toMatch(/pages\.jsonl\.gz: line 1 is longer than/);
  });

  it.each([
    ['no parts', {}, 'lacks documents'],
    ['a part of another name', { '../pages': { rows: 0, sha256: '' } }, 'a part that no backup has'],
    ['a part named as what all objects have', { constructor: { rows: 0, sha256: '' } }, 'no backup has'],
  ])('is refused with a manifest of %s', async (_, parts, message) => {
    const directory = room();
    await cp(sound, directory, { recursive: true });
    const file = join(directory, 'manifest.json');
    const manifest = JSON.parse(await readFile(file, 'utf8'));
    const kept = Object.keys(parts).length === 0 ? {} : manifest.parts;
    await writeFile(file, JSON.stringify({ ...manifest, parts: { ...kept, ...parts } }));
    const { error } = await into(directory);
    expect(error).toMatchObject({ name: 'CorruptInputError', message: expect.stringContaining(message) });
  });

  it('ends with a result or a named fault, however its bytes are changed', async () => {
    const names = ['documents', 'versions', 'statements', 'pages', 'sources', 'snapshots', 'derived'];
    const parts = new Map(await Promise.all(names.map(async (n) => [n, await partOf(n)] as const)));
    const change = fc.record({ at: fc.nat(), to: fc.integer({ min: 0, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.array(change, { maxLength: 4 }),
        fc.option(fc.nat(99)),
        async (name, changes, keep) => {
          const content = Buffer.from(parts.get(name)!);
          for (const { at, to } of changes) content[at % content.length] = to;
          const packed = gzipSync(content);
          const cut = keep === null ? packed : packed.subarray(0, Math.floor((packed.length * keep) / 100));
          const { error } = await into(
            await forged(name, content, content.toString().split('\n').length - 1, cut),
          );
          if (error) expect(error.name).toMatch(/^(CorruptInputError|UsageError|UnknownSchemaError)$/);
        },
      ),
      { numRuns: 40 },
    );
  });
});
