import type { RequestListener } from 'node:http';
import { readConfig } from '@zhibiao/shared';
import { queueNames } from '@zhibiao/shared/messages';
import { awaitRun, startCrawl } from '../runs.ts';
import { type OpenStores, openStores } from '../stores.ts';
import { type WorkingSystem, work } from '../work.ts';
import { openOutside } from './outside.ts';

/** A progress display that shows nothing. */
export const silent = { show() {}, clear() {} };

/** A whole system in one process for tests: a site of the test's own, real queues, stores in a folder of their own. */
export async function openSmallSystem(redisUrl: string, listener: RequestListener) {
  const outside = await openOutside(redisUrl, listener);
  const { dir, origin, producer } = outside;
  const env = { ...outside.env, ZHIBIAO_LOG_LEVEL: 'silent' };
  let stores: OpenStores = outside.stores;
  let system: WorkingSystem = await work(stores, redisUrl, queueNames);
  const shut = async () => {
    await system.stop();
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
      system = await work(stores, redisUrl, queueNames);
    },
    async crawl(...urls: string[]) {
      const deps = { store: stores.store, producer };
      const run = await startCrawl(deps, { urls });
      return { run, state: await awaitRun(deps, run, silent, new AbortController().signal) };
    },
    async close() {
      await system.stop();
      await outside.close(stores);
    },
  };
}

export type SmallSystem = Awaited<ReturnType<typeof openSmallSystem>>;
