import { type QueueName, queueNames } from '@zhibiao/shared/messages';
import type { RunDeps } from './deps.ts';

/** Open jobs of a run of which nothing is in any queue, and how many they are. */
export interface Unqueued {
  readonly count: number;
  /** Takes them out of the ledger, so that the run can end. */
  forget(): Promise<void>;
}

/**
 * Jobs are opened in the ledger before they are queued. Where a worker died between the two, the job that opened them does so
 * again and queues them; where that one was given up instead, nobody will. They are then neither done nor failed: what
 * opened them is in the quarantine, and opens them anew when it is retried.
 * @returns null while anything of the run is in a queue: it may still queue the others
 */
export async function unqueuedJobs({ producer }: RunDeps, run: string): Promise<Unqueued | null> {
  const found: { queue: QueueName; ids: string[] }[] = [];
  for (const queue of queueNames)
    for await (const ids of producer.ledger.openJobs(run, queue)) {
      const keys = ids.map((id) => producer.queues[queue].toKey(id));
      if ((await producer.redis.exists(...keys)) > 0) return null;
      found.push({ queue, ids });
    }
  return {
    count: found.reduce((sum, { ids }) => sum + ids.length, 0),
    async forget() {
      for (const { queue, ids } of found) await producer.ledger.forgetOpen(run, queue, ids);
    },
  };
}
