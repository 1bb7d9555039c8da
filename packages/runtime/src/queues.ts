import type { Config } from '@zhibiao/shared';
import type { Producer } from '@zhibiao/shared/queues';
import { findRedisUrl } from './redis.ts';

/** Runs `use` with a producer on the Redis of this folder and closes it. @throws UsageError, RedisUnavailableError */
export async function withProducer<T>(config: Config, use: (producer: Producer) => Promise<T>): Promise<T> {
  const url = findRedisUrl(config);
  // BullMQ takes 300 ms of CPU to load: a command that needs no queue must not pay for it.
  const { connectProducer, Producer } = await import('@zhibiao/shared/queues');
  const redis = await connectProducer(url);
  const producer = new Producer(redis, config.queuePrefix);
  try {
    return await use(producer);
  } finally {
    await producer.close();
    redis.disconnect();
  }
}
