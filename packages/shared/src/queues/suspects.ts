import type { Redis } from 'ioredis';
import type { QueueName } from '../messages/index.ts';
import { believed } from './believed.ts';

/** A job that a worker process was at when it hung, as it is named in logs. */
export interface WatchedJob {
  readonly queue: QueueName;
  readonly jobId: string;
  readonly input: string;
}

/** Told of the jobs that a process is at. */
export interface JobWatch {
  began(job: WatchedJob): void;
  ended(job: WatchedJob): void;
}

/** What is known of a job whose process did not answer. */
export interface Suspect {
  /** how many processes were killed while they were at it */
  readonly times: number;
  /** until then a process that does not answer still has it: nobody else takes it. Milliseconds since the epoch */
  readonly heldUntil: number;
}

/** A worker process that was killed because it did not answer. */
export interface Hang {
  /** milliseconds since the epoch */
  readonly time: number;
  /** how long it had not answered, milliseconds */
  readonly silentMs: number;
  readonly jobs: readonly WatchedJob[];
}

const keptMs = 14 * 24 * 3_600_000;
const mostHangs = 50;
const fieldOf = ({ queue, jobId }: Pick<WatchedJob, 'queue' | 'jobId'>) => `${queue} ${jobId}`;

/**
 * The jobs that were under way in processes that hung, kept in Redis for all workers. Of several jobs in one process one is
 * to blame: each is tried alone afterwards, and whichever hangs its process then is the one.
 */
export class Suspects {
  readonly #redis: Redis;
  readonly #key: string;
  readonly #known: () => Promise<Record<string, string>>;

  constructor(redis: Redis, prefix: string) {
    this.#redis = redis;
    this.#key = `${prefix}:suspects`;
    this.#known = believed(() => redis.hgetall(this.#key));
  }

  /** @returns what is known of the job, at most a second old; null for nearly all */
  async find(job: Pick<WatchedJob, 'queue' | 'jobId'>): Promise<Suspect | null> {
    const text = (await this.#known())[fieldOf(job)];
    return text ? (JSON.parse(text) as Suspect) : null;
  }

  /** Keeps other workers off jobs whose process does not answer, for so long: their locks lapse meanwhile. */
  async hold(jobs: readonly WatchedJob[], ms: number): Promise<void> {
    const held = Date.now() + ms;
    await this.#write(jobs, ({ times }) => ({ times, heldUntil: held }));
  }

  /** Notes a process that is going to be killed now. */
  async killed(jobs: readonly WatchedJob[], silentMs: number): Promise<void> {
    const hang: Hang = { time: Date.now(), silentMs, jobs };
    await this.#redis
      .multi()
      .lpush(this.#hangs, JSON.stringify(hang))
      .ltrim(this.#hangs, 0, mostHangs - 1)
      .pexpire(this.#hangs, keptMs)
      .exec();
    await this.#write(jobs, ({ times }) => ({ times: times + 1, heldUntil: 0 }));
  }

  /** The job is under no suspicion any more. */
  async clear(jobs: readonly Pick<WatchedJob, 'queue' | 'jobId'>[]): Promise<void> {
    if (jobs.length > 0) await this.#redis.hdel(this.#key, ...jobs.map(fieldOf));
  }

  /** Lets others have the jobs again, of a process that answers after all. */
  async release(jobs: readonly WatchedJob[]): Promise<void> {
    await this.#write(jobs, ({ times }) => (times > 0 ? { times, heldUntil: 0 } : null));
  }

  /** The latest first. @param since milliseconds since the epoch */
  async hangs(since: number): Promise<Hang[]> {
    const all = await this.#redis.lrange(this.#hangs, 0, -1);
    return all.map((text) => JSON.parse(text) as Hang).filter(({ time }) => time >= since);
  }

  async #write(jobs: readonly WatchedJob[], change: (now: Suspect) => Suspect | null): Promise<void> {
    for (const job of jobs) {
      const field = fieldOf(job);
      const text = await this.#redis.hget(this.#key, field);
      const next = change(text ? (JSON.parse(text) as Suspect) : { times: 0, heldUntil: 0 });
      if (next) await this.#redis.hset(this.#key, field, JSON.stringify(next));
      else await this.#redis.hdel(this.#key, field);
    }
    await this.#redis.pexpire(this.#key, keptMs);
  }

  get #hangs(): string {
    return `${this.#key}:hangs`;
  }
}
