import { DelayedError, type Job } from 'bullmq';
import { CorruptInputError, FinalError, isRetryable, isServiceFault } from '../errors.ts';
import { catalog, type MessageOf, type QueueName, scheduledRun } from '../messages/index.ts';
import { present } from '../present.ts';
import { type GivingUp, giveUp, inputOf } from './give-up.ts';
import { type Handler, JobTimeoutError, type Outcome, WorkerStoppingError } from './handler.ts';
import type { QueueHistory } from './history.ts';
import { type Outage, putBack } from './outage.ts';
import type { JobWatch, Suspect, Suspects, WatchedJob } from './suspects.ts';
import type { Turns } from './turns.ts';

export interface ShiftOptions extends GivingUp {
  /** rejects while a service of our own does not answer; asked where a job took too long, which may be why */
  readonly serving?: () => Promise<unknown>;
  /** kills this process when it hangs, and notes which jobs it was at */
  readonly watch?: JobWatch;
}

/** What the jobs of one worker share. */
export interface Shift<Q extends QueueName> {
  readonly queue: Q;
  readonly handler: Handler<Q>;
  readonly options: ShiftOptions;
  /** the runs that are stopped */
  readonly stopped: () => Promise<ReadonlySet<string>>;
  readonly suspects: Suspects;
  readonly turns: Turns;
  readonly outage: Outage;
  readonly history: Pick<QueueHistory, 'add'>;
  /** the jobs under way: `AbortSignal.any` would serve too, at many times the price */
  readonly running: Set<AbortController>;
}

/**
 * Runs one job: its handler, then the messages that it emits, then the state that says it is done.
 * @returns why it was given up, for the dashboard; undefined where it was done
 */
export async function processJob<Q extends QueueName>(
  shift: Shift<Q>,
  job: Job<unknown>,
  token: string | undefined,
): Promise<string | undefined> {
  const { queue, handler, options, stopped, suspects, outage } = shift;
  const { producer } = options;
  const lastTry = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
  const startedAt = Date.now();
  try {
    const message = readMessage(queue, job);
    const log = options.log.child({ queue, job: job.id, run: message.run, input: inputOf(queue, message) });
    const entry = { queue, jobId: present(job.id, 'the id of a job') };
    producer.steps.begin(entry.jobId);
    if (message.run !== scheduledRun && (await stopped()).has(message.run))
      await park(shift, message.run, job, token);
    const suspect = await suspects.find(entry);
    if (suspect) await judge(suspect, job, token);
    const outcome = await attempt(
      shift,
      { ...entry, input: inputOf(queue, message) },
      suspect !== null,
      (signal) =>
        handler(message, { signal, log, attempt: job.attemptsMade + 1, lastTry, queuedAt: job.timestamp }),
    );
    if (outcome?.delayMs !== undefined) {
      await job.moveToDelayed(Date.now() + outcome.delayMs, token);
      throw new DelayedError();
    }
    // Children are opened in the ledger before this job is closed: a run never looks ended while it is not.
    if (outcome?.emit?.length) await producer.send(outcome.emit);
    await outcome?.after?.((emissions) => producer.send(emissions));
    // It is done in the ledger when it is finished in its queue.
    if (message.run !== scheduledRun)
      producer.steps.end(entry.jobId, producer.ledger.doneStep(message.run, entry), (fault) =>
        outage.rest(fault, job.id),
      );
    outage.worked(startedAt);
    shift.history.add(queue, 'done');
    return undefined;
  } catch (error) {
    if (error instanceof DelayedError) throw error;
    if (error instanceof WorkerStoppingError) {
      // A deploy must not use up a try.
      await putBack(job, token, 1_000);
      throw new DelayedError();
    }
    const fault = await serviceFault(error, options);
    if (fault) return outage.wait(job, token, fault);
    if (isRetryable(error) && !lastTry) {
      shift.history.add(queue, 'retried');
      throw error;
    }
    try {
      await giveUp(queue, options, job, error as Error);
      // Whoever asks for it again begins anew.
      if (error instanceof HungJobError)
        await suspects.clear([{ queue, jobId: present(job.id, 'the id of a job') }]);
    } catch (refused) {
      // The quarantine lies in the store: while that is away the job waits, and is given up when it is back.
      return outage.wait(job, token, refused as Error);
    }
    shift.history.add(queue, 'failed');
    // It has left the queue for the quarantine: a job that stays among the failed ones has reached neither.
    return `quarantined: ${(error as Error).message}`;
  }
}

/**
 * Runs a handler within the time of its queue, watched, and alone in its process where it may hang it.
 * @throws what the handler throws, JobTimeoutError, WorkerStoppingError
 */
async function attempt<Q extends QueueName>(
  { queue, options: { watch }, running, suspects, turns }: Shift<Q>,
  job: WatchedJob,
  alone: boolean,
  run: (signal: AbortSignal) => Promise<Outcome | undefined>,
): Promise<Outcome | undefined> {
  const leave = await turns.take(alone);
  const abort = new AbortController();
  const { timeoutMs } = catalog[queue];
  const timer = setTimeout(
    () => abort.abort(new JobTimeoutError(`Took longer than ${timeoutMs} ms; it is tried again.`, job.jobId)),
    timeoutMs,
  );
  running.add(abort);
  watch?.began(job);
  try {
    return await Promise.race([run(abort.signal), rejection(abort.signal)]);
  } finally {
    clearTimeout(timer);
    running.delete(abort);
    watch?.ended(job);
    // Whatever came of it: it has not hung its process.
    if (alone) await suspects.clear([job]).catch(() => {});
    leave();
  }
}

/** A job that was under way in a process that hung, this often, is to blame. */
const mostHangs = 2;

/** The job hung its worker process each time that it was tried. */
class HungJobError extends FinalError {}

/** @throws HungJobError where it is known to hang its process; DelayedError while a process that does not answer has it */
async function judge(
  { times, heldUntil }: Suspect,
  job: Job<unknown>,
  token: string | undefined,
): Promise<void> {
  if (times >= mostHangs)
    throw new HungJobError(
      `Its worker process stopped answering ${times} times while it was at this, the last time at nothing else, and was killed. It is not tried again by itself; \`zhibiao queues retry\` does when the fault is corrected.`,
      job.id ?? '',
    );
  const ms = heldUntil - Date.now();
  if (ms <= 0) return;
  await putBack(job, token, ms);
  throw new DelayedError();
}

/** How long a job of a stopped run is put back for, milliseconds: whoever resumes the run wakes it. */
const parkedMs = 3_600_000;

/** @throws DelayedError unless the run has been resumed meanwhile */
async function park<Q extends QueueName>(
  { options }: Shift<Q>,
  run: string,
  job: Job<unknown>,
  token: string | undefined,
): Promise<void> {
  const { ledger } = options.producer;
  // What was believed for a second may be over.
  if (!(await ledger.isStopped(run))) return;
  await putBack(job, token, parkedMs);
  // Resumed in between: whoever did it may have looked for this job too early.
  if (!(await ledger.isStopped(run))) await job.promote().catch(() => {});
  throw new DelayedError();
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
