import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isLocked, lockFolder } from './folder-lock.ts';
import { readRunning, writeRunning } from './running.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'zhibiao-lock-'));
});
afterEach(() => rm(dir, { recursive: true }));

it('lets one in at a time, and the next when the first is out', () => {
  expect(isLocked(dir)).toBe(false);
  const first = lockFolder(dir);
  expect(isLocked(dir)).toBe(true);
  expect(lockFolder(dir)).toBeNull();
  first?.release();
  expect(isLocked(dir)).toBe(false);
  lockFolder(dir)?.release();
});

it('ends with its process, however that ends, and a note left behind keeps nobody out', async () => {
  // Another process takes the same kind of lock by its own means.
  const libsql = fileURLToPath(import.meta.resolve('libsql'));
  const code = `const db = new (require(${JSON.stringify(libsql)}))(${JSON.stringify(join(dir, 'up.lock'))});
    db.exec('BEGIN EXCLUSIVE'); process.stdout.write('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  // Its number is that of a process which lives: ours.
  writeRunning(dir, { pid: process.pid, redisUrl: 'redis://x', console: null });
  expect(lockFolder(dir)).toBeNull();
  expect(readRunning(dir)).toMatchObject({ pid: process.pid });
  child.kill('SIGKILL');
  await vi.waitFor(() => expect(isLocked(dir)).toBe(false), { timeout: 5_000 });
  expect(readRunning(dir)).toBeNull();
  lockFolder(dir)?.release();
});

it('takes no notice of a file that is no note', async () => {
  await writeFile(join(dir, 'up.json'), 'not json');
  expect(readRunning(dir)).toBeNull();
});
