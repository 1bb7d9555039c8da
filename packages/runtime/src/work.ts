import {
  type Config,
  connectProducer,
  connectWorker,
  type Handler,
  Producer,
  type QueueName,
  type RunningWorker,
  startWorker,
} from '@zhibiao/shared';
import { handlers } from './handlers.ts';
import { findRedisUrl } from './redis.ts';
import { openStores, type Stores } from './stores.ts';

export interface WorkingHouse {
  /** Resolves when Redis has answered on the connections that the work goes over; rejects or waits while it does not. */
  answers(): Promise<unknown>;
  /** Stops all workers within the configured bound; unfinished jobs are picked up by others. */
  stop(): Promise<void>;
}

/** Works the named queues in this process until stopped. */
export async function work(
  stores: Stores,
  redisUrl: string,
  queues: readonly QueueName[],
): Promise<WorkingHouse> {
  const { config, log } = stores;
  const redis = await connectProducer(redisUrl);
  const connection = connectWorker(redisUrl);
  const producer = new Producer(redis, config.queuePrefix);
  const opened = await Promise.all(queues.map((queue) => openOne(queue)));

  async function openOne<Q extends QueueName>(queue: Q) {
    const { handler, close } = await handlers[queue](stores, producer);
    const options = { connection, producer, quarantine: stores.store, log };
    const worker: RunningWorker = startWorker(queue, handler as Handler<Q>, options);
    return { worker, close };
  }

  log.info({ queues }, 'working');
  return {
    answers: () => Promise.all([redis.ping(), connection.ping()]),
    async stop() {
      await Promise.all(opened.map(({ worker }) => worker.stop(config.shutdownMs)));
      await Promise.all(opened.map(({ close }) => close()));
      await producer.close();
      redis.disconnect();
      connection.disconnect();
      log.info({ queues }, 'stopped');
    },
  };
}

/** Opens the stores of the configuration and works on them; `stop` closes them too. @throws as `work` and `openStores` do */
export async function openWork(config: Config, queues: readonly QueueName[]): Promise<WorkingHouse> {
  const stores = await openStores(config);
  try {
    const working = await work(stores, findRedisUrl(config), queues);
    return {
      answers: working.answers,
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
