import { queueStatus } from '@zhibiao/shared/queues';
import type { Handler } from '../route.ts';

/** `QueueStatus[]`: counts, age of the oldest waiting job, workers */
export const queueCounts: Handler = async (c, { producer, now = Date.now }) =>
  c.json(await queueStatus(producer, now()));
