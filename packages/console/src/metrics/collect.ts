import { queueNames } from '@zhibiao/shared';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { ConsoleDeps } from '../deps.ts';
import { readQueues, readSchedules } from '../providers/queues.ts';

/** `read` asks Redis and the store anew each time. */
export interface Metrics {
  read(): Promise<string>;
  readonly contentType: string;
}

/** Job states as BullMQ names them. */
const states = ['waiting', 'prioritized', 'active', 'delayed', 'completed', 'failed', 'paused'] as const;

/**
 * The metrics of the whole house, read when they are asked for, so that any console answers for all workers.
 * Names start with `zhibiao_`; the process's own with `zhibiao_console_`.
 */
export function createMetrics({ store, producer, now = Date.now }: ConsoleDeps): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'zhibiao_console_' });
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge<L>({ name: `zhibiao_${name}`, help, labelNames: [...labelNames], registers: [registry] });

  const redisUp = gauge('redis_up', '1 where Redis answers');
  const storeUp = gauge('store_up', '1 where the document store answers');
  const jobs = gauge('queue_jobs', 'jobs by queue and state', ['queue', 'state']);
  const oldest = gauge('queue_oldest_waiting_seconds', 'age of the oldest job that waits; 0 for none', [
    'queue',
  ]);
  const workers = gauge('queue_workers', 'worker processes connected', ['queue']);
  const paused = gauge('queue_paused', '1 where the queue is paused', ['queue']);
  const late = gauge('schedules_late', 'schedules whose next run lies in the past');
  const quarantined = gauge('quarantine_open', 'unresolved records, at most 10000 counted', ['stage']);
  const running = gauge('runs_running', 'runs that have not ended, of the newest 100');

  const documents = gauge('documents', 'documents, retired ones included');

  const readStore = async () => {
    const [records, runs, count] = await Promise.all([
      store.listQuarantine({ limit: 10_000 }),
      store.listRuns(100),
      store.tables.documents.count({}),
    ]);
    documents.set(count);
    for (const stage of queueNames) {
      quarantined.set({ stage }, records.filter((r) => r.stage === stage).length);
    }
    running.set(runs.filter((r) => r.state === 'running').length);
    return true;
  };

  const readRedis = async () => {
    const [status, schedules] = await Promise.all([
      readQueues(producer, now()),
      readSchedules(producer, now()),
    ]);
    for (const q of status ?? []) {
      for (const state of states) jobs.set({ queue: q.queue, state }, q.counts[state] ?? 0);
      oldest.set({ queue: q.queue }, (q.oldestWaitingMs ?? 0) / 1_000);
      workers.set({ queue: q.queue }, q.workers);
      paused.set({ queue: q.queue }, q.paused ? 1 : 0);
    }
    late.set([...(schedules?.values() ?? [])].filter((s) => s.late).length);
    return status !== null;
  };

  const all = [jobs, oldest, workers, paused, late, quarantined, running, documents];
  const read = async () => {
    for (const metric of all) metric.reset();
    const answers = (reading: Promise<unknown>) => reading.then(Boolean, () => false);
    const [redis, stored] = await Promise.all([answers(readRedis()), answers(readStore())]);
    redisUp.set(redis ? 1 : 0);
    storeUp.set(stored ? 1 : 0);
    return registry.metrics();
  };
  return { read, contentType: registry.contentType };
}
