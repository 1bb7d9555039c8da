import { type Job, MetricsTime, type Telemetry, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { isServiceFault } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { catalog, type QueueName } from '../messages/index.ts';
import { backoffStrategy } from './backoff.ts';
import { believed } from './believed.ts';
import { type Handler, WorkerStoppingError } from './handler.ts';
import { QueueHistory } from './history.ts';
import { processJob, type Shift, type ShiftOptions } from './job.ts';
import { Outage } from './outage.ts';
import { Suspects } from './suspects.ts';
import { Turns } from './turns.ts';

export interface WorkerOptions extends ShiftOptions {
  readonly connection: Redis;
  readonly concurrency?: number;
  readonly telemetry?: Telemetry | undefined;
  /** shared by the workers of a process; a job that may hang it runs alone there */
  readonly turns?: Turns;
}

/** A running consumer of one queue. */
export interface RunningWorker {
  readonly queue: QueueName;
  /** with what the locks of its jobs begin */
  readonly id: string;
  /** Stops taking jobs, waits at most `ms`, then aborts what still runs: such a job is picked up again elsewhere. */
  stop(ms: number): Promise<void>;
}

/**
 * Deploys and crashes may stall one job several times; it is not the job's fault. One that stalls more often is
 * failed by BullMQ, and found among the failed ones by the keeper.
 */
export const mostStalls = 10;

/**
 * A killed worker's jobs are noticed when their lock has expired, 10 s, unless a supervisor gives them back. The lock
 * is renewed every 5 s, so a
 * handler that blocks the event loop for longer than that loses its job to another worker; effects are
 * idempotent, so this costs time and nothing else.
 */
const lockMs = 10_000;

/** Runs a handler on its queue until stopped. */
export function startWorker<Q extends QueueName>(
  queue: Q,
  handler: Handler<Q>,
  options: WorkerOptions,
): RunningWorker {
  const { connection, producer, log } = options;
  const outage = new Outage(queue, log);
  const history = new QueueHistory(producer.redis, producer.prefix);
  const shift: Shift<Q> = {
    queue,
    handler,
    options,
    stopped: believed(() => producer.ledger.stopped()),
    suspects: new Suspects(producer.redis, producer.prefix),
    turns: options.turns ?? new Turns(),
    outage,
    history,
    running: new Set(),
  };
  const work = (job: Job<unknown>, token: string | undefined) => processJob(shift, job, token);
  const settings = {
    connection,
    prefix: producer.prefix,
    concurrency: options.concurrency ?? catalog[queue].concurrency,
    lockDuration: lockMs,
    stalledInterval: lockMs / 4,
    maxStalledCount: mostStalls,
    metrics: { maxDataPoints: MetricsTime.ONE_WEEK },
    settings: { backoffStrategy },
    ...(options.telemetry && { telemetry: options.telemetry }),
  };
  const worker: Worker<unknown> = new Worker(queue, work, settings, producer.steps.backend);
  outage.watch(worker);
  watchConnection(worker, outage, log);
  return {
    queue,
    id: worker.id,
    async stop(ms) {
      outage.end();
      const closed = worker.close();
      const late = Symbol('late');
      const inTime = (await Promise.race([closed, after(ms, late)])) !== late;
      await Promise.race([history.close(), after(1_000, late)]);
      if (inTime) return;
      const reason = new WorkerStoppingError(
        `The worker of ${queue} had to stop before its jobs ended.`,
        queue,
      );
      for (const job of shift.running) job.abort(reason);
      // worker.close() knows no time limit of its own.
      await Promise.race([closed, after(Math.min(ms, 2_000), late)]);
      await Promise.race([worker.close(true), after(1_000, late)]);
    },
  };
}

function after<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(resolve, ms, value).unref());
}

/** What the system says of a server that is not there. */
const unreachable =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** What BullMQ meets between two jobs. It tries again by itself. */
function watchConnection(worker: Worker, outage: Outage, log: Logger): void {
  const queue = worker.name;
  let isLost = false;
  worker.on('active', () => {
    isLost = false;
  });
  worker.on('error', (error) => {
    // It asks again at once: a full Redis would be asked thousands of times a second.
    if (isServiceFault(error)) return outage.rest(error);
    const lost = unreachable.test((error as NodeJS.ErrnoException).code ?? '');
    // Every try to connect again fails until the server is back: that is said once.
    if (!lost || !isLost) log.warn({ queue, error: error.message }, 'worker connection');
    isLost ||= lost;
  });
}
