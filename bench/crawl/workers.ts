import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { queueNames } from '@zhibiao/shared/messages';
import { supervise, workerProcesses } from '../../packages/runtime/src/supervisor.ts';
import type { openSystem } from './system.ts';

type System = Pick<Awaited<ReturnType<typeof openSystem>>, 'dir' | 'env' | 'producer'>;

/** The worker processes of a system as `up` starts them; their log goes into its folder. */
export function startWorkers({ dir, env, producer }: System) {
  const logTo = openSync(join(dir, 'zhibiao.log'), 'a');
  const workers = supervise({
    workers: workerProcesses,
    env,
    producer,
    logTo,
    onRestart: (queues, code, signal) => console.error(`worker ${queues} ended: ${code ?? signal}`),
  });
  const working = () => Promise.all(queueNames.map((name) => producer.queues[name].getWorkersCount()));
  return {
    processes: () => workers.pids().map((pid, i) => ({ role: workerProcesses[i]!.join('+'), pid })),
    /** resolves when every queue has a worker */
    async ready(): Promise<void> {
      while (Math.min(...(await working())) === 0) await sleep(100);
    },
    /** @param ms how long they may take for what is under way */
    async stop(ms: number): Promise<void> {
      await workers.stop(ms);
      closeSync(logTo);
    },
  };
}
