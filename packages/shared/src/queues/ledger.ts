import type { Redis } from 'ioredis';
import type { QueueName } from './catalog.ts';
import { openJobs } from './ledger.lua.ts';

/** A job of a run, as the ledger knows it. */
export interface LedgerEntry {
  readonly queue: QueueName;
  readonly jobId: string;
}

/** Counts of one run. A run has ended when nothing is open. */
export interface Progress {
  readonly open: number;
  readonly done: number;
  readonly failed: number;
  readonly byQueue: Readonly<Record<string, { open: number; done: number; failed: number }>>;
}

const keptSeconds = 14 * 24 * 3600;

/**
 * Which jobs of a run are open, done or failed: three sets in Redis. Sets, not counters, because delivery is
 * at least once: saying the same thing twice changes nothing, so a killed worker cannot make the counts lie.
 */
export class RunLedger {
  readonly #redis: Redis;
  readonly #prefix: string;

  constructor(redis: Redis, prefix: string) {
    this.#redis = redis;
    this.#prefix = prefix;
  }

  #keys(run: string) {
    const base = `${this.#prefix}:run:${run}`;
    return {
      open: `${base}:open`,
      done: `${base}:done`,
      failed: `${base}:failed`,
      stopped: `${base}:stopped`,
    };
  }

  /** Opens the entries that this run has not seen yet. @returns for each entry whether it has to be queued */
  async open(run: string, entries: readonly LedgerEntry[]): Promise<boolean[]> {
    if (entries.length === 0) return [];
    const keys = this.#keys(run);
    const members = entries.map((e) => `${e.queue} ${e.jobId}`);
    const args = [keys.open, keys.done, keys.failed, String(keptSeconds), ...members];
    const fresh = (await this.#redis.eval(openJobs, 3, ...args)) as number[];
    return fresh.map((f) => f === 1);
  }

  async done(run: string, entry: LedgerEntry): Promise<void> {
    await this.#move(run, entry, 'done');
  }

  async failed(run: string, entry: LedgerEntry): Promise<void> {
    await this.#move(run, entry, 'failed');
  }

  /** Forgets that a job had ended, so that it can be queued again. */
  async reopen(run: string, entry: LedgerEntry): Promise<void> {
    const keys = this.#keys(run);
    const member = `${entry.queue} ${entry.jobId}`;
    await this.#redis
      .multi()
      .srem(keys.failed, member)
      .srem(keys.done, member)
      .sadd(keys.open, member)
      .exec();
  }

  /** Jobs of a stopped run end without doing anything. */
  async stop(run: string): Promise<void> {
    await this.#redis.set(this.#keys(run).stopped, '1', 'EX', keptSeconds);
  }

  async resume(run: string): Promise<void> {
    await this.#redis.del(this.#keys(run).stopped);
  }

  async isStopped(run: string): Promise<boolean> {
    return (await this.#redis.exists(this.#keys(run).stopped)) === 1;
  }

  async progress(run: string): Promise<Progress> {
    const keys = this.#keys(run);
    const [open, done, failed] = await Promise.all(
      [keys.open, keys.done, keys.failed].map((key) => this.#countByQueue(key)),
    );
    const names = new Set([open, done, failed].flatMap((m) => [...m!.keys()]));
    const byQueue = Object.fromEntries(
      [...names].map((q) => [
        q,
        { open: open!.get(q) ?? 0, done: done!.get(q) ?? 0, failed: failed!.get(q) ?? 0 },
      ]),
    );
    const sum = (m: Map<string, number>) => [...m.values()].reduce((a, b) => a + b, 0);
    return { open: sum(open!), done: sum(done!), failed: sum(failed!), byQueue };
  }

  async #countByQueue(key: string): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for await (const members of this.#redis.sscanStream(key, { count: 1_000 }) as AsyncIterable<string[]>) {
      for (const member of members) {
        const queue = member.slice(0, member.indexOf(' '));
        counts.set(queue, (counts.get(queue) ?? 0) + 1);
      }
    }
    return counts;
  }

  async #move(run: string, entry: LedgerEntry, to: 'done' | 'failed'): Promise<void> {
    const keys = this.#keys(run);
    const member = `${entry.queue} ${entry.jobId}`;
    await this.#redis
      .multi()
      .sadd(keys[to], member)
      .srem(keys.open, member)
      .expire(keys[to], keptSeconds)
      .exec();
  }
}
