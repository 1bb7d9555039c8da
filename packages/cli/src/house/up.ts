import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, connectProducer, createLogger, Producer, UsageError } from '@zhibiao/shared';
import { serveConsole } from './console.ts';
import { startRedis } from './redis.ts';
import { clearRunning, readRunning, writeRunning } from './running.ts';
import { openStores, type Stores } from './stores.ts';
import { type Supervisor, supervise } from './supervisor.ts';

/** Everything that runs on this machine for Zhibiao, started by us. */
export interface RunningHouse {
  readonly stores: Stores;
  readonly producer: Producer;
  readonly redisUrl: string;
  readonly consoleUrl: string;
  readonly logFile: string;
  readonly workers: Supervisor;
  stop(): Promise<void>;
}

/**
 * Two processes fill two cores. Parsing is done by both: by whichever has time left beside crawling or storing
 * (measured: a third more pages a second than with all of it beside the store).
 */
export const workerProcesses = [
  ['crawl', 'parse'],
  ['parse', 'store'],
] as const;

/**
 * Starts what is missing: Redis, worker processes, schedules, console.
 * @throws UsageError when this data folder is in use by another `up`
 */
export async function startHouse(
  config: Config,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<RunningHouse> {
  const other = readRunning(config.dataDir);
  if (other) {
    const where = other.console ? ` Its console is at ${other.console}.` : '';
    throw new UsageError(
      `Zhibiao runs already on ${config.dataDir} (process ${other.pid}).${where}`,
      config.dataDir,
    );
  }
  mkdirSync(config.dataDir, { recursive: true });
  const logFile = join(config.dataDir, 'zhibiao.log');
  const logTo = openSync(logFile, 'a');
  const undo: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const redis = await startRedis(config, say);
    undo.push(() => redis.stop());
    const stores = await openStores(config);
    undo.push(() => stores.close());
    const connection = await connectProducer(redis.url);
    undo.push(() => connection.disconnect());
    const producer = new Producer(connection, config.queuePrefix);
    undo.push(() => producer.close());
    const log = createLogger(config.logLevel, 'zhibiao', logTo);
    const served = await serveConsole(stores, producer, log);
    undo.push(() => served.stop());
    const workers = supervise({
      workers: workerProcesses,
      env: { ...env, ZHIBIAO_REDIS_URL: redis.url },
      logTo,
      onRestart: (queues, code, signal) =>
        log.error({ queues, code, signal }, 'a worker process ended; starting it again'),
    });
    undo.push(() => workers.stop(config.shutdownMs + 5_000));
    writeRunning(config.dataDir, { pid: process.pid, redisUrl: redis.url, console: served.url });
    undo.push(() => clearRunning(config.dataDir));
    return { stores, producer, redisUrl: redis.url, consoleUrl: served.url, logFile, workers, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
