import { UsageError } from '@zhibiao/shared';
import { type QueueName, queueNames } from '@zhibiao/shared/messages';

/** @throws UsageError */
export function queueOf(name: string): QueueName {
  const queue = queueNames.find((q) => q === name);
  if (queue) return queue;
  throw new UsageError(`There is no queue ${name}; the queues are ${queueNames.join(', ')}.`, name);
}
