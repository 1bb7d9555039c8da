import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { QueueHistory, readHistory, stretchMs } from './history.ts';

const redis = new Redis(inject('redisUrl'));
afterAll(() => redis.quit());
const now = 1_705_000_200_000;
const hour = 3_600_000;

describe('the last day of a queue', () => {
  it('is told in stretches: what was done, what was given up, what waited', async () => {
    const prefix = `t-${randomUUID()}`;
    const processes = [new QueueHistory(redis, prefix), new QueueHistory(redis, prefix)] as const;
    processes[0].add('crawl', 'done', now);
    processes[1].add('crawl', 'done', now);
    processes[1].add('crawl', 'failed', now - 23 * hour);
    processes[1].add('crawl', 'failed', now - 25 * hour);
    const counts = { waiting: 3, prioritized: 2, active: 9 };
    const status = { queue: 'crawl' as const, counts, oldestWaitingMs: 4_000, paused: false, workers: 1 };
    await processes[0].look([status], now);
    await Promise.all(processes.map((one) => one.close()));
    const { crawl, parse } = await readHistory(redis, prefix, now);
    expect(crawl).toHaveLength(24 * 12);
    expect(crawl.at(-1)).toEqual({
      at: now - (now % stretchMs),
      done: 2,
      failed: 0,
      retried: 0,
      waiting: 5,
      oldestMs: 4_000,
    });
    expect(crawl.reduce((sum, { failed }) => sum + failed, 0)).toBe(1);
    expect(parse.at(-1)).toMatchObject({ done: 0, waiting: null, oldestMs: null });
    expect(await redis.ttl(`${prefix}:history:crawl:${Math.floor(now / hour)}`)).toBeGreaterThan(24 * 3_600);
  });
});
