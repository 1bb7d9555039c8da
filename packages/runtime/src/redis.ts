import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Config, UsageError } from '@zhibiao/shared';
import { readRunning } from './running.ts';

export interface RedisService {
  readonly url: string;
  /** true when we started it (or took over one that we had started) */
  readonly own: boolean;
  stop(): Promise<void>;
}

/** Finds or starts Redis; a private one keeps its data under the data folder. @throws Error with what to install */
export async function startRedis(config: Config, log: (line: string) => void): Promise<RedisService> {
  // Shared with the set-up scripts, which run before anything is built: plain JavaScript outside this package.
  const module = new URL('../../../infra/redis.mjs', import.meta.url).href;
  const { startRedis: start } = (await import(module)) as {
    startRedis(options: { dir: string; log: (line: string) => void }): Promise<RedisService>;
  };
  const dir = resolve(join(config.dataDir, 'redis'));
  mkdirSync(dir, { recursive: true });
  return start({ dir, log });
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
