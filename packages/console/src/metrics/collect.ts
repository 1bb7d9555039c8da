import { statfs } from 'node:fs/promises';
import { askServices, within } from '@zhibiao/runtime/services';
import { present } from '@zhibiao/shared';
import { queueNames } from '@zhibiao/shared/messages';
import { listSchedules, queueStatus, readCounters, Suspects } from '@zhibiao/shared/queues';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { ConsoleDeps } from '../deps.ts';

/** `read` asks Redis and the store anew each time. */
export interface Metrics {
  read(): Promise<string>;
  readonly contentType: string;
}

/** Job states as BullMQ names them. */
const states = ['waiting', 'prioritized', 'active', 'delayed', 'completed', 'failed', 'paused'] as const;

/** How long a service may take to tell its figures, milliseconds: a scrape never waits for a dead server. */
const limitMs = 1_000;

/**
 * The metrics of the whole system, read when they are asked for, so that any console answers for all workers.
 * Names start with `zhibiao_`; the process's own with `zhibiao_console_`. What a service that is away would have told is
 * left out, and not told as 0.
 */
export function createMetrics(deps: ConsoleDeps): Metrics {
  const own = new Registry();
  collectDefaultMetrics({ register: own, prefix: 'zhibiao_console_' });
  const read = async () => {
    const registry = new Registry();
    const answers = (reading: (to: Registry) => Promise<void>) => {
      // Read aside first: of a service that breaks off in the middle nothing is told.
      const aside = new Registry();
      return within(reading(aside), limitMs).then(
        () => aside,
        () => null,
      );
    };
    const [away, redis, store, disks] = await Promise.all([
      askServices(deps, limitMs),
      answers((to) => readRedis(to, deps)),
      answers((to) => readStore(to, deps)),
      answers((to) => readDisks(to, deps)),
    ]);
    const isUp = (why: string | null) => (why === null ? 1 : 0);
    gauge(registry, 'redis_up', '1 where Redis takes what it is sent').set(isUp(away.redis));
    gauge(registry, 'store_up', '1 where the document store answers').set(isUp(away.store));
    gauge(registry, 'archive_up', '1 where the archive answers').set(isUp(away.archive));
    const told = [own, registry, redis, store, disks].filter((part) => part !== null);
    return Registry.merge(told).metrics();
  };
  return { read, contentType: own.contentType };
}

function gauge<L extends string>(to: Registry, name: string, help: string, labelNames: readonly L[] = []) {
  return new Gauge<L>({ name: `zhibiao_${name}`, help, labelNames: [...labelNames], registers: [to] });
}

/** What is counted elsewhere and never goes down. */
function counter<L extends string>(to: Registry, name: string, help: string, labelNames: readonly L[]) {
  return new Counter<L>({ name: `zhibiao_${name}`, help, labelNames: [...labelNames], registers: [to] });
}

/** Of stores in folders; a database's server tells of its own disk. */
async function readDisks(to: Registry, { config }: ConsoleDeps): Promise<void> {
  const free = gauge(to, 'disk_free_bytes', 'room left on the disk of a store that lies in a folder', [
    'place',
  ]);
  const size = gauge(to, 'disk_size_bytes', 'size of that disk', ['place']);
  for (const place of ['store', 'archive'] as const) {
    const folder = config?.[place];
    if (folder === undefined || folder.includes('://')) continue;
    const { bavail, blocks, bsize } = await statfs(folder);
    free.set({ place }, bavail * bsize);
    size.set({ place }, blocks * bsize);
  }
}

async function readStore(to: Registry, { store, now = Date.now }: ConsoleDeps): Promise<void> {
  const { documents, quarantine } = store.tables;
  const [count, running, stopped, ...open] = await Promise.all([
    documents.count({}),
    store.runsIn('running'),
    store.runsIn('stopped'),
    ...queueNames.map((stage) => quarantine.count({ resolvedAt: { eq: null }, stage: { eq: stage } })),
  ]);
  gauge(to, 'documents', 'documents, retired ones included').set(count);
  gauge(to, 'runs_running', 'runs that have not ended').set(running.length);
  gauge(to, 'runs_stopped', 'runs that wait for somebody to resume them').set(stopped.length);
  const longest = Math.max(0, ...running.map((run) => now() - run.startedAt));
  gauge(to, 'run_longest_seconds', 'age of the oldest run that has not ended; 0 for none').set(
    longest / 1_000,
  );
  const quarantined = gauge(to, 'quarantine_open', 'unresolved records', ['stage']);
  for (const [i, stage] of queueNames.entries()) quarantined.set({ stage }, present(open[i], 'open at i'));
}

async function readRedis(to: Registry, { producer, now = Date.now }: ConsoleDeps): Promise<void> {
  const [status, schedules, fetched, hangs] = await Promise.all([
    queueStatus(producer, now()),
    listSchedules(producer, now()),
    readCounters(producer.redis, producer.prefix),
    new Suspects(producer.redis, producer.prefix).hangs(now() - 3_600_000),
  ]);
  const jobs = gauge(to, 'queue_jobs', 'jobs by queue and state', ['queue', 'state']);
  const oldest = gauge(to, 'queue_oldest_waiting_seconds', 'age of the oldest job that waits; 0 for none', [
    'queue',
  ]);
  const workers = gauge(to, 'queue_workers', 'worker processes connected', ['queue']);
  const paused = gauge(to, 'queue_paused', '1 where the queue is paused', ['queue']);
  for (const { queue, counts, oldestWaitingMs, workers: connected, paused: isPaused } of status) {
    for (const state of states) jobs.set({ queue, state }, counts[state] ?? 0);
    oldest.set({ queue }, (oldestWaitingMs ?? 0) / 1_000);
    workers.set({ queue }, connected);
    paused.set({ queue }, isPaused ? 1 : 0);
  }
  gauge(to, 'workers_hung', 'worker processes that hung and were killed within the last hour').set(
    hangs.length,
  );
  gauge(to, 'schedules_late', 'schedules whose next run lies in the past').set(
    schedules.filter((s) => s.late).length,
  );
  const fetches = counter(to, 'fetches_total', 'requests of crawls by source and class of status', [
    'source',
    'class',
  ]);
  const seconds = counter(to, 'fetch_seconds_total', 'time that these requests took', ['source', 'class']);
  const bytes = counter(to, 'fetch_bytes_total', 'bytes that they brought', ['source', 'class']);
  for (const { labels, n, ms, size } of fetched) {
    const [source = '', answer = ''] = labels;
    fetches.inc({ source, class: answer }, n);
    seconds.inc({ source, class: answer }, ms / 1_000);
    bytes.inc({ source, class: answer }, size);
  }
}
