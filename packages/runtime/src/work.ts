import { randomUUID } from 'node:crypto';
import { type Config, ServiceUnavailableError } from '@zhibiao/shared';
import type { QueueName } from '@zhibiao/shared/messages';
import {
  connectProducer,
  connectWorker,
  type Handler,
  Producer,
  type RunningWorker,
  startWorker,
  Turns,
} from '@zhibiao/shared/queues';
import { startWatchdog } from '@zhibiao/shared/watch';
import type { Redis } from 'ioredis';
import type { Holder } from './give-back.ts';
import { handlers } from './handlers.ts';
import { findRedisUrl } from './redis.ts';
import { answerMs, askServices, within } from './services.ts';
import { openStores, type Stores } from './stores.ts';
import { openTracing } from './tracing.ts';

export interface WorkingSystem {
  /** by which names this process holds jobs and slots */
  readonly holder: Holder;
  /**
   * Resolves while the work can go on: also while Redis is away, for ending this process would not bring it back. Rejects where Redis
   * answers others and not the connection that the work goes over: after an outage a worker may hang so.
   */
  answers(): Promise<unknown>;
  /** Stops all workers within the configured bound; unfinished jobs are picked up by others. */
  stop(): Promise<void>;
}

/** Works the named queues in this process until stopped. */
export async function work(
  stores: Stores,
  redisUrl: string,
  queues: readonly QueueName[],
): Promise<WorkingSystem> {
  const { config, log } = stores;
  const redis = await connectProducer(redisUrl);
  const connection = connectWorker(redisUrl);
  const tracing = await openTracing(config);
  const telemetry = tracing?.telemetry;
  const producer = new Producer(redis, config.queuePrefix, { telemetry });
  const { queuePrefix: prefix, hangMs: limitMs, logLevel } = config;
  const watch = startWatchdog({ redisUrl, prefix, queues, limitMs, logLevel });
  const turns = new Turns();
  const owner = randomUUID();
  const opened = await Promise.all(queues.map((queue) => openOne(queue)));

  /** A job that took too long may have waited for one of these. */
  async function serving(): Promise<void> {
    const away = Object.values(await askServices({ ...stores, producer })).find((why) => why !== null);
    if (away) throw new ServiceUnavailableError(`A service does not answer: ${away}.`, 'services');
  }

  async function openOne<Q extends QueueName>(queue: Q) {
    const { handler, close } = await handlers[queue](stores, producer, owner);
    const options = { connection, producer, quarantine: stores.store, log, serving, watch, turns, telemetry };
    const worker: RunningWorker = startWorker(queue, handler as Handler<Q>, options);
    return { worker, close };
  }

  log.info({ queues }, 'working');
  return {
    holder: { owner, workers: opened.map(({ worker: { queue, id } }) => ({ queue, id })) },
    answers: () => answering(redis, connection),
    async stop() {
      await Promise.all(opened.map(({ worker }) => worker.stop(config.shutdownMs)));
      await Promise.all(opened.map(({ close }) => close()));
      await watch.stop();
      await tracing?.close();
      await producer.close();
      redis.disconnect();
      connection.disconnect();
      log.info({ queues }, 'stopped');
    },
  };
}

async function answering(producer: Redis, worker: Redis): Promise<void> {
  const isBack = await within(producer.ping(), answerMs).then(
    () => true,
    () => false,
  );
  if (isBack) await within(worker.ping(), 10 * answerMs);
}

/** Opens the stores of the configuration and works on them; `stop` closes them too. @throws as `work` and `openStores` do */
export async function openWork(config: Config, queues: readonly QueueName[]): Promise<WorkingSystem> {
  const stores = await openStores(config);
  try {
    const working = await work(stores, findRedisUrl(config), queues);
    return {
      ...working,
      async stop() {
        await working.stop();
        await stores.close();
      },
    };
  } catch (error) {
    await stores.close();
    throw error;
  }
}
