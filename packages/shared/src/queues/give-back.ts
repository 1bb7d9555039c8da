import type { Job } from 'bullmq';
import type { Producer } from './producer.ts';
import { Suspects } from './suspects.ts';
import { mostStalls, type RunningWorker } from './worker.ts';

/** A worker of one queue, as its locks name it. */
export type LockOwner = Pick<RunningWorker, 'queue' | 'id'>;

/**
 * Puts the jobs of a worker whose process is dead back into its queue at once: their locks would lapse only after 10 s.
 * Each is moved in one step that checks the dead worker's lock, so a job that somebody else has taken is left alone. It counts
 * as stalled, as it would have without us. Two kinds are left to their locks: a job that stalled too often, which BullMQ
 * then fails, and one under suspicion of having hung the process, of which the other workers may hear a second late.
 * @returns all jobs that the worker was at
 */
export async function giveBackJobs(producer: Producer, { queue: name, id }: LockOwner): Promise<Job[]> {
  const { redis, prefix } = producer;
  const queue = producer.queues[name];
  const active = await queue.getActive();
  if (active.length === 0) return [];
  const keyOf = (job: Job) => queue.toKey(job.id ?? '');
  const tokens = await redis.mget(active.map((job) => `${keyOf(job)}:lock`));
  const suspects = new Suspects(redis, prefix);
  const held: Job[] = [];
  for (const [i, job] of active.entries()) {
    const token = tokens[i];
    if (!token?.startsWith(`${id}:`)) continue;
    held.push(job);
    if (job.stalledCounter >= mostStalls) continue;
    if (await suspects.find({ queue: name, jobId: job.id ?? '' })) continue;
    await redis.hincrby(keyOf(job), 'stc', 1);
    // It lapsed in between: then the search for stalled jobs has found it.
    await job.moveToWait(token).catch(() => {});
  }
  return held;
}
