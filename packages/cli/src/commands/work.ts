import { type QueueName, queueNames, UsageError } from '@zhibiao/shared';
import { findRedisUrl } from '../house/redis.ts';
import { untilStopped } from '../house/stop-signals.ts';
import { withStores } from '../house/stores.ts';
import { work } from '../house/work.ts';
import type { Commands } from '../program.ts';

/** `work`: the worker process of `up`, and what a container runs. */
export const workCommand: Commands = (program, config) => {
  program
    .command('work')
    .description('work queues in this process until stopped (what `up` and containers start)')
    .argument('[queue...]', `of ${queueNames.join(', ')}; all when none is named`)
    .action(async (names: string[]) => {
      const queues = (names.length > 0 ? names : queueNames).map(queueOf);
      const stopped = untilStopped();
      await withStores(config(), async (stores) => {
        const house = await work(stores, findRedisUrl(stores.config), queues);
        await stopped;
        await house.stop();
      });
    });
};

/** @throws UsageError */
export function queueOf(name: string): QueueName {
  const queue = queueNames.find((q) => q === name);
  if (queue) return queue;
  throw new UsageError(`There is no queue ${name}; the queues are ${queueNames.join(', ')}.`, name);
}
