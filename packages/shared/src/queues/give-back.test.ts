import { randomUUID } from 'node:crypto';
import { Worker } from 'bullmq';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { connectProducer, connectWorker } from './connection.ts';
import { giveBackJobs } from './give-back.ts';
import { Producer } from './producer.ts';
import { Suspects } from './suspects.ts';
import { mostStalls } from './worker.ts';

type Owner = 'dead' | 'alive';

let redis: Awaited<ReturnType<typeof connectProducer>>;
let connection: ReturnType<typeof connectWorker>;
beforeAll(async () => {
  redis = await connectProducer(inject('redisUrl'));
  connection = connectWorker(inject('redisUrl'));
});
afterAll(() => {
  redis.disconnect();
  connection.disconnect();
});

/** A queue whose waiting jobs are taken by hand, in the name of one worker or the other. */
async function open(jobs: number, opts: { priority?: number } = {}) {
  const prefix = `t-${randomUUID()}`;
  const producer = new Producer(redis, prefix);
  const queue = producer.queues.crawl;
  await queue.addBulk(
    Array.from({ length: jobs }, (_, i) => ({ name: 'j', data: {}, opts: { jobId: `j${i}`, ...opts } })),
  );
  const worker = new Worker('crawl', null, { connection, prefix, autorun: false });
  return {
    producer,
    queue,
    /** @returns the id of the job that it has now */
    async take(owner: Owner, n = 0) {
      return (await worker.getNextJob(`${owner}:${n}`, { block: false }))?.id ?? '';
    },
    lockOf: (id: string) => redis.get(`${queue.toKey(id)}:lock`),
    giveBack: () => giveBackJobs(producer, { queue: 'crawl', id: 'dead' }),
    async close() {
      await worker.close();
      await producer.close();
    },
  };
}

it('puts back what the dead worker was at, and touches no lock of a living one', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom<Owner>('dead', 'alive'), { maxLength: 8 }), async (owners) => {
      const { queue, take, lockOf, giveBack, close } = await open(owners.length + 2);
      const taken = new Map<string, Owner>();
      for (const [n, owner] of owners.entries()) taken.set(await take(owner, n), owner);
      const of = (wanted: Owner) => [...taken].filter(([, owner]) => owner === wanted).map(([id]) => id);

      // Twice is as good as once.
      expect((await giveBack()).map(({ id }) => id).sort()).toEqual(of('dead').sort());
      expect(await giveBack()).toEqual([]);

      expect((await queue.getActive()).map(({ id }) => id).sort()).toEqual(of('alive').sort());
      for (const id of of('alive')) expect(await lockOf(id)).toMatch(/^alive:/);
      const waiting = await queue.getWaiting();
      expect(waiting).toHaveLength(of('dead').length + 2);
      for (const { id, stalledCounter } of waiting)
        expect(stalledCounter).toBe(taken.get(id ?? '') === 'dead' ? 1 : 0);
      for (const id of of('dead')) expect(await lockOf(id)).toBeNull();
      await close();
    }),
    { numRuns: 15 },
  );
});

it('what is given back is taken next, and a job of the lower lane stays in it', async () => {
  const one = await open(3);
  const id = await one.take('dead');
  await one.giveBack();
  expect(await one.take('alive')).toBe(id);
  await one.close();

  const low = await open(1, { priority: 1_000 });
  await low.take('dead');
  await low.giveBack();
  expect(await low.queue.getPrioritized()).toMatchObject([{ id: 'j0', priority: 1_000 }]);
  await low.close();
});

it('leaves to their locks a job that may have hung its process, and one that stalled too often', async () => {
  const { producer, queue, take, lockOf, giveBack, close } = await open(3);
  const [hangs, stalls, other] = [await take('dead', 0), await take('dead', 1), await take('dead', 2)];
  await new Suspects(redis, producer.prefix).killed([{ queue: 'crawl', jobId: hangs!, input: '' }], 5_000);
  await redis.hset(queue.toKey(stalls!), 'stc', mostStalls);
  expect(await giveBack()).toHaveLength(3);
  expect(await lockOf(hangs!)).toMatch(/^dead:/);
  expect(await lockOf(stalls!)).toMatch(/^dead:/);
  expect((await queue.getWaiting()).map(({ id }) => id)).toEqual([other]);
  await close();
});
