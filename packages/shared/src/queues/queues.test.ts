import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { CorruptInputError, FinalError, RetryableError, ServiceUnavailableError } from '../errors.ts';
import type { Emission } from '../messages/index.ts';
import type { Quarantine } from '../ports.ts';
import type { QuarantineRecord } from '../vocabulary/index.ts';
import { connectProducer, connectWorker } from './connection.ts';
import type { Handler } from './handler.ts';
import { jobId, Producer } from './producer.ts';
import { startWorker, type WorkerOptions } from './worker.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function system() {
  const redis = await connectProducer(inject('redisUrl'));
  const producer = new Producer(redis, `t-${randomUUID()}`);
  closers.push(
    async () => redis.disconnect(),
    () => producer.close(),
  );
  const quarantined: QuarantineRecord[] = [];
  const quarantine: Quarantine = { quarantine: async (record) => void quarantined.push(record) };
  const said: string[] = [];
  const log = pino({ level: 'info' }, { write: (line) => said.push(JSON.parse(line).msg) });
  const run = (handler: Handler<'crawl'>, { concurrency = 4, ...more }: Partial<WorkerOptions> = {}) => {
    const connection = connectWorker(inject('redisUrl'));
    const worker = startWorker('crawl', handler, {
      connection,
      producer,
      quarantine,
      log,
      concurrency,
      ...more,
    });
    closers.push(
      async () => connection.disconnect(),
      () => worker.stop(500),
    );
    return worker;
  };
  return { producer, quarantined, quarantine, run, said };
}

const fetchOf = (run: string, path: string): Emission => ({
  queue: 'crawl',
  message: {
    task: 'fetch',
    kind: 'page',
    run,
    source: null,
    shadow: false,
    url: `http://a.cn/${path}`,
    depth: 0,
    force: false,
  },
});

