import { type WorkingSystem, work } from '@zhibiao/runtime/work';
import { readConfig } from '@zhibiao/shared';
import { type QueueName, queueNames } from '@zhibiao/shared/queues';
import type { ConsoleDeps } from '../deps.ts';

/** Real workers on what a console looks at. @param allowHosts loopback servers that may be asked */
export function startWorkers(
  { store, archive, producer, log }: Pick<ConsoleDeps, 'store' | 'archive' | 'producer' | 'log'>,
  redisUrl: string,
  { allowHosts = [], queues = queueNames }: { allowHosts?: string[]; queues?: readonly QueueName[] } = {},
): Promise<WorkingSystem> {
  const config = readConfig({
    ZHIBIAO_QUEUE_PREFIX: producer.prefix,
    ZHIBIAO_ALLOW_HOSTS: allowHosts.join(','),
  });
  return work({ store, archive, config, log, close: async () => {} }, redisUrl, queues);
}
