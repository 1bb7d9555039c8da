import { openSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from '@zhibiao/runtime/folder-lock';
import { startStore } from '@zhibiao/runtime/mongo';
import { startRedis } from '@zhibiao/runtime/redis';
import { clearRunning, readRunning, writeRunning } from '@zhibiao/runtime/running';
import { openStores, type Stores } from '@zhibiao/runtime/stores';
import { type Supervisor, supervise, workerProcesses } from '@zhibiao/runtime/supervisor';
import { type Config, createLogger, UsageError } from '@zhibiao/shared';
import { connectProducer, Producer } from '@zhibiao/shared/queues';
import { serveConsole } from './console.ts';

/** Everything that runs on this machine for Zhibiao, started by us. */
export interface RunningSystem {
  readonly stores: Stores;
  readonly producer: Producer;
  readonly redisUrl: string;
  readonly consoleUrl: string;
  readonly logFile: string;
  readonly workers: Supervisor;
  stop(): Promise<void>;
}

/**
 * Starts what is missing: Redis, a private MongoDB where one is asked for, worker processes, schedules, console.
 * @throws UsageError when this data folder is in use by another `up`
 */
export async function startSystem(
  config: Config,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<RunningSystem> {
  const lock = lockFolder(config.dataDir);
  if (!lock) throw runsAlready(config.dataDir);
  const logFile = join(config.dataDir, 'zhibiao.log');
  const logTo = openSync(logFile, 'a');
  const undo: (() => Promise<void> | void)[] = [() => lock.release()];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const redis = await startRedis(config, say);
    undo.push(() => redis.stop());
    const place = await startStore(config, say);
    undo.push(() => place.stop());
    const stores = await openStores({ ...config, store: place.location }, { readers: true });
    undo.push(() => stores.close());
    const connection = await connectProducer(redis.url);
    undo.push(() => connection.disconnect());
    const producer = new Producer(connection, config.queuePrefix);
    undo.push(() => producer.close());
    const log = createLogger(config.logLevel, 'zhibiao', logTo);
    const served = await serveConsole(stores, producer, log, redis.url);
    undo.push(() => served.stop());
    const workers = supervise({
      workers: workerProcesses,
      env: { ...env, ZHIBIAO_REDIS_URL: redis.url, ZHIBIAO_STORE: place.location },
      producer,
      logTo,
      onRestart: (queues, code, signal) =>
        log.error({ queues, code, signal }, 'a worker process ended; starting it again'),
    });
    undo.push(() => workers.stop(config.shutdownMs + 5_000));
    writeRunning(config.dataDir, {
      pid: process.pid,
      redisUrl: redis.url,
      console: served.url,
      store: place.location,
    });
    undo.push(() => clearRunning(config.dataDir));
    return { stores, producer, redisUrl: redis.url, consoleUrl: served.url, logFile, workers, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function runsAlready(dataDir: string): UsageError {
  const other = readRunning(dataDir);
  const which = other ? ` (process ${other.pid})` : '';
  const where = other?.console ? ` Its console is at ${other.console}.` : '';
  return new UsageError(`Zhibiao runs already on ${dataDir}${which}.${where}`, dataDir);
}
