import { type QueueName, queueNames } from '../messages/index.ts';
import type { Producer } from './producer.ts';

export interface QueueStatus {
  readonly queue: QueueName;
  readonly counts: Readonly<Record<string, number>>;
  /** milliseconds; null when nothing waits */
  readonly oldestWaitingMs: number | null;
  readonly paused: boolean;
  readonly workers: number;
}

/**
 * How the queues are. A worker can hang after a Redis outage while it says that it runs, so health is judged by
 * the age of the oldest job that waits, not by the worker's word.
 */
export function queueStatus(producer: Producer, now = Date.now()): Promise<QueueStatus[]> {
  return Promise.all(
    queueNames.map(async (name) => {
      const queue = producer.queues[name];
      const [counts, oldest, paused, workers] = await Promise.all([
        queue.getJobCounts(),
        queue.getWaiting(0, 0),
        queue.isPaused(),
        queue.getWorkersCount(),
      ]);
      const first = oldest[0];
      return { queue: name, counts, oldestWaitingMs: first ? now - first.timestamp : null, paused, workers };
    }),
  );
}
