import { Redis } from 'ioredis';
import { ServiceUnavailableError } from '../errors.ts';
import { withoutPassword } from '../without-password.ts';

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
  // It tells what Redis has said; `connect` throws only that the connection is closed.
  const said: string[] = [];
  redis.on('error', (error) => {
    if (said.length < 10) said.push(error.message);
  });
  try {
    await redis.connect();
    return redis;
  } catch (cause) {
    redis.disconnect();
    const name = withoutPassword(url);
    throw new RedisUnavailableError(
      `Redis at ${name} ${refusalOf(`${said.join(' ')} ${(cause as Error).message}`)}`,
      name,
      { cause },
    );
  }
}

/** What is wrong, and what to do. */
function refusalOf(said: string): string {
  if (/NOAUTH/.test(said))
    return 'wants a password. Set REDIS_URL=redis://:PASSWORD@HOST:PORT, special characters as %XX.';
  if (/WRONGPASS|invalid (username-password|password)|without any password/i.test(said))
    return 'refuses the password of REDIS_URL. Correct it; special characters are written as %XX.';
  return 'does not answer. Start it, or set REDIS_URL to one that runs.';
}

/** A connection that waits for Redis to come back, as workers must (BullMQ insists on `null` retries). */
export function connectWorker(url: string): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on('error', () => {});
  return redis;
}
