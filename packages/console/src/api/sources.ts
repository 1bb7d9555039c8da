import { readSchedules } from '../providers/queues.ts';
import type { Handler } from '../route.ts';

/** `Source[]`, each with its `schedule` as Redis carries it, or null */
export const listSources: Handler = async (c, { store, producer, now = Date.now }) => {
  const [sources, schedules] = await Promise.all([store.listSources(), readSchedules(producer, now())]);
  return c.json(sources.map((source) => ({ ...source, schedule: schedules?.get(source.id) ?? null })));
};
