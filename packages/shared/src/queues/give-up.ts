import type { Job } from 'bullmq';
import { FinalError, ZhibiaoError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { catalog, type QueueName, scheduledRun } from '../messages/index.ts';
import type { Quarantine } from '../ports.ts';
import { present } from '../present.ts';
import type { QuarantineRecord } from '../vocabulary/index.ts';
import { jobId, type Producer } from './producer.ts';

/** Where what failed for good is put down. */
export interface GivingUp {
  readonly producer: Producer;
  readonly quarantine: Quarantine;
  readonly log: Logger;
}

/** Puts a job that failed for good into the quarantine and closes it in its run. */
export async function giveUp(
  queue: QueueName,
  options: GivingUp,
  job: Job<unknown>,
  error: Error,
): Promise<void> {
  const parsed = catalog[queue].schema.safeParse(job.data);
  const message = parsed.success ? parsed.data : null;
  const run = message?.run ?? runOf(job.data);
  const input = message ? inputOf(queue, message) : (job.id ?? '');
  const name = error instanceof ZhibiaoError ? error.name : error.constructor.name;
  options.log.warn({ queue, job: job.id, run, input, error: name }, error.message);
  const record: QuarantineRecord = {
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
    ...(error instanceof ZhibiaoError && error.answer ? { answer: error.answer } : {}),
  };
  await options.quarantine.quarantine(record).catch((refused: unknown) => {
    if (!(refused instanceof FinalError)) throw refused;
    // Too large for a row: that it failed is told all the same, though it cannot be retried from there.
    return options.quarantine.quarantine({ ...record, reason: error.message.slice(0, 2_000), message: null });
  });
  if (run !== scheduledRun)
    await options.producer.ledger.failed(run, { queue, jobId: present(job.id, 'the id of a job') });
}

/** The run of a message that this version cannot read. */
function runOf(data: unknown): string {
  const run = (data as { run?: unknown } | null)?.run;
  return typeof run === 'string' ? run : 'unknown';
}

/** What people call the input of a message. */
export const inputOf = (queue: QueueName, message: unknown) =>
  (catalog[queue].input as (m: unknown) => string)(message);

/**
 * Jobs that BullMQ itself has failed, past our handling of errors: they took their worker's process with them too often.
 * They are put down in the quarantine; the next turn finds those that could not be now.
 * @returns how many there were
 */
export async function giveUpFailed(queue: QueueName, options: GivingUp): Promise<number> {
  const jobs = await options.producer.queues[queue].getFailed(0, 99);
  for (const job of jobs) {
    const reason = `Its worker process ended each time that it was tried (${job.failedReason}); it is not tried again.`;
    await giveUp(queue, options, job, new WorkerLostError(reason, job.id ?? ''));
    await job.remove();
  }
  return jobs.length;
}

/** The job's worker died, or hung and was killed, each time that it was tried. */
export class WorkerLostError extends FinalError {}
