import { DelayedError, type Job, UnrecoverableError } from 'bullmq';
import { CorruptInputError, isRetryable, isServiceFault } from '../errors.ts';
import { catalog, type MessageOf, type QueueName } from './catalog.ts';
import { type GivingUp, giveUp, inputOf } from './give-up.ts';
import {
  type Handler,
  type JobContext,
  JobTimeoutError,
  type Outcome,
  WorkerStoppingError,
} from './handler.ts';
import { type Outage, putBack } from './outage.ts';
import type { StoppedRuns } from './stopped-runs.ts';

export interface ShiftOptions extends GivingUp {
  /** rejects while a service of our own does not answer; asked where a job took too long, which may be why */
  readonly serving?: () => Promise<unknown>;
}

/** What the jobs of one worker share. */
export interface Shift<Q extends QueueName> {
  readonly queue: Q;
  readonly handler: Handler<Q>;
  readonly options: ShiftOptions;
  readonly stopped: StoppedRuns;
  readonly outage: Outage;
  /** the jobs under way: `AbortSignal.any` would serve too, at many times the price */
  readonly running: Set<AbortController>;
}

/** Runs one job: its handler, then the messages that it emits, then the state that says it is done. */
export async function processJob<Q extends QueueName>(
  shift: Shift<Q>,
  job: Job<unknown>,
  token: string | undefined,
): Promise<void> {
  const { queue, handler, options, stopped, running, outage } = shift;
  const { producer } = options;
  const lastTry = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
  const startedAt = Date.now();
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
    outage.worked(startedAt);
  } catch (error) {
    if (error instanceof DelayedError) throw error;
    if (error instanceof WorkerStoppingError) {
      // A deploy must not use up a try.
      await putBack(job, token, 1_000);
      throw new DelayedError();
    }
    const fault = await serviceFault(error, options);
    if (fault) return outage.wait(job, token, fault);
    if (isRetryable(error) && !lastTry) throw error;
    try {
      await giveUp(queue, options, job, error as Error);
    } catch (refused) {
      // The quarantine lies in the store: while that is away the job waits, and is given up when it is back.
      return outage.wait(job, token, refused as Error);
    }
    throw new UnrecoverableError((error as Error).message);
  }
}

/** @returns the error where a service of our own has failed; a job that took too long may have waited for one */
async function serviceFault(error: unknown, { serving }: ShiftOptions): Promise<Error | null> {
  if (isServiceFault(error)) return error as Error;
  if (!(error instanceof JobTimeoutError) || !serving) return null;
  return serving().then(
    () => null,
    (away: Error) => away,
  );
}

function readMessage<Q extends QueueName>(queue: Q, job: Job<unknown>): MessageOf<Q> {
  const parsed = catalog[queue].schema.safeParse(job.data);
  if (parsed.success) return parsed.data as MessageOf<Q>;
  throw new CorruptInputError(
    `A job of ${queue} holds a message that this version cannot read: ${parsed.error.issues[0]?.message}.`,
    job.id ?? '',
  );
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
