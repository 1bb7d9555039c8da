import type { Redis } from 'ioredis';
import { present } from '../present.ts';

/** One request of a run. */
export interface HostRequest {
  readonly run: string;
  /** `host:port` or host, as in `URL.host` */
  readonly host: string;
  /** what came of it: the status, or the name of the error's class where there was none */
  readonly answer: string;
  readonly failed: boolean;
  /** how long it took, milliseconds */
  readonly ms: number;
}

/** What the requests of a run to one host came to. */
export interface HostNote {
  readonly host: string;
  readonly requests: number;
  readonly failed: number;
  /** of all of them together, milliseconds */
  readonly ms: number;
  /** of the last one */
  readonly answer: string;
  /** when that was, milliseconds since the epoch */
  readonly at: number;
}

type Sums = Omit<HostNote, 'host'>;

const flushMs = 1_000;
const keptSeconds = 14 * 24 * 3_600;
/** Hosts of a run that are told apart; whatever comes beyond is counted as `other`. */
const most = 200;
const rememberedRuns = 100;

const keyOf = (prefix: string, run: string) => `${prefix}:run:${run}:hosts`;

/** What the requests of a run to each host came to, of all processes together; like `Counters`, held back for a second. */
export class RunHosts {
  readonly #redis: Redis;
  readonly #prefix: string;
  readonly #timer: NodeJS.Timeout;
  readonly #named = new Map<string, Set<string>>();
  #held = new Map<string, Map<string, Sums>>();

  constructor(redis: Redis, prefix: string) {
    this.#redis = redis;
    this.#prefix = prefix;
    this.#timer = setInterval(() => void this.flush(), flushMs).unref();
  }

  add({ run, host, answer, failed, ms }: HostRequest): void {
    const hosts = this.#held.get(run) ?? new Map<string, Sums>();
    const name = this.#nameOf(run, host);
    const sums = hosts.get(name);
    hosts.set(name, {
      requests: (sums?.requests ?? 0) + 1,
      failed: (sums?.failed ?? 0) + (failed ? 1 : 0),
      ms: (sums?.ms ?? 0) + Math.round(ms),
      answer,
      at: Date.now(),
    });
    this.#held.set(run, hosts);
  }

  /** Adds what is held to what Redis has. What it does not take is lost: these are notes to look at. */
  async flush(): Promise<void> {
    const held = this.#held;
    if (held.size === 0) return;
    this.#held = new Map();
    const adding = this.#redis.multi();
    for (const [run, hosts] of held) {
      const key = keyOf(this.#prefix, run);
      for (const [host, { requests, failed, ms, answer, at }] of hosts) {
        adding.hincrby(key, `requests ${host}`, requests);
        adding.hincrby(key, `failed ${host}`, failed);
        adding.hincrby(key, `ms ${host}`, ms);
        adding.hset(key, `last ${host}`, `${at} ${answer}`);
      }
      adding.expire(key, keptSeconds);
    }
    await adding.exec().catch(() => null);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }

  #nameOf(run: string, host: string): string {
    const named = this.#named.get(run) ?? new Set();
    this.#named.set(run, named);
    if (this.#named.size > rememberedRuns)
      this.#named.delete(present(this.#named.keys().next().value, 'the oldest run'));
    if (named.size < most) named.add(host);
    return named.has(host) ? host : 'other';
  }
}

/** The hosts of a run, most failures first, then most requests. Hosts hold no space. */
export async function readRunHosts(redis: Redis, prefix: string, run: string): Promise<HostNote[]> {
  const notes = new Map<string, Sums>();
  for (const [field, value] of Object.entries(await redis.hgetall(keyOf(prefix, run)))) {
    const [kind = '', host = ''] = field.split(' ');
    const sums = notes.get(host) ?? { requests: 0, failed: 0, ms: 0, answer: '', at: 0 };
    const [at, answer = ''] = value.split(' ');
    notes.set(
      host,
      kind === 'last' ? { ...sums, at: Number(at), answer } : { ...sums, [kind]: Number(value) },
    );
  }
  return [...notes]
    .map(([host, sums]) => ({ host, ...sums }))
    .sort((a, b) => b.failed - a.failed || b.requests - a.requests);
}
