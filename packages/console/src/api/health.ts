import { readQueues } from '../providers/queues.ts';
import type { Handler } from '../route.ts';

/** The process answers. */
export const live: Handler = (c) => c.json({ ok: true });

/** A job that has waited for so long means that nobody works, whatever the workers say of themselves. Milliseconds. */
const longestWait = 15 * 60_000;

/** 200 where store and Redis answer, else 503. A stalled queue is told and does not fail the console itself. */
export const ready: Handler = async (c, { store, producer, now = Date.now }) => {
  const [stored, queues] = await Promise.all([
    store.listRuns(1).then(
      () => true,
      () => false,
    ),
    readQueues(producer, now()),
  ]);
  const stalled = (queues ?? []).filter((q) => !q.paused && (q.oldestWaitingMs ?? 0) > longestWait);
  const ok = stored && queues !== null;
  return c.json(
    { ok, store: stored, redis: queues !== null, stalled: stalled.map((q) => q.queue) },
    ok ? 200 : 503,
  );
};
