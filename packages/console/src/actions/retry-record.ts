import { NotFoundError } from '@zhibiao/store';
import { retryQuarantined } from '../providers/quarantine.ts';
import type { Handler } from '../route.ts';
import { answer } from './answer.ts';

/** Replays one record of the quarantine. @throws NotFoundError */
export const retryRecord: Handler = async (c, deps) => {
  const id = c.req.param('id')!;
  const record = await deps.store.tables.quarantine.get(id);
  if (!record) throw new NotFoundError(`There is no quarantine record ${id}.`, id);
  const open = record.resolvedAt === null ? [record] : [];
  return answer(c, '/quarantine', { retried: await retryQuarantined(deps, open, (deps.now ?? Date.now)()) });
};
