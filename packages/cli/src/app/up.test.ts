import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

const bin = fileURLToPath(new URL('../../bin/zhibiao.js', import.meta.url));
// The workers of `up` run the built command.
const built = existsSync(new URL('../../dist/main.js', import.meta.url));

let dir: string;
const started: ChildProcess[] = [];
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'zhibiao-up-'));
});
afterAll(async () => {
  for (const child of started) child.kill('SIGTERM');
  await Promise.all(
    started.map((child) => child.exitCode ?? child.signalCode ?? new Promise((r) => child.once('exit', r))),
  );
  await rm(dir, { recursive: true, force: true });
});

/** Starts `up` on the folder. */
function up() {
  const { REDIS_URL: _, MONGODB_URL: __, ...inherited } = process.env;
  const env = { ...inherited, ZHIBIAO_DATA: dir, ZHIBIAO_PORT: '0', ZHIBIAO_SHUTDOWN_MS: '2000' };
  const child = spawn(process.execPath, [bin, 'up'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  started.push(child);
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const runs = () => vi.waitFor(() => expect(said).toMatch(/Ctrl-C/), { timeout: 30_000, interval: 50 });
  return { child, exited, runs, said: () => said };
}

const redisOf = async () =>
  JSON.parse(await readFile(join(dir, 'redis', 'redis.json'), 'utf8')).pid as number;
const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
/** The worker processes that have this folder in their environment. */
function workers(): number[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      const isOurs =
        readFileSync(`/proc/${name}/environ`, 'utf8').includes(`ZHIBIAO_DATA=${dir}\0`) &&
        readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('\0work\0');
      return isOurs ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

it.skipIf(!built || process.platform !== 'linux')(
  'one at a time on a folder; a dead Redis comes back; a killed up takes its workers along and keeps nobody out',
  { timeout: 120_000 },
  async () => {
    const first = up();
    await first.runs();
    const second = up();
    expect(await second.exited).toBe(2);
    expect(second.said()).toMatch(/runs already on .*process \d+.*console is at/);
    // The one that was refused took nothing of the first along.
    const redis = await redisOf();
    expect(isAlive(redis)).toBe(true);

    process.kill(redis, 'SIGKILL');
    await vi.waitFor(async () => expect(await redisOf()).not.toBe(redis), { timeout: 10_000, interval: 50 });
    expect(first.said()).toMatch(/Redis ended .*started again/);

    await vi.waitFor(() => expect(workers()).toHaveLength(2), { timeout: 20_000 });
    first.child.kill('SIGKILL');
    await first.exited;
    await vi.waitFor(() => expect(workers()).toEqual([]), { timeout: 20_000, interval: 200 });
    const left = await redisOf();

    // The next one takes over from it; killed in the middle of its start, it leaves no workers either.
    const third = up();
    while (workers().length === 0) await sleep(5);
    expect(await redisOf()).not.toBe(left);
    third.child.kill('SIGKILL');
    await vi.waitFor(() => expect(workers()).toEqual([]), { timeout: 20_000, interval: 200 });
    process.kill(await redisOf(), 'SIGKILL');
  },
);

it.skipIf(!built || process.platform !== 'linux')(
  'stops what it started when its terminal is closed and nobody reads its messages',
  { timeout: 60_000 },
  async () => {
    const { child, exited, runs } = up();
    await runs();
    const redis = await redisOf();
    child.stderr.destroy();
    child.kill('SIGHUP');
    expect(await exited).toBe(0);
    expect(isAlive(redis)).toBe(false);
    await vi.waitFor(() => expect(workers()).toEqual([]), { timeout: 10_000, interval: 200 });
  },
);
