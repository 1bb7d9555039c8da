import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { openArchive } from './index.ts';

const worker = fileURLToPath(new URL('../testing/put-forever.ts', import.meta.url));
const sources = fileURLToPath(new URL('../testing/tsconfig.json', import.meta.url));

it('keeps every blob that counted as stored, and no half one, when its writers are killed side by side', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zhibiao-kill-'));
  const location = join(folder, 'archive');
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const said: string[] = [];
  const start = async (seed: number) => {
    const child = spawn(process.execPath, ['--import', 'tsx', worker, location, String(seed)], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, TSX_TSCONFIG_PATH: sources },
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    const ended = once(child, 'close').then(() => said.push(...text.split('\n').slice(0, -1)));
    const died = ended.then(() => Promise.reject(new Error('the writer ended before it was killed')));
    await Promise.race([once(child.stdout, 'data'), died]);
    died.catch(() => {});
    return { child, ended };
  };
  const writers = await Promise.all([start(1), start(2)]);
  for (const { child, ended } of writers) {
    await sleep(150);
    child.kill('SIGKILL');
    await ended;
  }
  const archive = await openArchive(location);
  expect(said.length).toBeGreaterThan(20);
  for (const key of said) {
    await archive.get(key);
    expect(await archive.derived('parse', '1', key)).toBe(key);
  }
  // Also what nobody was told of is whole: `get` compares the bytes with the key.
  let all = 0;
  for await (const key of archive.blobs.keys()) {
    await archive.get(key);
    all++;
  }
  expect(all).toBeGreaterThanOrEqual(said.length);
  await archive.close();
}, 60_000);
