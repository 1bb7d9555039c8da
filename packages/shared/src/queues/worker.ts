import {
  type BackoffStrategy,
  DelayedError,
  type Job,
  MetricsTime,
  UnrecoverableError,
  Worker,
} from 'bullmq';
import type { Redis } from 'ioredis';
import { CorruptInputError, isRetryable, RetryableError, ZhibiaoError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Quarantine } from '../ports.ts';
import { catalog, type MessageOf, type QueueName } from './catalog.ts';
import { type Emission, jobId, type Producer } from './producer.ts';
import { StoppedRuns } from './stopped-runs.ts';

/** Queues further messages of a job. */
export type Send = (emissions: readonly Emission[]) => Promise<unknown>;

/** What a handler wants to happen next. `delayMs` puts the job back for that long without using up a try. */
export interface Outcome {
  readonly emit?: readonly Emission[];
  /**
   * State that says "this is done", written after the messages are queued: a worker killed between the two
   * does the job again, where the other order would lose the messages. `send` is for messages that only this state
   * calls for.
   */
  readonly after?: (send: Send) => Promise<void>;
  readonly delayMs?: number;
}

export interface JobContext {
  /** aborted when the job's time is up or the process must stop */
  readonly signal: AbortSignal;
  readonly log: Logger;
  /** 1 for the first try */
  readonly attempt: number;
  /** true where a retryable error would end the job all the same */
  readonly lastTry: boolean;
  /** milliseconds since the epoch at which the job was first queued */
  readonly queuedAt: number;
}

export type Handler<Q extends QueueName> = (
  message: MessageOf<Q>,
  context: JobContext,
) => Promise<Outcome | undefined>;
export type Handlers = { readonly [Q in QueueName]: Handler<Q> };

/** The job ran longer than its queue allows. */
export class JobTimeoutError extends RetryableError {}

export interface WorkerOptions {
  readonly connection: Redis;
  readonly producer: Producer;
  readonly quarantine: Quarantine;
  readonly log: Logger;
  readonly concurrency?: number;
}

/** A running consumer of one queue. */
export interface RunningWorker {
  readonly queue: QueueName;
  /** Stops taking jobs, waits at most `ms`, then aborts what still runs: such a job is picked up again elsewhere. */
  stop(ms: number): Promise<void>;
}

/**
 * A killed worker's jobs are noticed when their lock has expired: 10 s. The lock is renewed every 5 s, so a
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
  const shift: Shift<Q> = {
    queue,
    handler,
    options,
    stopped: new StoppedRuns(producer.ledger),
    running: new Set(),
  };
  const worker = new Worker<unknown>(queue, (job, token) => processJob(shift, job, token), {
    connection,
    prefix: producer.prefix,
    concurrency: options.concurrency ?? catalog[queue].concurrency,
    lockDuration: lockMs,
    stalledInterval: lockMs / 2,
    // Deploys and crashes may stall one job several times; it is not the job's fault.
    maxStalledCount: 10,
    metrics: { maxDataPoints: MetricsTime.ONE_WEEK },
    settings: { backoffStrategy },
  });
  worker.on('error', (error) => log.warn({ queue, error: error.message }, 'worker connection'));
  worker.on('failed', (job, error) => {
    // Jobs that stalled too often are failed by BullMQ itself, past our own handling of errors.
    if (job && error.message.startsWith('job stalled')) {
      void giveUp(queue, options, job, error).catch((e: Error) =>
        log.error({ queue, job: job.id, error: e.message }),
      );
    }
  });
  return {
    queue,
    async stop(ms) {
      const closed = worker.close();
      const late = Symbol('late');
      if ((await Promise.race([closed, after(ms, late)])) !== late) return;
      const reason = new JobTimeoutError(`The worker of ${queue} had to stop before its jobs ended.`, queue);
      for (const job of shift.running) job.abort(reason);
      // worker.close() knows no time limit of its own.
      await Promise.race([closed, after(Math.min(ms, 2_000), late)]);
      await Promise.race([worker.close(true), after(1_000, late)]);
    },
  };
}

/** What the jobs of one worker share. */
interface Shift<Q extends QueueName> {
  readonly queue: Q;
  readonly handler: Handler<Q>;
  readonly options: WorkerOptions;
  readonly stopped: StoppedRuns;
  /** the jobs under way: `AbortSignal.any` would serve too, at many times the price */
  readonly running: Set<AbortController>;
}

