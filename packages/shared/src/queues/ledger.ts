import type { Redis } from 'ioredis';
import { type QueueName, queueNames } from '../messages/index.ts';
import type { LedgerStep } from './ledger-backend.ts';
import { Script } from './script.ts';

/** A job of a run, as the ledger knows it. */
export interface LedgerEntry {
  readonly queue: QueueName;
  readonly jobId: string;
}

const states = ['open', 'done', 'failed'] as const;
type State = (typeof states)[number];
type Counts = Record<State, number>;

/** Counts of one run. A run has ended when nothing is open. `byQueue` names the queues that the run has used. */
export interface Progress extends Readonly<Counts> {
  readonly byQueue: Readonly<Record<string, Counts>>;
}

const keptSeconds = 14 * 24 * 3600;

/**
 * Which jobs of a run are open, done or failed: three sets in Redis for each queue. Sets, not counters, because delivery
 * is at least once: saying the same thing twice changes nothing, so a killed worker cannot make the counts lie.
 */
export class RunLedger {
  readonly #redis: Redis;
  readonly #prefix: string;
  readonly #open = new Script('open-jobs', import.meta.url);
  readonly #move = new Script('move-job', import.meta.url);

  constructor(redis: Redis, prefix: string) {
    this.#redis = redis;
    this.#prefix = prefix;
  }

  /** Opens the jobs that this run has not seen yet. @returns for each whether it has to be queued */
  async open(run: string, queue: QueueName, jobIds: readonly string[]): Promise<boolean[]> {
    if (jobIds.length === 0) return [];
    const fresh = await this.#open.run(this.#redis, this.#keys(run, queue, states), [keptSeconds, ...jobIds]);
    return (fresh as number[]).map((f) => f === 1);
  }

  async done(run: string, { queue, jobId }: LedgerEntry): Promise<void> {
    await this.#move.run(this.#redis, this.#keys(run, queue, ['done', 'open']), [keptSeconds, jobId]);
  }

  /** The same as a step of the script that takes the job out of its queue. */
  doneStep(run: string, { queue, jobId }: LedgerEntry): LedgerStep {
    return { keys: this.#keys(run, queue, ['done', 'open']), args: [keptSeconds, jobId] };
  }

  /** The opening of one job as a step of the script that queues it, which returns no id where it has not to be queued. */
  openStep(run: string, { queue, jobId }: LedgerEntry): LedgerStep {
    return { keys: this.#keys(run, queue, states), args: [keptSeconds, jobId] };
  }

  async failed(run: string, { queue, jobId }: LedgerEntry): Promise<void> {
    await this.#move.run(this.#redis, this.#keys(run, queue, ['failed', 'open']), [keptSeconds, jobId]);
  }

  /** Forgets that a job had ended, so that it can be queued again. */
  async reopen(run: string, { queue, jobId }: LedgerEntry): Promise<void> {
    const keys = this.#keys(run, queue, ['open', 'done', 'failed']);
    await this.#move.run(this.#redis, keys, [keptSeconds, jobId]);
  }

  /** Forgets jobs that were opened and never queued. */
  async forgetOpen(run: string, queue: QueueName, jobIds: readonly string[]): Promise<void> {
    const [key] = this.#keys(run, queue, ['open']) as [string];
    if (jobIds.length > 0) await this.#redis.srem(key, ...jobIds);
  }

  /** Jobs of a stopped run wait until it is resumed. The store remembers the stop; this is its copy for the workers. */
  async stop(run: string): Promise<void> {
    await this.#redis.sadd(this.#stopped, run);
  }

  async resume(run: string): Promise<void> {
    await this.#redis.srem(this.#stopped, run);
  }

  async stopped(): Promise<ReadonlySet<string>> {
    return new Set(await this.#redis.smembers(this.#stopped));
  }

  async isStopped(run: string): Promise<boolean> {
    return (await this.#redis.sismember(this.#stopped, run)) === 1;
  }

  /** The ids of the jobs that are open, a part at a time. */
  async *openJobs(run: string, queue: QueueName): AsyncGenerator<string[]> {
    const [key] = this.#keys(run, queue, ['open']) as [string];
    let cursor = '0';
    do {
      const [next, ids] = await this.#redis.sscan(key, cursor, 'COUNT', 500);
      if (ids.length > 0) yield ids;
      cursor = next;
    } while (cursor !== '0');
  }

  /** Keeps the sets of a run that has not ended for another two weeks. */
  async keep(run: string): Promise<void> {
    const keys = queueNames.flatMap((queue) => this.#keys(run, queue, states));
    await Promise.all(keys.map((key) => this.#redis.expire(key, keptSeconds)));
  }

  /** Forgets a run that was thrown away. */
  async forget(run: string): Promise<void> {
    await this.resume(run);
    const keys = queueNames.flatMap((queue) => this.#keys(run, queue, states));
    await this.#redis.del(...keys, `${this.#prefix}:run:${run}:hosts`);
  }

  /** Queues are read in the order of the flow: a job opens its children before it ends, so none is missed in between. */
  async progress(run: string): Promise<Progress> {
    const all: Counts = { open: 0, done: 0, failed: 0 };
    const byQueue: Record<string, Counts> = {};
    for (const queue of queueNames) {
      const sizes = await Promise.all(this.#keys(run, queue, states).map((key) => this.#redis.scard(key)));
      if (sizes.every((size) => size === 0)) continue;
      const [open, done, failed] = sizes as [number, number, number];
      byQueue[queue] = { open, done, failed };
      for (const state of states) all[state] += byQueue[queue][state];
    }
    return { ...all, byQueue };
  }

  #keys(run: string, queue: QueueName, of: readonly State[]): string[] {
    return of.map((state) => `${this.#prefix}:run:${run}:${queue}:${state}`);
  }

  get #stopped(): string {
    return `${this.#prefix}:stopped-runs`;
  }
}
