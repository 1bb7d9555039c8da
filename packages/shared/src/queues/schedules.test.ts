import { randomUUID } from 'node:crypto';
import { afterEach, expect, inject, it, vi } from 'vitest';
import { Source } from '../vocabulary/index.ts';
import { connectProducer } from './connection.ts';
import { Producer } from './producer.ts';
import { listSchedules, reconcileSchedules } from './schedules.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const close of closers.splice(0).reverse()) await close();
});

async function open() {
  const redis = await connectProducer(inject('redisUrl'));
  const producer = new Producer(redis, `t-${randomUUID()}`);
  closers.push(
    async () => redis.disconnect(),
    () => producer.close(),
  );
  return producer;
}

const source = (id: string, more: Partial<Source> = {}) =>
  Source.parse({ id, name: id, start: ['http://a.cn/'], cron: '0 3 * * *', ...more });

it('carries the cron of each source in Chinese time and drops what is gone, paused or disabled', async () => {
  const producer = await open();
  const now = Date.now();
  await reconcileSchedules(producer, [source('a'), source('b'), source('c')], now);
  const [first] = await listSchedules(producer, now);
  expect(new Date(first!.next!).getUTCHours()).toBe(19);
  const change = await reconcileSchedules(producer, [source('a'), source('b', { paused: true })], now);
  expect(change).toEqual({ written: [], removed: expect.arrayContaining(['b', 'c']) });
  expect((await listSchedules(producer, now)).map((s) => s.source)).toEqual(['a']);
});

it('writes a changed cron', async () => {
  const producer = await open();
  const now = Date.now();
  await reconcileSchedules(producer, [source('a')], now);
  expect((await reconcileSchedules(producer, [source('a', { cron: '5 4 * * *' })], now)).written).toEqual([
    'a',
  ]);
});

it('writes one again whose job is lost, and leaves one alone whose late job waits for a worker', async () => {
  const producer = await open();
  const past = Date.now() - 3 * 24 * 3600_000;
  vi.useFakeTimers({ toFake: ['Date'], now: past });
  await reconcileSchedules(producer, [source('a')], past);
  vi.useRealTimers();
  const now = Date.now();
  const [late] = await listSchedules(producer, now);
  expect(late).toMatchObject({ late: true });
  expect((await reconcileSchedules(producer, [source('a')], now)).written).toEqual([]);
  expect(await listSchedules(producer, now)).toEqual([late]);

  await producer.redis.zrem(producer.queues.crawl.toKey('delayed'), `repeat:source-a:${late!.next}`);
  await producer.redis.del(producer.queues.crawl.toKey(`repeat:source-a:${late!.next}`));
  expect((await reconcileSchedules(producer, [source('a')], now)).written).toEqual(['a']);
  expect(await listSchedules(producer, now)).toMatchObject([{ source: 'a', late: false }]);
});
