import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { connectProducer } from './connection.ts';
import { Counters, readCounters } from './counters.ts';

let redis: Awaited<ReturnType<typeof connectProducer>>;
beforeAll(async () => {
  redis = await connectProducer(inject('redisUrl'));
});
afterAll(() => redis.disconnect());

it('are sums of all processes, and nothing is counted twice', async () => {
  const prefix = `t-${randomUUID()}`;
  const [one, other] = [new Counters(redis, prefix), new Counters(redis, prefix)];
  one.add(['portal', '2xx'], 120.4, 1_000);
  one.add(['portal', '2xx'], 80, 500);
  other.add(['portal', '2xx'], 100, 0);
  other.add(['portal', '4xx'], 10, 0);
  await one.flush();
  await one.close();
  await other.close();
  const counted = await readCounters(redis, prefix);
  expect(counted.sort((a, b) => b.n - a.n)).toEqual([
    { labels: ['portal', '2xx'], n: 3, ms: 300, size: 1_500 },
    { labels: ['portal', '4xx'], n: 1, ms: 10, size: 0 },
  ]);
});

it('of more sources than are told apart are put together, and lose none', async () => {
  const prefix = `t-${randomUUID()}`;
  const counters = new Counters(redis, prefix);
  for (let i = 0; i < 700; i++) counters.add([`source-${i}`, '2xx'], 1, 1);
  await counters.close();
  const counted = await readCounters(redis, prefix);
  expect(counted.length).toBeLessThanOrEqual(501);
  expect(counted.reduce((sum, { n }) => sum + n, 0)).toBe(700);
  expect(counted.find(({ labels }) => labels[0] === 'other')?.n).toBeGreaterThan(100);
});

it('wait in the process while Redis is away', async () => {
  const prefix = `t-${randomUUID()}`;
  const own = await connectProducer(inject('redisUrl'));
  const counters = new Counters(own, prefix);
  counters.add(['portal', '2xx'], 5, 7);
  const ended = once(own, 'end');
  own.disconnect();
  await ended;
  await counters.flush();
  expect(await readCounters(redis, prefix)).toEqual([]);
  await own.connect();
  await counters.close();
  expect(await readCounters(redis, prefix)).toEqual([{ labels: ['portal', '2xx'], n: 1, ms: 5, size: 7 }]);
  own.disconnect();
});
