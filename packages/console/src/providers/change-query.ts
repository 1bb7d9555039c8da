import type { ChangeQuery } from '@zhibiao/store';
import type { ConsoleContext, HandlerDeps } from '../route.ts';
import { figureQuery } from './figure-query.ts';
import { readNumber } from './filters.ts';

const day = 86_400_000;
const beijing = 8 * 3_600_000;

/**
 * The filters of a question about changes: `since` a date, or `days` back; a week where neither is given; `order` as the store takes it.
 * @throws UsageError
 */
export async function changeQuery(c: ConsoleContext, deps: HandlerDeps): Promise<ChangeQuery> {
  const { kind: _, ...query } = (await figureQuery(c, deps)) as ChangeQuery & { kind?: string };
  const days = c.req.query('days');
  const back = days ? readNumber('days', days) : 7;
  // From the beginning of a day in China: the pages of one question must ask for the same time.
  const today = Math.floor(((deps.now ?? Date.now)() + beijing) / day) * day - beijing;
  const since = query.since ?? Math.max(0, today - back * day);
  const order = c.req.query('order');
  return { limit: 50, ...query, ...(order ? { order: order as 'oldest' } : {}), since };
}
