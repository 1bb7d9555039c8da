import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type RedisService, startRedis as startPrivateRedis } from '@zhibiao/services/redis';
import { type Config, UsageError } from '@zhibiao/shared';
import { readRunning } from './running.ts';

/** Finds or starts Redis; a private one keeps its data under the data folder. @throws Error with what to install */
export async function startRedis(config: Config, log: (line: string) => void): Promise<RedisService> {
  const dir = resolve(join(config.dataDir, 'redis'));
  mkdirSync(dir, { recursive: true });
  return startPrivateRedis({ dir, log });
}

/** The Redis that a command talks to: the configured one, or that of the `up` that runs here. @throws UsageError */
export function findRedisUrl(config: Config): string {
  const url = config.redisUrl ?? readRunning(config.dataDir)?.redisUrl;
  if (url) return url;
  throw new UsageError(
    'Nothing runs here: start `npx zhibiao up` in another terminal, or set REDIS_URL to the Redis of the workers.',
    'REDIS_URL',
  );
}
