import { heartbeat } from '@zhibiao/runtime/heartbeat';
import { findRedisUrl } from '@zhibiao/runtime/redis';
import { untilStopped } from '@zhibiao/runtime/stop-signals';
import { withStores } from '@zhibiao/runtime/stores';
import { work } from '@zhibiao/runtime/work';
import { type QueueName, queueNames, UsageError } from '@zhibiao/shared';
import type { Commands } from './command.ts';

/** `work`: the worker process of `up`, and what a container runs. */
export const workCommand: Commands = (program, config) => {
  program
    .command('work')
    .description('work queues in this process until stopped (what `up` and containers start)')
    .argument('[queue...]', `of ${queueNames.join(', ')}; all when none is named`)
    .option('--alive <file>', 'rewrite this file every ten seconds while Redis answers: for liveness probes')
    .action(async (names: string[], options: { alive?: string }) => {
      const queues = (names.length > 0 ? names : queueNames).map(queueOf);
      const stopped = untilStopped();
      await withStores(config(), async (stores) => {
        const house = await work(stores, findRedisUrl(stores.config), queues);
        const rest = options.alive ? heartbeat(options.alive, () => house.answers()) : () => {};
        await stopped;
        await house.stop();
        rest();
      });
    });
};

/** @throws UsageError */
export function queueOf(name: string): QueueName {
  const queue = queueNames.find((q) => q === name);
  if (queue) return queue;
  throw new UsageError(`There is no queue ${name}; the queues are ${queueNames.join(', ')}.`, name);
}
