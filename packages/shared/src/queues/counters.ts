import type { Redis } from 'ioredis';

/** What was counted under some labels. `ms` and `size` are sums. */
export interface Counted {
  readonly labels: readonly string[];
  readonly n: number;
  readonly ms: number;
  readonly size: number;
}

const flushMs = 5_000;
/** Labels that are told apart; whatever comes beyond is counted as `other`. */
const most = 500;
const fields = ['n', 'ms', 'size'] as const;
const keyOf = (prefix: string) => `${prefix}:counters:fetch`;

/**
 * Counts of all processes together, kept in Redis for whoever is asked for metrics. A process adds to them every few
 * seconds: one killed in between loses some seconds of counts, and no work waits for them.
 */
export class Counters {
  readonly #redis: Redis;
  readonly #key: string;
  readonly #seen = new Set<string>();
  #held = new Map<string, { n: number; ms: number; size: number }>();
  readonly #timer: NodeJS.Timeout;

  constructor(redis: Redis, prefix: string) {
    this.#redis = redis;
    this.#key = keyOf(prefix);
    this.#timer = setInterval(() => void this.flush(), flushMs).unref();
  }

  add(labels: readonly string[], ms: number, size: number): void {
    const name = this.#nameOf(labels);
    const held = this.#held.get(name) ?? { n: 0, ms: 0, size: 0 };
    this.#held.set(name, { n: held.n + 1, ms: held.ms + Math.round(ms), size: held.size + size });
  }

  /** Adds what is held to what Redis has; what it does not take is held on. */
  async flush(): Promise<void> {
    const held = this.#held;
    if (held.size === 0) return;
    this.#held = new Map();
    const adding = this.#redis.multi();
    for (const [name, sums] of held)
      for (const field of fields) adding.hincrby(this.#key, `${field} ${name}`, sums[field]);
    await adding.exec().catch(() => {
      for (const [name, { n, ms, size }] of held) {
        const now = this.#held.get(name) ?? { n: 0, ms: 0, size: 0 };
        this.#held.set(name, { n: now.n + n, ms: now.ms + ms, size: now.size + size });
      }
    });
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }

  #nameOf(labels: readonly string[]): string {
    const name = labels.join(' ');
    if (this.#seen.has(name) || this.#seen.size < most) {
      this.#seen.add(name);
      return name;
    }
    return ['other', ...labels.slice(1)].join(' ');
  }
}

/** What all processes have counted. Labels hold no space. */
export async function readCounters(redis: Redis, prefix: string): Promise<Counted[]> {
  const all = new Map<string, { n: number; ms: number; size: number }>();
  for (const [field, value] of Object.entries(await redis.hgetall(keyOf(prefix)))) {
    const [kind, ...labels] = field.split(' ');
    const name = labels.join(' ');
    const sums = all.get(name) ?? { n: 0, ms: 0, size: 0 };
    all.set(name, { ...sums, [kind as (typeof fields)[number]]: Number(value) });
  }
  return [...all].map(([name, sums]) => ({ labels: name.split(' '), ...sums }));
}
