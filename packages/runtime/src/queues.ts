import type { Config } from '@zhibiao/shared';
import { connectProducer, Producer } from '@zhibiao/shared/queues';
import { findRedisUrl } from './redis.ts';

/** Runs `use` with a producer on the Redis of this house and closes it. @throws UsageError, RedisUnavailableError */
export async function withProducer<T>(config: Config, use: (producer: Producer) => Promise<T>): Promise<T> {
  const redis = await connectProducer(findRedisUrl(config));
  const producer = new Producer(redis, config.queuePrefix);
  try {
    return await use(producer);
  } finally {
    await producer.close();
    redis.disconnect();
  }
}
