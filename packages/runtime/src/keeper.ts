import { isServiceFault, type Logger, type Run } from '@zhibiao/shared';
import { queueNames } from '@zhibiao/shared/messages';
import {
  giveUpFailed,
  listSchedules,
  type Producer,
  QueueHistory,
  queueStatus,
  reconcileSchedules,
} from '@zhibiao/shared/queues';
import type { DocumentStore } from '@zhibiao/store';
import { hasDrifted, sourceOf } from './drift.ts';
import { createLease } from './lease.ts';
import { unqueuedJobs } from './runs/unqueued.ts';
import { feedRun, finishRun } from './runs.ts';
import type { Outbox } from './webhooks/outbox.ts';
import { tellAll, tellChanges } from './webhooks/tell.ts';

/** How often each duty comes round, milliseconds. The lease outlives several turns. */
const pace = {
  turn: 1_000,
  lease: 10_000,
  webhooks: 10_000,
  unqueued: 10_000,
  schedules: 30_000,
  history: 60_000,
  ledgers: 3_600_000,
};
/** A crawl whose feeder has died is fed by the keeper after this time; a reprocess is the keeper's at once. Milliseconds */
const patienceMs = 15_000;

export interface Keeper {
  /** sets the schedules now instead of at the next turn */
  keep(): Promise<void>;
  /** gives the lease back: another keeper takes over at once */
  stop(): Promise<void>;
}

/**
 * Looks after what nobody waits for, on one process at a time: it hands the messages of runs to the queues, ends runs that
 * are done, reminds the workers of runs that are stopped, gives up jobs that took their workers with them, and keeps the
 * schedules in Redis equal to the sources in the store. Once a minute it notes how much waits.
 */
export function startKeeper(
  producer: Producer,
  store: DocumentStore,
  log: Logger,
  outbox: Outbox | null = null,
): Keeper {
  const deps = { producer, store };
  const lease = createLease(producer.redis, `${producer.prefix}:keeper`, pace.lease);
  const history = new QueueHistory(producer.redis, producer.prefix);
  const stopping = new AbortController();
  const feeding = new Map<string, Promise<unknown>>();
  const toldLate = new Set<string>();
  const done: Record<string, number> = {};
  /** open jobs that were in no queue at the last look, by run */
  let missing = new Map<string, number>();
  let away = false;

  const isDue = (duty: Exclude<keyof typeof pace, 'turn' | 'lease'>) => {
    const now = Date.now();
    if (now - (done[duty] ?? 0) < pace[duty]) return false;
    done[duty] = now;
    return true;
  };

  async function schedules(): Promise<void> {
    const now = Date.now();
    const late = (await listSchedules(producer, now)).filter((s) => s.late);
    for (const { source, next } of late) {
      const key = `${source} ${next}`;
      if (toldLate.has(key)) continue;
      toldLate.add(key);
      log.warn({ source, next }, 'a schedule is late');
      await tell('schedule.late', key, {
        source,
        next: next && new Date(next).toISOString(),
      });
    }
    const { written, removed } = await reconcileSchedules(producer, await store.listSources(), now);
    if (written.length + removed.length > 0) log.info({ written, removed }, 'schedules follow the sources');
  }

  async function runs(): Promise<void> {
    const keepLedgers = isDue('ledgers');
    const seek = isDue('unqueued');
    const before = missing;
    if (seek) missing = new Map();
    const known = await producer.ledger.stopped();
    for (const run of await store.runsIn('running')) {
      if (keepLedgers) await producer.ledger.keep(run.id);
      // The store remembers what was decided; the workers are told again where they heard something else last.
      if (known.has(run.id)) {
        await producer.ledger.resume(run.id);
        await producer.wake(run.id);
      }
      const isOurs = run.type === 'reprocess' || Date.now() - run.startedAt > patienceMs;
      if (run.fedAt === null) {
        if (isOurs) feedAside(run.id);
        continue;
      }
      if (seek) await unqueued(run.id, before.get(run.id));
      const now = await finishRun(deps, run.id);
      if (now && now.state !== 'running') await ended(now);
    }
    for (const { id } of await store.runsIn('stopped')) {
      if (keepLedgers) await producer.ledger.keep(id);
      if (!known.has(id)) await producer.ledger.stop(id);
    }
  }

  /** Whoever retries a record opens a job just before queueing it: what is missing at two looks in a row stays so. */
  async function unqueued(run: string, before: number | undefined): Promise<void> {
    const jobs = await unqueuedJobs(deps, run);
    if (!jobs || jobs.count === 0) return;
    if (jobs.count !== before) return void missing.set(run, jobs.count);
    await jobs.forget();
    log.warn(
      { run, jobs: jobs.count },
      'jobs of a run were never queued: what should have queued them was given up. A retry of it queues them.',
    );
  }

  async function ended(run: Run): Promise<void> {
    const { id, state, counts, failures, reason } = run;
    log.info({ run: id, state, counts, failures }, 'run ended');
    const told = { run: id, type: run.type, counts, failures, reason };
    if (state === 'failed') await tell('run.failed', id, told);
    else if (hasDrifted(run)) await tell('source.drifted', id, { ...told, source: sourceOf(run) });
  }

  /** What nobody can be told of now is in the log all the same. */
  async function tell(event: Parameters<typeof tellAll>[1], key: string, data: object): Promise<void> {
    if (outbox)
      await tellAll({ store, outbox }, event, key, data, Date.now()).catch((error: Error) =>
        log.warn({ event, key, error: error.message }, 'webhooks could not be told'),
      );
  }

  function feedAside(id: string): void {
    if (feeding.has(id)) return;
    const fed = feedRun(deps, id, { signal: stopping.signal })
      .catch((error: Error) => log.warn({ run: id, error: error.message }, 'a run could not be fed'))
      .finally(() => feeding.delete(id));
    feeding.set(id, fed);
  }

  async function failedJobs(): Promise<void> {
    for (const queue of queueNames) await giveUpFailed(queue, { producer, quarantine: store, log });
  }

  async function turn(): Promise<void> {
    try {
      if (!(await lease.hold())) return;
      if (isDue('schedules')) await schedules();
      await runs();
      await failedJobs();
      if (outbox && isDue('webhooks')) await tellChanges({ store, outbox }, Date.now());
      if (isDue('history')) await history.look(await queueStatus(producer));
      if (away) log.info('the keeper works again');
      away = false;
    } catch (error) {
      // Once, and not at every turn.
      if (!away || !isServiceFault(error))
        log.warn({ error: (error as Error).message }, 'the keeper cannot work now; it tries again');
      away = true;
    }
  }

  let current: Promise<void> = turn();
  let timer: NodeJS.Timeout;
  const next = () => {
    timer = setTimeout(() => {
      current = turn();
      void current.then(() => stopping.signal.aborted || next());
    }, pace.turn);
  };
  void current.then(next);

  return {
    async keep() {
      await current;
      await schedules();
    },
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await current;
      await Promise.all(feeding.values());
      await history.close();
      clearTimeout(timer);
      await lease.giveBack();
    },
  };
}
