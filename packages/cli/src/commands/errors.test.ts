import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from '@zhibiao/services/redis';
import { connectProducer } from '@zhibiao/shared/queues';
import { openStore } from '@zhibiao/store';
import Database from 'libsql';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { commandLine } from '../testing/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-cli-errors-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const archive = { ZHIBIAO_ARCHIVE: join(folder, 'archive') };
const list = (location: string) => commandLine(['sources', 'list'], { ...archive, ZHIBIAO_STORE: location });
const plain = join(folder, 'plain');
writeFileSync(plain, '地区生产总值增长5%。');

/** A store with some rows, closed; its file. */
async function filled(name: string): Promise<string> {
  const store = await openStore(join(folder, name));
  for (let i = 0; i < 300; i++)
    await store.tables.terms.put({ id: `${i}`, name: '词'.repeat(500), code: null });
  await store.close();
  const file = join(folder, name, 'store.db');
  const db = new Database(file);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  return file;
}

describe('what goes wrong around us is said in one line with the input', () => {
  it.each([
    ['a file in place of a folder', plain, 2, 'is a file, and a folder is wanted'],
    ['a file above a folder', join(plain, 'store'), 2, 'is a file, and a folder is wanted'],
    ['a folder that nobody may make', '/proc/zhibiao/store', 2, 'cannot be made'],
    ['mongodb:// and nothing else', 'mongodb://', 2, 'is no address of MongoDB'],
    ['another database', 'postgres://127.0.0.1/x', 2, 'neither a folder nor a mongodb:// address'],
  ])('%s', async (_, location, code, said) => {
    const answer = await list(location);
    expect(answer).toMatchObject({ code, out: '', said: expect.stringContaining(said) });
    expect(answer.said.split('\n')).toHaveLength(1);
  });

  it('a damaged database, with its file', async () => {
    mkdirSync(join(folder, 'none'));
    writeFileSync(join(folder, 'none', 'store.db'), 'no database at all'.repeat(1000));
    expect(await list(join(folder, 'none'))).toMatchObject({
      code: 1,
      said: expect.stringMatching(/none\/store\.db is damaged, or is no database/),
    });
    const file = await filled('torn');
    const bytes = readFileSync(file);
    bytes.fill(0xff, 4096, bytes.length - 4096);
    writeFileSync(file, bytes);
    expect(await list(join(folder, 'torn'))).toMatchObject({
      code: 1,
      said: expect.stringMatching(/torn\/store\.db is damaged/),
    });
  });

  it('bytes in the database that are no text, without the end of the process', async () => {
    const file = await filled('bytes');
    const db = new Database(file);
    db.exec("UPDATE terms SET body = CAST(x'7bff7d' AS TEXT) WHERE id = '7'");
    db.close();
    const store = await openStore(join(folder, 'bytes'));
    onTestFinished(() => store.close());
    await expect(store.tables.terms.get('7')).rejects.toThrow(/terms holds bytes that are no text/);
    await expect(store.tables.terms.get('8')).resolves.toMatchObject({ id: '8' });
  });

  it('Redis without or with another password', async () => {
    const redis = await startRedis({ dir: join(folder, 'redis'), log: () => {} });
    onTestFinished(() => redis.stop());
    const admin = await connectProducer(redis.url);
    await admin.config('SET', 'requirepass', 'secret');
    const status = (url: string) => commandLine(['queues', 'status'], { ...archive, REDIS_URL: url });
    expect(await status(redis.url)).toMatchObject({
      code: 1,
      said: expect.stringContaining('wants a password'),
    });
    const wrong = await status(redis.url.replace('//', '//:guess@'));
    expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('refuses the password') });
    expect(wrong.said).not.toContain('guess');
    expect((await status('http://127.0.0.1:6379')).said).toContain('is no redis://');
    await admin.config('SET', 'requirepass', '');
    admin.disconnect();
  });

  it.each([
    ['no folder', join(folder, 'nowhere'), 'does not exist; name a folder with JSON files'],
    ['a file that is no JSON', join(folder, 'lexicon'), 'units.json is no valid lexicon file'],
  ])('a lexicon that cannot be read, once and before any output: %s', async (_, lexicon, said) => {
    mkdirSync(join(folder, 'lexicon'), { recursive: true });
    writeFileSync(join(folder, 'lexicon', 'units.json'), '{');
    const answer = await commandLine(['extract', plain, plain, '--format', 'json'], {
      ...archive,
      ZHIBIAO_LEXICON: lexicon,
    });
    expect(answer).toMatchObject({ code: 2, out: '', said: expect.stringContaining(said) });
    expect(answer.said.split('\n')).toHaveLength(1);
  });

  it('a missing file among several: the others are read', async () => {
    const answer = await commandLine(['clean', join(folder, 'missing'), plain, folder, '--format', 'text']);
    expect(answer).toMatchObject({ code: 1, out: expect.stringContaining('地区生产总值') });
    expect(answer.said.split('\n')).toEqual([
      `${join(folder, 'missing')}: there is no such file`,
      `${folder}: is a folder; name the files in it`,
    ]);
  });

  it('shows what a terminal would obey as marks', async () => {
    const { said, out } = await commandLine(['documents', 'show', '\u001b]0;x\u0007\u202e'], archive);
    expect(said + out).toContain('␛]0;x␇‹U+202E›');
    expect(said + out).not.toMatch(/[\u001b\u0007\u202e]/);
  });
});
