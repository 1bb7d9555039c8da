import { DelayedError, type Job, type Worker } from 'bullmq';
import { nameFault } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { QueueName } from '../messages/index.ts';

/** How long a worker rests before it tries again whether the service is back, milliseconds: the first time and at most. */
const restMs = { first: 250, most: 2_000 };

/**
 * What a worker does while a service of our own (store, archive, Redis, disk) is away: it says so once, takes no more
 * jobs for a while, and puts back those that it has. Then a few jobs try again; when one of them ends well, the service
 * is back.
 */
export class Outage {
  readonly #queue: QueueName;
  readonly #log: Logger;
  #worker: Pick<Worker, 'pause' | 'resume' | 'isPaused'> | null = null;
  #since: number | null = null;
  #rests = 0;
  #restsUntil = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(queue: QueueName, log: Logger) {
    this.#queue = queue;
    this.#log = log;
  }

  /** The worker that shall rest. */
  watch(worker: Pick<Worker, 'pause' | 'resume' | 'isPaused'>): void {
    this.#worker = worker;
  }

  /**
   * Puts a job back without using up a try, and lets the worker rest.
   * @throws DelayedError always: it tells BullMQ that the job has been moved
   */
  async wait(job: Job<unknown>, token: string | undefined, error: Error): Promise<never> {
    this.rest(error, job.id);
    await putBack(job, token, this.#restsUntil - Date.now());
    throw new DelayedError();
  }

  /** A job that began at `startedAt` (milliseconds since the epoch) has ended well. */
  worked(startedAt: number): void {
    if (this.#since === null || startedAt < this.#restsUntil) return;
    this.#log.info(
      { queue: this.#queue, awayMs: Date.now() - this.#since },
      'the service is back; the work goes on',
    );
    this.#since = null;
    this.#rests = 0;
  }

  /** The worker is going to be closed: it must not be woken. */
  end(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#worker = null;
  }

  /** Takes no more jobs for a while: a service failed for this reason, at this job or at the question for the next one. */
  rest(error: Error, job?: string): void {
    const now = Date.now();
    // Jobs that were under way together tell the same news.
    if (now < this.#restsUntil) return;
    if (this.#since === null) {
      this.#since = now;
      this.#log.error(
        { queue: this.#queue, job, error: error.name },
        `${nameFault(error).message} Jobs of ${this.#queue} wait until it is back; none is given up.`,
      );
    }
    const ms = Math.min(restMs.first * 2 ** this.#rests, restMs.most);
    this.#rests += 1;
    this.#restsUntil = now + ms;
    if (this.#timer) clearTimeout(this.#timer);
    void this.#worker?.pause(true);
    this.#timer = setTimeout(() => void this.#worker?.resume(), ms);
  }
}

/**
 * Puts a job back for so long, milliseconds, without using up a try. Where that fails (its lock has lapsed while Redis
 * was away) the job is found by the search for stalled ones, which uses up no try either.
 */
export async function putBack(job: Job<unknown>, token: string | undefined, ms: number): Promise<void> {
  await job.moveToDelayed(Date.now() + Math.max(ms, 0), token).catch(() => {});
}
