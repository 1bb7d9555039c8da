import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@zhibiao/shared';
import { connectProducer, Producer, queueNames } from '@zhibiao/shared/queues';
import { awaitRun, startCrawl } from '../runs.ts';
import { openStores, type Stores } from '../stores.ts';
import { type WorkingHouse, work } from '../work.ts';

/** A progress display that shows nothing. */
export const silent = { show() {}, clear() {} };

/** A whole house in one process for tests: a site of the test's own, real queues, stores in a folder of their own. */
export async function openSmallHouse(redisUrl: string, listener: RequestListener) {
  const dir = await mkdtemp(join(tmpdir(), 'zhibiao-house-'));
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = {
    ZHIBIAO_STORE: join(dir, 'store'),
    ZHIBIAO_ARCHIVE: join(dir, 'archive'),
    ZHIBIAO_DATA: dir,
    ZHIBIAO_LOG_LEVEL: 'silent',
    ZHIBIAO_QUEUE_PREFIX: `t-${dir.slice(-6)}`,
    ZHIBIAO_ALLOW_HOSTS: new URL(origin).host,
    ZHIBIAO_SHUTDOWN_MS: '2000',
  };
  const redis = await connectProducer(redisUrl);
  const producer = new Producer(redis, env.ZHIBIAO_QUEUE_PREFIX);
  let stores: Stores = await openStores(readConfig(env));
  let house: WorkingHouse = await work(stores, redisUrl, queueNames);
  const shut = async () => {
    await house.stop();
    await stores.close();
  };
  return {
    dir,
    origin,
    producer,
    get stores() {
      return stores;
    },
    /** Stops the workers and starts others on the same data with more settings. */
    async reopen(more: Record<string, string>) {
      await shut();
      stores = await openStores(readConfig({ ...env, ...more }));
      house = await work(stores, redisUrl, queueNames);
    },
    async crawl(...urls: string[]) {
      const deps = { store: stores.store, producer };
      const run = await startCrawl(deps, { urls });
      return { run, state: await awaitRun(deps, run, silent, new AbortController().signal) };
    },
    async close() {
      await shut();
      await producer.close();
      redis.disconnect();
      server.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

export type SmallHouse = Awaited<ReturnType<typeof openSmallHouse>>;
