import {
  listSchedules,
  type Producer,
  type QueueStatus,
  queueStatus,
  type Schedule,
} from '@zhibiao/shared/queues';

/** @returns null where Redis does not answer: pages say so and go on */
export const readQueues = (producer: Producer, now: number): Promise<QueueStatus[] | null> =>
  queueStatus(producer, now).catch(() => null);

/** @returns by source; null where Redis does not answer */
export async function readSchedules(producer: Producer, now: number): Promise<Map<string, Schedule> | null> {
  try {
    return new Map((await listSchedules(producer, now)).map((schedule) => [schedule.source, schedule]));
  } catch {
    return null;
  }
}
