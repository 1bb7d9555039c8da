import { retryQuarantined } from '@zhibiao/runtime/runs/retry';
import type { Handler } from '../route.ts';
import { answerRetry } from './answer.ts';

/** Replays every open record, with `?run=` those of one run: `{retried, refused: [{id, why}]}` */
export const retryAll: Handler = async (c, deps) => {
  const outcome = await retryQuarantined(deps, { run: c.req.query('run') || undefined });
  return answerRetry(c, outcome);
};
