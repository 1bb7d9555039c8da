import { retryRecords } from '@zhibiao/runtime/runs/retry';
import { NotFoundError } from '@zhibiao/store';
import { type Handler, inAddress } from '../route.ts';
import { answerRetry } from './answer.ts';

/** Replays one record of the quarantine: `{retried, refused: [{id, why}]}`. @throws NotFoundError */
export const retryRecord: Handler = async (c, deps) => {
  const id = inAddress(c, 'id');
  const record = await deps.store.tables.quarantine.get(id);
  if (!record) throw new NotFoundError(`There is no quarantine record ${id}.`, id);
  return answerRetry(c, await retryRecords(deps, record.resolvedAt === null ? [record] : []));
};
