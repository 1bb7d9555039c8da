// The same handlers, archive, store and host gate without queues, in one process: what is left when the queues are gone.

import { startMessages } from '@zhibiao/crawler/worker';
import type { Emission, QueueName } from '@zhibiao/shared/messages';
import { catalog, queueNames } from '@zhibiao/shared/messages';
import type { JobContext } from '@zhibiao/shared/queues';
import { handlers } from '../../../packages/runtime/src/handlers.ts';
import { openSystem } from '../system.ts';
import { compete } from './contestant.ts';

await compete(async (task) => {
  const system = await openSystem(task, task.start);
  const { stores, producer, source } = system;
  const opened = {
    crawl: await handlers.crawl(stores, producer),
    parse: await handlers.parse(stores, producer),
    store: await handlers.store(stores, producer),
  };
  const waiting: Record<QueueName, Emission[]> = { crawl: [], parse: [], store: [] };
  const running: Record<QueueName, number> = { crawl: 0, parse: 0, store: 0 };
  const seen = new Set<string>();
  const push = (emission: Emission) => {
    const identity = catalog[emission.queue].identity as (m: unknown) => string;
    const key = `${emission.queue} ${identity(emission.message)}`;
    if (!seen.has(key)) waiting[emission.queue].push(emission);
    seen.add(key);
  };
  return {
    processes: [{ role: 'crawl+parse+store', pid: process.pid }, ...system.servers],
    async run() {
      const context = (): JobContext => ({
        signal: new AbortController().signal,
        log: stores.log,
        attempt: 1,
        lastTry: true,
        queuedAt: Date.now(),
      });
      for (const emission of await startMessages({ pages: stores.store, now: Date.now }, 'bench', source)) {
        push(emission);
      }
      await new Promise<void>((resolve, reject) => {
        const work = async ({ queue, message }: Emission) => {
          const handler = opened[queue].handler as (
            m: unknown,
            c: JobContext,
          ) => ReturnType<typeof opened.crawl.handler>;
          const outcome = await handler(message, context());
          if (outcome?.delayMs !== undefined) {
            await new Promise((done) => setTimeout(done, outcome.delayMs));
            waiting[queue].push({ queue, message } as Emission);
          }
          for (const emission of outcome?.emit ?? []) push(emission);
          await outcome?.after?.(async (emissions) => emissions.forEach(push));
        };
        const fill = () => {
          let idle = true;
          for (const queue of queueNames) {
            while (running[queue] < catalog[queue].concurrency && waiting[queue].length > 0) {
              running[queue] += 1;
              work(waiting[queue].shift()!).then(() => {
                running[queue] -= 1;
                fill();
              }, reject);
            }
            if (running[queue] > 0) idle = false;
          }
          if (idle) resolve();
        };
        fill();
      });
      return { articles: await stores.store.tables.versions.count({}) };
    },
    async close() {
      await Promise.all(queueNames.map((name) => opened[name].close()));
      await system.close();
    },
  };
});
