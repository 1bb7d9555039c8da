import type { Redis } from 'ioredis';
import { type QueueName, queueNames } from '../messages/index.ts';
import type { QueueStatus } from './health.ts';

/** How a try of a job ended: `retried` where another follows, `failed` where it was given up. */
export type TryEnd = 'done' | 'failed' | 'retried';

/** One stretch of a queue's day. */
export interface HistoryPoint extends Readonly<Record<TryEnd, number>> {
  /** when it begins, milliseconds since the epoch */
  readonly at: number;
  /** jobs that could be taken, at the last look; null where nobody looked */
  readonly waiting: number | null;
  /** age of the oldest of them, milliseconds; 0 where none waited */
  readonly oldestMs: number | null;
}

/** How long one stretch is, milliseconds. */
export const stretchMs = 300_000;
const flushMs = 1_000;
const hourMs = 3_600_000;
/** A day and the hours that it begins and ends in. Seconds */
const keptSeconds = 26 * 3_600;

const keyOf = (prefix: string, queue: QueueName, at: number) =>
  `${prefix}:history:${queue}:${Math.floor(at / hourMs)}`;
const stretchOf = (at: number) => at - (at % stretchMs);

/**
 * What became of the jobs of the queues over the last day, of all processes together: a hash in Redis for each queue and
 * hour, which lapses by itself. BullMQ's own metrics know neither what was given up to the quarantine nor what waited.
 */
export class QueueHistory {
  readonly #redis: Redis;
  readonly #prefix: string;
  readonly #timer: NodeJS.Timeout;
  #held = new Map<string, { key: string; field: string; n: number }>();

  constructor(redis: Redis, prefix: string) {
    this.#redis = redis;
    this.#prefix = prefix;
    this.#timer = setInterval(() => void this.flush(), flushMs).unref();
  }

  /** @param at milliseconds since the epoch */
  add(queue: QueueName, end: TryEnd, at = Date.now()): void {
    const key = keyOf(this.#prefix, queue, at);
    const field = `${stretchOf(at)} ${end}`;
    const held = this.#held.get(`${key} ${field}`);
    this.#held.set(`${key} ${field}`, { key, field, n: (held?.n ?? 0) + 1 });
  }

  /** Adds what is held to what Redis has. What it does not take is lost: these are pictures to look at. */
  async flush(): Promise<void> {
    const held = this.#held;
    if (held.size === 0) return;
    this.#held = new Map();
    const adding = this.#redis.multi();
    for (const { key, field, n } of held.values()) adding.hincrby(key, field, n).expire(key, keptSeconds);
    await adding.exec().catch(() => null);
  }

  /** Notes how the queues are now. */
  async look(status: readonly QueueStatus[], at = Date.now()): Promise<void> {
    const noting = this.#redis.multi();
    for (const { queue, counts, oldestWaitingMs } of status) {
      const key = keyOf(this.#prefix, queue, at);
      const waiting = (counts.waiting ?? 0) + (counts.prioritized ?? 0) + (counts.paused ?? 0);
      noting.hset(
        key,
        `${stretchOf(at)} waiting`,
        waiting,
        `${stretchOf(at)} oldestMs`,
        oldestWaitingMs ?? 0,
      );
      noting.expire(key, keptSeconds);
    }
    await noting.exec();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }
}

/** The last day of each queue, oldest stretch first, the running one last. @param now milliseconds since the epoch */
export async function readHistory(
  redis: Redis,
  prefix: string,
  now: number,
): Promise<Record<QueueName, HistoryPoint[]>> {
  const from = stretchOf(now) - 24 * hourMs + stretchMs;
  const hours = Array.from({ length: 25 }, (_, i) => now - (24 - i) * hourMs);
  const days = await Promise.all(
    queueNames.map(async (queue) => {
      const hashes = await Promise.all(hours.map((at) => redis.hgetall(keyOf(prefix, queue, at))));
      const known: Record<string, string> = Object.assign({}, ...hashes);
      const points: HistoryPoint[] = [];
      for (let at = from; at <= now; at += stretchMs) {
        const seen = (what: string) =>
          known[`${at} ${what}`] === undefined ? null : Number(known[`${at} ${what}`]);
        points.push({
          at,
          done: seen('done') ?? 0,
          failed: seen('failed') ?? 0,
          retried: seen('retried') ?? 0,
          waiting: seen('waiting'),
          oldestMs: seen('oldestMs'),
        });
      }
      return [queue, points] as const;
    }),
  );
  return Object.fromEntries(days) as Record<QueueName, HistoryPoint[]>;
}
