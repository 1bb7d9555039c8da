import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from '@zhibiao/services/redis';
import { readConfig, Source } from '@zhibiao/shared';
import { connectProducer, Producer } from '@zhibiao/shared/queues';
import { databaseAt, startMongo } from '../../infra/mongo.ts';
import { openStores } from '../../packages/runtime/src/stores.ts';
import type { Task } from './contestants/contestant.ts';

/** A data folder, a Redis and stores of their own, with the site as a source; all gone after `close`. */
export async function openSystem(
  { origin, pages, store = 'embedded' }: Pick<Task, 'origin' | 'pages'> & Partial<Task>,
  start: string,
) {
  const mongo = store === 'mongodb' ? await startMongo() : null;
  if (mongo?.url === null) throw new Error(mongo.what);
  const database = (what: string) => mongo?.url && databaseAt(mongo.url, `bench-${what}-${process.pid}`);
  const dir = await mkdtemp(join(tmpdir(), 'zhibiao-bench-'));
  const env = {
    ...process.env,
    ZHIBIAO_DATA: dir,
    ZHIBIAO_STORE: database('store') ?? join(dir, 'store'),
    ZHIBIAO_ARCHIVE: database('archive') ?? join(dir, 'archive'),
  };
  const redis = await startRedis({ dir, log: () => {}, env: {} });
  const config = readConfig({ ...env, ZHIBIAO_REDIS_URL: redis.url });
  const stores = await openStores(config);
  const connection = await connectProducer(redis.url);
  const producer = new Producer(connection, config.queuePrefix);
  const source = Source.parse({
    id: 'bench',
    name: 'bench',
    start: [`${origin}${start}`],
    include: ['/zfgzbg/content_'],
    maxPages: pages + 100,
    politeness: { delayMs: 0, concurrency: 16 },
    allowHosts: [new URL(origin).host],
  });
  await stores.store.saveSource(source);
  return {
    env: { ...env, ZHIBIAO_REDIS_URL: redis.url },
    dir,
    redis,
    /** the servers that count as its own */
    servers: [
      { role: 'redis', pid: redis.pid ?? 0 },
      ...(mongo?.pid ? [{ role: 'mongod', pid: mongo.pid }] : []),
    ],
    stores,
    producer,
    source,
    async close() {
      await producer.close();
      connection.disconnect();
      await stores.close();
      await redis.stop();
      await mongo?.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
