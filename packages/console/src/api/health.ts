import { askServices, askWork } from '@zhibiao/runtime/services';
import type { Handler } from '../route.ts';

/** The process answers. It never depends on the services: restarting this process would bring none of them back. */
export const live: Handler = (c) => c.json({ ok: true });

/**
 * 200 where store, archive and Redis answer within a second each, else 503 and why. Missing workers, stalled queues and
 * workers that hung and were killed are told and do not fail the console itself.
 */
export const ready: Handler = async (c, deps) => {
  const [services, work] = await Promise.all([
    askServices(deps),
    askWork(deps.producer, (deps.now ?? Date.now)()),
  ]);
  const { store, archive, redis } = services;
  const ok = store === null && archive === null && redis === null;
  const why = Object.fromEntries(Object.entries(services).filter(([, reason]) => reason !== null));
  return c.json(
    {
      ok,
      store: store === null,
      archive: archive === null,
      redis: redis === null,
      workers: work?.workers ?? null,
      stalled: work?.stalled ?? [],
      // Nobody signs in here: addresses are not told.
      hung: (work?.hung ?? []).map(({ jobs, ...hang }) => ({
        ...hang,
        jobs: jobs.map(({ queue, jobId }) => ({ queue, jobId })),
      })),
      ...(ok ? {} : { why }),
    },
    ok ? 200 : 503,
  );
};
