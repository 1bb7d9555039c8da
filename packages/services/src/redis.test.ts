import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { expect, it, vi } from 'vitest';
import { startRedis } from './redis.ts';

const quiet = { log: () => {}, env: {} };

async function withClient<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, { maxRetriesPerRequest: 0, retryStrategy: () => null });
  redis.on('error', () => {});
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}

it('keeps what it was given from one start to the next', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'zhibiao-redis-'));
  const first = await startRedis({ dir, ...quiet });
  await withClient(first.url, (redis) => redis.set('kept', 'yes'));
  await first.stop();
  const second = await startRedis({ dir, ...quiet });
  expect(await withClient(second.url, (redis) => redis.get('kept'))).toBe('yes');
  await second.stop();
  await rm(dir, { recursive: true });
});

it('takes over one that was left behind instead of starting a second on the same files', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'zhibiao-redis-'));
  const script = `import { startRedis } from ${JSON.stringify(new URL('./redis.ts', import.meta.url).href)};
    const { url, pid } = await startRedis({ dir: ${JSON.stringify(dir)}, log() {}, env: {} });
    process.stdout.write(JSON.stringify({ url, pid }), () => process.kill(process.pid, 'SIGKILL'));`;
  // The Redis that is left behind keeps the script's standard error: a pipe would never end.
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const left = JSON.parse(stdout) as { url: string; pid: number };
  expect(await withClient(left.url, (redis) => redis.ping())).toBe('PONG');
  const taken = await startRedis({ dir, ...quiet });
  expect(taken.url).toBe(left.url);
  expect(taken.pid).not.toBe(left.pid);
  await taken.stop();
  await expect(withClient(taken.url, (redis) => redis.ping())).rejects.toThrow();
  await rm(dir, { recursive: true });
});

it('starts a Redis again that died, on the same port and with what it was given', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'zhibiao-redis-'));
  const said: string[] = [];
  const own = await startRedis({ dir, log: (line) => said.push(line), env: {} });
  await withClient(own.url, (redis) => redis.set('kept', 'yes'));
  const first = own.pid;
  process.kill(first!, 'SIGKILL');
  await vi.waitFor(async () => expect(await withClient(own.url, (redis) => redis.get('kept'))).toBe('yes'), {
    timeout: 10_000,
    interval: 50,
  });
  expect(own.pid).not.toBe(first);
  expect(said).toEqual([expect.stringMatching(/Redis ended \(SIGKILL\); it is started again/)]);
  await own.stop();
  await expect(withClient(own.url, (redis) => redis.ping())).rejects.toThrow();
  await rm(dir, { recursive: true });
});

it('leaves a Redis that the environment names alone', async () => {
  const given = await startRedis({
    dir: 'unused',
    log: () => {},
    env: { REDIS_URL: 'redis://example:6379' },
  });
  expect(given).toMatchObject({ url: 'redis://example:6379', own: false });
});