async function ended(producer: Producer, run: string) {
  for (;;) {
    const progress = await producer.ledger.progress(run);
    if (progress.open === 0 && progress.done + progress.failed > 0) return progress;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('queues', () => {
  it('takes the jobs of a crawl before those of a reprocess that wait already', async () => {
    const { producer, run } = await system();
    const shadow = (path: string): Emission => {
      const { queue, message } = fetchOf('rp', path);
      return { queue, message: { ...message, shadow: true } } as Emission;
    };
    await producer.send(['a', 'b', 'c'].map(shadow));
    await producer.send([fetchOf('live', 'd')]);
    const order: string[] = [];
    run(
      async (message) => {
        order.push(message.run);
        return undefined;
      },
      { concurrency: 1 },
    );
    await ended(producer, 'rp');
    expect(order).toEqual(['live', 'rp', 'rp', 'rp']);
  });

  it('gives every message of a run to a handler once and follows what it emits', async () => {
    const { producer, run } = await system();
    const seen: string[] = [];
    run(async (message) => {
      if (message.task !== 'fetch') return undefined;
      seen.push(message.url);
      return message.depth === 0 ? { emit: [fetchOf('r1', 'child'), fetchOf('r1', 'child')] } : undefined;
    });
    await producer.send([fetchOf('r1', '1'), fetchOf('r1', '1'), fetchOf('r1', '2')]);
    const progress = await ended(producer, 'r1');
    expect(seen.sort()).toEqual(['http://a.cn/1', 'http://a.cn/2', 'http://a.cn/child']);
    expect(progress).toMatchObject({ open: 0, done: 3, failed: 0 });
  });

  it('quarantines a final error at once and a retryable one after its tries', async () => {
    const { producer, quarantined, run } = await system();
    let tries = 0;
    run(async (message) => {
      if (message.task === 'fetch' && message.url.endsWith('final'))
        throw new FinalError('gone', message.url);
      tries += 1;
      if (tries < 2) throw new RetryableError('busy', 'x', { retryAfterMs: 10 });
      return undefined;
    });
    await producer.send([fetchOf('r2', 'final'), fetchOf('r2', 'again')]);
    expect(await ended(producer, 'r2')).toMatchObject({ done: 1, failed: 1 });
    expect(tries).toBe(2);
    expect(quarantined).toMatchObject([
      { input: 'http://a.cn/final', error: 'FinalError', run: 'r2', stage: 'crawl' },
    ]);
  });

  it.each([
    ['of the store', () => new ServiceUnavailableError('The store is away.', 'store')],
    ['of the disk', () => Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })],
    [
      'of Redis',
      () => new Error("ERR Error running script: OOM command not allowed when used memory > 'maxmemory'."),
    ],
  ])(
    'waits out trouble %s: no try is used up, nothing is given up, and it is said once',
    async (_, trouble) => {
      const { producer, quarantined, run, said } = await system();
      const attempts: number[] = [];
      run(async (_message, { attempt }) => {
        attempts.push(attempt);
        // More often than the job has tries.
        if (attempts.length < 12) throw trouble();
        return undefined;
      });
      await producer.send(['a', 'b', 'c', 'd', 'e'].map((path) => fetchOf('r6', path)));
      expect(await ended(producer, 'r6')).toMatchObject({ done: 5, failed: 0 });
      expect(quarantined).toEqual([]);
      expect(new Set(attempts)).toEqual(new Set([1]));
      expect(said.filter((line) => line.includes('wait until it is back'))).toHaveLength(1);
      expect(said.filter((line) => line.includes('is back; the work goes on'))).toHaveLength(1);
    },
  );

  it('says once that Redis cannot be reached, however often it tries', async () => {
    const { said, run } = await system();
    // The port of `tcpmux`: nobody listens there.
    const connection = connectWorker('redis://127.0.0.1:1');
    let tries = 0;
    connection.on('error', () => {
      tries += 1;
    });
    run(async () => undefined, { connection });
    await vi.waitFor(() => expect(tries).toBeGreaterThan(4), { timeout: 10_000 });
    expect(said.filter((line) => line === 'worker connection')).toHaveLength(1);
    connection.disconnect();
  });

  it('gives a job up when the quarantine is back, and not into a store that is away', async () => {
    const { producer, quarantined, quarantine, run } = await system();
    let refusals = 3;
    run(
      async () => {
        throw new FinalError('no', 'x');
      },
      {
        quarantine: {
          quarantine: async (record) => {
            if (refusals-- > 0) throw new ServiceUnavailableError('The store is away.', 'store');
            return quarantine.quarantine(record);
          },
        },
      },
    );
    await producer.send([fetchOf('r7', 'x')]);
    expect(await ended(producer, 'r7')).toMatchObject({ failed: 1 });
    expect(quarantined).toMatchObject([{ error: 'FinalError', run: 'r7' }]);
  });

  it('puts a job back without using up a try', async () => {
    const { producer, run } = await system();
    const attempts: number[] = [];
    run(async (_message, context) => {
      attempts.push(context.attempt);
      return attempts.length < 6 ? { delayMs: 5 } : undefined;
    });
    await producer.send([fetchOf('r3', 'later')]);
    await ended(producer, 'r3');
    expect(attempts).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('replays a failed message', async () => {
    const { producer, run } = await system();
    let broken = true;
    const forced: boolean[] = [];
    run(async (message) => {
      if (message.task === 'fetch') forced.push(message.force);
      if (broken) throw new FinalError('not yet', message.run);
      return undefined;
    });
    await producer.send([fetchOf('r4', 'x')]);
    expect(await ended(producer, 'r4')).toMatchObject({ failed: 1 });
    broken = false;
    await producer.resend(fetchOf('r4', 'x'));
    expect(await ended(producer, 'r4')).toMatchObject({ done: 1, failed: 0 });
    expect(forced).toEqual([false, true]);
  });

  it('stops within its bound although a handler hangs, and loses nothing', async () => {
    const { producer, run } = await system();
    let aborted = false;
    const stuck = run(async (_message, { signal }) => {
      signal.addEventListener('abort', () => {
        aborted = true;
      });
      return new Promise(() => {});
    });
    await producer.send([fetchOf('r5', 'x')]);
    while ((await producer.queues.crawl.getActiveCount()) === 0) await new Promise((r) => setTimeout(r, 10));
    await stuck.stop(100);
    expect(aborted).toBe(true);
    run(async () => undefined);
    expect(await ended(producer, 'r5')).toMatchObject({ done: 1, failed: 0 });
  });

  it('refuses a message that does not fit its schema', async () => {
    const { producer } = await system();
    const wrong = { queue: 'parse', message: { run: 'r', source: null, page: 'p', article: 'no key' } };
    await expect(producer.send([wrong as Emission])).rejects.toThrow(CorruptInputError);
  });

  it('makes ids that BullMQ takes: no colon, not only digits', () => {
    expect(jobId('crawl', fetchOf('r', 'a:b').message)).toMatch(/^c[0-9a-f]{32}$/);
  });
});
