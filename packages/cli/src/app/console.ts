import { type Awaited, createConsole, type Listening, listenWaiting } from '@zhibiao/console';
import { startKeeper } from '@zhibiao/runtime/keeper';
import { findRedisUrl } from '@zhibiao/runtime/redis';
import { openStores, type Stores } from '@zhibiao/runtime/stores';
import { Outbox } from '@zhibiao/runtime/webhooks/outbox';
import { whenServed } from '@zhibiao/runtime/when-served';
import { type Config, createLogger, type Logger } from '@zhibiao/shared';
import { connectProducer, connectWorker, Producer, RedisUnavailableError } from '@zhibiao/shared/queues';
import { ArchiveFullError } from '@zhibiao/store';

export interface ServedConsole {
  /** to open in a browser on this machine */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The console, and beside it the keeper of runs and schedules, who tells the webhooks. @throws UsageError when it
 * cannot listen on the address
 */
export async function serveConsole(
  stores: Stores,
  producer: Producer,
  log: Logger,
  redisUrl: string,
): Promise<ServedConsole> {
  const listening = await createConsole({ ...stores, producer, log }).listen();
  const connection = connectWorker(redisUrl);
  const outbox = new Outbox({ store: stores.store, producer, log, config: stores.config }, connection);
  const keeper = startKeeper(producer, stores.store, log, outbox);
  return {
    url: listening.url,
    async stop() {
      await listening.close();
      await keeper.stop();
      await outbox.close();
      connection.disconnect();
    },
  };
}

/**
 * The console with stores and Redis of its own. While one of these is away at the start it waits for it: it listens
 * already, says so in its readiness, and goes on when the service comes.
 * @param onWaiting told once where it listens meanwhile, and for what it waits
 * @returns null where it was stopped before
 * @throws UsageError
 */
export async function openConsole(
  config: Config,
  stopped: Promise<unknown>,
  onWaiting: (url: string, why: string) => void,
): Promise<ServedConsole | null> {
  const log = createLogger(config.logLevel);
  const redisUrl = findRedisUrl(config);
  let waiting: Listening | null = null;
  let awaited: Awaited;
  const wait = async (error: Error) => {
    awaited = { service: serviceOf(error), why: error.message };
    if (waiting) return;
    waiting = await listenWaiting({ config, log }, () => awaited);
    onWaiting(waiting.url, error.message);
  };
  try {
    return await whenServed(open, log, stopped, wait);
  } finally {
    await (waiting as Listening | null)?.close();
  }

  async function open(): Promise<ServedConsole> {
    const undo: (() => Promise<void> | void)[] = [];
    const stop = async () => {
      for (const step of undo.splice(0).reverse()) await step();
    };
    try {
      const stores = await openStores(config, { readers: true });
      undo.push(() => stores.close());
      const redis = await connectProducer(redisUrl);
      undo.push(() => redis.disconnect());
      const producer = new Producer(redis, config.queuePrefix);
      undo.push(() => producer.close());
      // Whoever has been given the address keeps it, also where any free port would do.
      const port = waiting ? Number(new URL(waiting.url).port) : config.port;
      await waiting?.close();
      const served = await serveConsole({ ...stores, config: { ...config, port } }, producer, log, redisUrl);
      undo.push(() => served.stop());
      return { url: served.url, stop };
    } catch (error) {
      await stop();
      throw error;
    }
  }
}

function serviceOf(error: Error): Awaited['service'] {
  if (error instanceof RedisUnavailableError) return 'redis';
  return error instanceof ArchiveFullError ? 'archive' : 'store';
}
