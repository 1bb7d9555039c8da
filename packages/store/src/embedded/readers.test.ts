import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { DocumentStore } from '../document-store.ts';
import { openStore } from '../store.ts';
import { sampleCommit } from '../testing/sample.ts';
import { Connection } from './connection.ts';
import { ReaderThreads } from './readers.ts';

const figures = Array.from({ length: 2_000 }, (_, i) => ({ value: i, code: `C${i % 40}` }));

describe('questions to an embedded store with readers of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhibiao-readers-'));
  let store: DocumentStore;
  beforeAll(async () => {
    store = await openStore(folder, Date.now, { readers: true });
    for (const page of ['a', 'b'])
      await store.commit(sampleCommit(`http://example.com/${page}`, [{ figures }]));
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  it('are answered as they are without', async () => {
    const plain = await openStore(folder);
    onTestFinished(() => plain.close());
    for (const query of [{ limit: 4_000 }, { code: 'C7' }, { region: '321100', minConfidence: 0.99 }])
      expect(await store.observations(query)).toEqual(await plain.observations(query));
    const [{ document } = { document: '' }] = (await store.documents()).rows;
    expect(await store.document(document)).toEqual(await plain.document(document));
    expect(await store.document('none')).toBeNull();
  });

  it('see what was written before they were asked', async () => {
    for (let value = 1; value <= 20; value++) {
      await store.commit(sampleCommit('http://example.com/c', [{ figures: [{ value }] }], { time: value }));
      const { rows } = await store.observations({ limit: 10_000 });
      expect(rows.filter(({ page }) => page === 'http://example.com/c')).toMatchObject([
        { observation: { value } },
      ]);
    }
  });

  it('hold up nobody: who asks after them is answered before the widest ends', async () => {
    const answered: string[] = [];
    const server = createServer((_, response) => response.end('alive')).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const wide = Promise.all(Array.from({ length: 8 }, () => store.observations({ limit: 10_000 }))).then(
      () => answered.push('wide'),
    );
    const live = new Promise((resolve) => get({ port }, (response) => response.resume().on('end', resolve)));
    const small = store.document('none');
    await Promise.all([
      wide,
      live.then(() => answered.push('live')),
      small.then(() => answered.push('small')),
    ]);
    expect(answered.at(-1)).toBe('wide');
  });
});

describe('threads that read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhibiao-threads-'));
  const file = join(folder, 'x.db');
  const db = new Connection(file);
  db.exec('CREATE TABLE t (a)');
  const threads = new ReaderThreads(file);
  afterAll(async () => {
    await threads.close();
    db.close();
    await rm(folder, { recursive: true });
  });

  it('write nothing, and say what is wrong with a statement', async () => {
    await expect(threads.all('INSERT INTO t VALUES (1) RETURNING a')).rejects.toThrow(
      /READONLY|readonly|read-only/,
    );
    await expect(threads.all('SELECT nothing FROM t')).rejects.toThrow('nothing');
    expect(await threads.all('SELECT count(*) AS n FROM t')).toEqual([{ n: 0 }]);
  });

  it('let a short statement pass while a long one runs', async () => {
    const ended: string[] = [];
    const long =
      'WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 3000000) SELECT max(n) AS n FROM c';
    await Promise.all([
      threads.all(long).then(() => ended.push('long')),
      threads.all('SELECT 1').then(() => ended.push('short')),
    ]);
    expect(ended).toEqual(['short', 'long']);
  });

  it('fail what they were asked when they are closed', async () => {
    const closing = new ReaderThreads(file);
    const asked = closing.all('SELECT 1');
    const told = expect(asked).rejects.toMatchObject({ name: 'StoreUnavailableError', retryable: true });
    await closing.close();
    await told;
    await expect(closing.all('SELECT 1')).rejects.toMatchObject({ name: 'StoreUnavailableError' });
  });
});
