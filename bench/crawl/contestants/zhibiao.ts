// Zhibiao as `zhibiao up` runs it: worker processes, Redis, archive and store, every stage through its queue.
import { awaitRun, startCrawl } from '../../../packages/runtime/src/runs.ts';
import { walk } from '../../../packages/store/src/tables/walk.ts';
import { watchCommands } from '../commands.ts';
import { openSystem } from '../system.ts';
import { startWorkers } from '../workers.ts';
import { compete } from './contestant.ts';

await compete(async (task) => {
  const system = await openSystem(task, task.start);
  const { producer, stores, source } = system;
  const workers = startWorkers(system);
  await workers.ready();
  return {
    processes: [...workers.processes(), ...system.servers, { role: 'producer', pid: process.pid }],
    async run() {
      const deps = { store: stores.store, producer };
      const commands = await watchCommands(producer.redis);
      const run = await startCrawl(deps, { sources: [source] });
      const quiet = { show() {}, clear() {} };
      const { failed } = await awaitRun(deps, run, quiet, new AbortController().signal);
      const asked = await commands();
      const articles = await stores.store.tables.versions.count({});
      let observations = 0;
      for await (const { count } of walk(stores.store.tables.versions)) observations += count;
      return {
        articles,
        notes: {
          failed,
          observations,
          'scripts of Redis': asked.scripts,
          'commands of Redis': asked.commands,
        },
      };
    },
    async close() {
      await workers.stop(20_000);
      await system.close();
    },
  };
});
