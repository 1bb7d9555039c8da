import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openArchive } from './archive/index.ts';
import { openStore } from './store.ts';
import { sampleCommit } from './testing/sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-deleted-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const away = { name: 'StoreUnavailableError', message: expect.stringMatching(/deleted or replaced/) };
const commit = (n: number) => sampleCommit(`http://example.com/${n}`, [{ figures: [{ value: n }] }]);

it('a store whose file is deleted while it is open says so instead of writing into nothing', async () => {
  const store = await openStore(join(folder, 'store'));
  await store.tables.check();
  rmSync(join(folder, 'store', 'store.db'));
  await expect(store.tables.check()).rejects.toMatchObject(away);
  await expect(store.commit(commit(1))).rejects.toMatchObject(away);
  await store.close();
});

it('an archive too', async () => {
  const archive = await openArchive(join(folder, 'archive'));
  await archive.check();
  rmSync(join(folder, 'archive', 'index.db'));
  await expect(archive.check()).rejects.toMatchObject(away);
  await expect(archive.put('text')).rejects.toMatchObject(away);
  await archive.close();
});
