import { present } from '../present.ts';
import type { Source } from '../vocabulary/index.ts';
import type { Producer } from './producer.ts';

export const scheduleZone = 'Asia/Shanghai';
const idOf = (source: string) => `source-${source}`;
const isOurs = (id: string) => id.startsWith('source-');

export interface Schedule {
  readonly source: string;
  readonly cron: string;
  /** milliseconds since the epoch; null where BullMQ has no next run */
  readonly next: number | null;
  /** a `next` that lies in the past: no worker has taken its job, or the job is lost */
  readonly late: boolean;
}

/** How far past its time a scheduler may be before it is called late. Milliseconds. */
const toleranceMs = 120_000;

/**
 * Makes BullMQ's job schedulers equal to what the sources say: the store owns the schedules, Redis only carries them.
 * Idempotent; an unchanged one is not touched, because writing it again would move its next run. One that is late while
 * its job still waits for a
 * worker keeps that job: written again, it would lose the run that was missed.
 * @returns the ids of the sources whose scheduler was written or removed
 */
export async function reconcileSchedules(producer: Producer, sources: readonly Source[], now: number) {
  const queue = producer.queues.crawl;
  const wanted = new Map(sources.filter((s) => s.enabled && !s.paused && s.cron).map((s) => [idOf(s.id), s]));
  const set = new Map((await listSchedules(producer, now)).map((s) => [idOf(s.source), s]));
  const written: string[] = [];
  const removed: string[] = [];
  for (const [id, source] of wanted) {
    const has = set.get(id);
    if (has && has.cron === source.cron && !(has.late && (await isLost(producer, id, has)))) continue;
    await queue.upsertJobScheduler(
      id,
      { pattern: present(source.cron, 'the cron of a source with a schedule'), tz: scheduleZone },
      producer.startTemplate(source.id),
    );
    written.push(source.id);
  }
  for (const [id, schedule] of set) {
    if (wanted.has(id)) continue;
    await queue.removeJobScheduler(id);
    removed.push(schedule.source);
  }
  return { written, removed };
}

/** Whether no job is left of the next run of a schedule: BullMQ adds the following one when that job begins. */
async function isLost({ queues }: Producer, id: string, { next }: Schedule): Promise<boolean> {
  const state = await queues.crawl.getJobState(`repeat:${id}:${next}`);
  return state === 'unknown' || state === 'completed' || state === 'failed';
}

/** The schedules that BullMQ carries now, soonest first. */
export async function listSchedules(producer: Producer, now: number): Promise<Schedule[]> {
  const all = await producer.queues.crawl.getJobSchedulers(0, -1, true);
  return all
    .filter((s) => isOurs(s.key))
    .map((s) => ({
      source: s.key.slice('source-'.length),
      cron: s.pattern ?? '',
      next: s.next ?? null,
      late: s.next !== undefined && s.next < now - toleranceMs,
    }))
    .sort((a, b) => (a.next ?? 0) - (b.next ?? 0));
}
