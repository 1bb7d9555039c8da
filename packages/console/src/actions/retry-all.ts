import { retryQuarantined } from '../providers/quarantine.ts';
import type { Handler } from '../route.ts';
import { answer } from './answer.ts';

/** Replays every open record, with `?run=` those of one run. */
export const retryAll: Handler = async (c, deps) => {
  const run = c.req.query('run') || undefined;
  const records = await deps.store.listQuarantine({ resolved: false, run, limit: 10_000 });
  return answer(c, '/quarantine', {
    retried: await retryQuarantined(deps, records, (deps.now ?? Date.now)()),
  });
};
