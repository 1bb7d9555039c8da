import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { expect, it } from 'vitest';
import { startRedis } from './redis.mjs';

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
  const left = await startRedis({ dir, ...quiet });
  const taken = await startRedis({ dir, ...quiet });
  expect(taken.url).toBe(left.url);
  await taken.stop();
  await expect(withClient(taken.url, (redis) => redis.ping())).rejects.toThrow();
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
