import { Redis } from 'ioredis';
import { ServiceUnavailableError } from '../errors.ts';

/** Redis cannot be reached, or went away. */
export class RedisUnavailableError extends ServiceUnavailableError {}

/**
 * A connection that fails at once while Redis is away. Producers need this: on a connection with an offline
 * queue, `queue.add` hangs without a word for as long as Redis is down.
 * @throws RedisUnavailableError
 */
export async function connectProducer(url: string): Promise<Redis> {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, lazyConnect: true });
  // Without a listener a lost connection would end the process; commands report it to their callers.
  redis.on('error', () => {});
  try {
    await redis.connect();
    return redis;
  } catch (cause) {
    redis.disconnect();
    throw new RedisUnavailableError(
      `Redis at ${withoutPassword(url)} does not answer. Start it, or set REDIS_URL to one that runs.`,
      withoutPassword(url),
      { cause },
    );
  }
}

/** A connection that waits for Redis to come back, as workers must (BullMQ insists on `null` retries). */
export function connectWorker(url: string): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on('error', () => {});
  return redis;
}

/** @returns the URL fit for a log line or a message */
export function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//***@');
}
