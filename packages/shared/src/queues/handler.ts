import { RetryableError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Emission, MessageOf, QueueName } from '../messages/index.ts';

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

/** The process stops; the job is put back as it was. */
export class WorkerStoppingError extends RetryableError {}
