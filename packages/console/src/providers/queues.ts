import { listSchedules, type Producer, type Schedule } from '@zhibiao/shared/queues';

/** @returns by source; null where Redis does not answer */
export async function readSchedules(producer: Producer, now: number): Promise<Map<string, Schedule> | null> {
  try {
    return new Map((await listSchedules(producer, now)).map((schedule) => [schedule.source, schedule]));
  } catch {
    return null;
  }
}
