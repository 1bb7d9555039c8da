import { setTimeout as sleep } from 'node:timers/promises';
import { type CrawlMessage, giveBackJobs, type LockOwner, type Producer } from '@zhibiao/shared/queues';

/** By which names a worker process holds what others wait for. */
export interface Holder {
  /** of its slots at hosts */
  readonly owner: string;
  readonly workers: readonly LockOwner[];
}

/** After so many tries everything has lapsed by itself. */
const mostTries = 20;
const pauseMs = 500;

/**
 * Gives back the jobs and the slots at hosts of a worker process that is known to be dead. While Redis is away it tries again,
 * until the signal says that nobody waits for it. It never fails: what is not given back lapses.
 */
export async function giveBack(producer: Producer, holder: Holder, signal: AbortSignal): Promise<void> {
  const hosts = new Set<string>();
  for (let n = 1; n <= mostTries; n++)
    try {
      for (const worker of holder.workers)
        for (const job of await giveBackJobs(producer, worker))
          if (worker.queue === 'crawl') for (const host of hostsOf(job.data)) hosts.add(host);
      const { giveBackSlots } = await import('@zhibiao/crawler/politeness');
      return await giveBackSlots(producer.redis, { prefix: producer.prefix, owner: holder.owner, hosts });
    } catch {
      if (signal.aborted) return;
      await sleep(pauseMs, undefined, { signal, ref: false }).catch(() => {});
    }
}

function hostsOf(message: CrawlMessage): string[] {
  if (message.task !== 'fetch') return [];
  return [message.url, message.address ?? message.url].map((url) => new URL(url).host);
}
