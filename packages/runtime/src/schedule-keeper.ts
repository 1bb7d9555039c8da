import { randomUUID } from 'node:crypto';
import { type Logger, listSchedules, type Producer, reconcileSchedules } from '@zhibiao/shared';
import type { DocumentStore } from '@zhibiao/store';

const everyMs = 30_000;

/**
 * Keeps the schedules in Redis equal to the sources in the store, on one process at a time (a lease in Redis),
 * and says so when a schedule has stopped without a word.
 */
export function keepSchedules(producer: Producer, store: DocumentStore, log: Logger) {
  const me = randomUUID();
  const lease = `${producer.prefix}:schedules:keeper`;
  const keep = async () => {
    try {
      const holder = await producer.redis.set(lease, me, 'PX', 2 * everyMs, 'NX', 'GET');
      if (holder !== null && holder !== me) return;
      if (holder === me) await producer.redis.pexpire(lease, 2 * everyMs);
      const now = Date.now();
      const late = (await listSchedules(producer, now)).filter((s) => s.late);
      for (const { source, next } of late)
        log.warn({ source, next }, 'a schedule had stopped; it is set again');
      const { written, removed } = await reconcileSchedules(producer, await store.listSources(), now);
      if (written.length + removed.length > 0) log.info({ written, removed }, 'schedules follow the sources');
    } catch (error) {
      log.warn({ error: (error as Error).message }, 'schedules could not be looked after; trying again');
    }
  };
  const timer = setInterval(keep, everyMs);
  const first = keep();
  return {
    /** sets the schedules now instead of at the next turn */
    keep,
    async stop() {
      clearInterval(timer);
      await first;
    },
  };
}
