import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterEach, expect, inject, it } from 'vitest';
import { FinalError } from '../errors.ts';
import type { Emission } from '../messages/index.ts';
import { connectProducer, connectWorker } from './connection.ts';
import type { Handler } from './handler.ts';
import { jobId, Producer } from './producer.ts';
import { startWorker } from './worker.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function system() {
  const redis = await connectProducer(inject('redisUrl'));
  const producer = new Producer(redis, `t-${randomUUID()}`);
  closers.push(
    () => redis.disconnect(),
    () => producer.close(),
  );
  const work = (handler: Handler<'crawl'>) => {
    const connection = connectWorker(inject('redisUrl'));
    const quarantine = { quarantine: async () => {} };
    const log = pino({ level: 'silent' });
    const worker = startWorker('crawl', handler, { connection, producer, quarantine, log });
    closers.push(
      () => connection.disconnect(),
      () => worker.stop(500),
    );
  };
  const key = (what: string) => `${producer.prefix}:run:r:crawl:${what}`;
  return { redis, producer, work, key };
}

const url = 'http://a.cn/1';
const message = {
  task: 'fetch',
  kind: 'page',
  run: 'r',
  source: null,
  shadow: false,
  url,
  depth: 0,
  force: false,
} as const;
const page: Emission = { queue: 'crawl', message };
const id = jobId('crawl', message);

it('queues a message once, however many send it at once, and not again when it is done', async () => {
  const { producer, work, redis, key } = await system();
  const sent = await Promise.all([producer.send([page]), producer.send([page]), producer.send([page])]);
  expect(sent).toEqual([1, 1, 1]);
  expect(await producer.queues.crawl.getWaitingCount()).toBe(1);
  expect(await redis.smembers(key('open'))).toEqual([id]);
  let times = 0;
  work(async () => {
    times += 1;
    return undefined;
  });
  while ((await redis.scard(key('done'))) === 0);
  expect(await redis.exists(key('open'))).toBe(0);
  await producer.queues.crawl.remove(id);
  expect(await producer.send([page])).toBe(0);
  expect(await producer.queues.crawl.getJob(id)).toBeUndefined();
  expect(times).toBe(1);
});

it('opens and ends a job in its run and in its queue with one script each', async () => {
  const { producer, work, redis, key } = await system();
  let scripts = 0;
  const monitor = await redis.duplicate({ lazyConnect: false, enableOfflineQueue: true }).monitor();
  closers.push(() => monitor.disconnect());
  const last = randomUUID();
  const seenLast = new Promise<void>((resolve) => {
    monitor.on('monitor', (_: string, [command, ...args]: string[], source: string) => {
      if (args[0] === last) resolve();
      const isOfRun = args.some((arg) => arg.startsWith(key('')));
      if (source !== 'lua' && /^eval/i.test(command ?? '') && isOfRun) scripts += 1;
    });
  });
  await producer.send([page]);
  work(async () => undefined);
  // In one step: whoever sees it done finds it nowhere at work.
  for (;;) {
    const both = await redis
      .multi()
      .sismember(key('done'), id)
      .lrange(`${producer.prefix}:crawl:active`, 0, -1)
      .exec();
    const [[, done], [, active]] = both as [[null, number], [null, string[]]];
    if (done === 0) continue;
    expect(active).toEqual([]);
    break;
  }
  expect(await producer.queues.crawl.getCompletedCount()).toBe(1);
  await redis.echo(last);
  await seenLast;
  expect(scripts).toBe(2);
});

it('counts a job as failed alone that is given up after its end was not written', async () => {
  const { producer, work } = await system();
  await producer.send([page]);
  // As left behind by a try whose last word Redis has not taken.
  producer.steps.end(id, producer.ledger.doneStep('r', { queue: 'crawl', jobId: id }), () => {});
  work(async () => {
    throw new FinalError('gone', url);
  });
  let progress = await producer.ledger.progress('r');
  while (progress.open > 0) progress = await producer.ledger.progress('r');
  while ((await producer.queues.crawl.getCompletedCount()) === 0);
  expect(await producer.ledger.progress('r')).toMatchObject({ open: 0, done: 0, failed: 1 });
});