async function processJob<Q extends QueueName>(
  shift: Shift<Q>,
  job: Job<unknown>,
  token: string | undefined,
): Promise<void> {
  const { queue, handler, options, stopped, running } = shift;
  const { producer } = options;
  const lastTry = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
  try {
    const message = readMessage(queue, job);
    const log = options.log.child({ queue, job: job.id, run: message.run, input: inputOf(queue, message) });
    const entry = { queue, jobId: job.id! };
    if (message.run !== 'scheduled' && (await stopped.has(message.run))) {
      await job.moveToDelayed(Date.now() + 30_000, token);
      throw new DelayedError();
    }
    const abort = new AbortController();
    const { timeoutMs } = catalog[queue];
    const timer = setTimeout(
      () => abort.abort(new JobTimeoutError(`Took longer than ${timeoutMs} ms; it is tried again.`, job.id!)),
      timeoutMs,
    );
    const { signal } = abort;
    running.add(abort);
    const attempt = job.attemptsMade + 1;
    const context: JobContext = { signal, log, attempt, lastTry, queuedAt: job.timestamp };
    let outcome: Outcome | undefined;
    try {
      outcome = await Promise.race([handler(message, context), rejection(signal)]);
    } finally {
      clearTimeout(timer);
      running.delete(abort);
    }
    if (outcome?.delayMs !== undefined) {
      await job.moveToDelayed(Date.now() + outcome.delayMs, token);
      throw new DelayedError();
    }
    // Children are opened in the ledger before this job is closed: a run never looks ended while it is not.
    if (outcome?.emit?.length) await producer.send(outcome.emit);
    await outcome?.after?.((emissions) => producer.send(emissions));
    if (message.run !== 'scheduled') await producer.ledger.done(message.run, entry);
  } catch (error) {
    if (error instanceof DelayedError) throw error;
    if (isRetryable(error) && !lastTry) throw error;
    await giveUp(queue, options, job, error as Error);
    throw new UnrecoverableError((error as Error).message);
  }
}

function readMessage<Q extends QueueName>(queue: Q, job: Job<unknown>): MessageOf<Q> {
  const parsed = catalog[queue].schema.safeParse(job.data);
  if (parsed.success) return parsed.data as MessageOf<Q>;
  throw new CorruptInputError(
    `A job of ${queue} holds a message that this version cannot read: ${parsed.error.issues[0]?.message}.`,
    job.id ?? '',
  );
}

async function giveUp(
  queue: QueueName,
  options: WorkerOptions,
  job: Job<unknown>,
  error: Error,
): Promise<void> {
  const parsed = catalog[queue].schema.safeParse(job.data);
  const message = parsed.success ? parsed.data : null;
  const run = message?.run ?? 'unknown';
  const input = message ? inputOf(queue, message) : (job.id ?? '');
  const name = error instanceof ZhibiaoError ? error.name : error.constructor.name;
  options.log.warn({ queue, job: job.id, run, input, error: name }, error.message);
  await options.quarantine.quarantine({
    id: message ? jobId(queue, message) : `${queue[0]}-${job.id}`,
    stage: queue,
    input,
    error: name,
    reason: error.message,
    run,
    source: message?.source ?? null,
    message: job.data,
    time: Date.now(),
    resolvedAt: null,
  });
  await options.producer.ledger.failed(run, { queue, jobId: job.id! });
}

const inputOf = (queue: QueueName, message: unknown) =>
  (catalog[queue].input as (m: unknown) => string)(message);

/** Exponential with full jitter, never sooner than a server asked for. */
const backoffStrategy: BackoffStrategy = (attemptsMade, _type, error, job) => {
  const base = catalog[(job?.queueName ?? 'crawl') as QueueName].backoffMs * 2 ** (attemptsMade - 1);
  const jittered = base / 2 + Math.random() * base;
  const asked = error instanceof RetryableError ? (error.retryAfterMs ?? 0) : 0;
  return Math.round(Math.max(jittered, asked));
};

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function after<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(resolve, ms, value).unref());
}
