import type { Job } from 'bullmq';
import { ZhibiaoError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Quarantine } from '../ports.ts';
import { catalog, type QueueName } from './catalog.ts';
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

/** What people call the input of a message. */
export const inputOf = (queue: QueueName, message: unknown) =>
  (catalog[queue].input as (m: unknown) => string)(message);
