// Zhibiao as `zhibiao up` runs it: worker processes, Redis, archive and embedded store, every stage through its queue.
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { queueNames } from '@zhibiao/shared';
import { awaitRun, startCrawl } from '../../../packages/cli/src/house/crawl.ts';
import { supervise } from '../../../packages/cli/src/house/supervisor.ts';
import { workerProcesses } from '../../../packages/cli/src/house/up.ts';
import { openHouse } from '../house.ts';
import { compete } from './contestant.ts';

await compete(async (task) => {
  const house = await openHouse(task, task.start);
  const { producer, stores, source } = house;
  const logTo = openSync(join(house.dir, 'zhibiao.log'), 'a');
  const workers = supervise({
    workers: workerProcesses,
    env: house.env,
    logTo,
    onRestart: (queues, code, signal) => console.error(`worker ${queues} ended: ${code ?? signal}`),
  });
  const working = () =>
    Promise.all(queueNames.map((name) => producer.queues[name].getWorkersCount())).then((n) =>
      Math.min(...n),
    );
  while ((await working()) === 0) await sleep(100);
  const pids = workers.pids();
  return {
    processes: [
      ...pids.map((pid, i) => ({ role: workerProcesses[i]!.join('+'), pid })),
      { role: 'redis', pid: house.redis.pid ?? 0 },
      { role: 'producer', pid: process.pid },
    ],
    async run() {
      const run = await startCrawl(stores.store, producer, { sources: [source], urls: [] }, Date.now());
      const quiet = { show() {}, clear() {} };
      const { failed } = await awaitRun(stores.store, producer, run, quiet, new AbortController().signal);
      const articles = await stores.store.tables.versions.count({});
      const observations = await stores.store.tables.observations.count({});
      return { articles, notes: { failed, observations } };
    },
    async close() {
      await workers.stop(20_000);
      closeSync(logTo);
      await house.close();
    },
  };
});
