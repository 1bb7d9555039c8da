import type { Redis } from 'ioredis';

const keptSeconds = 7 * 24 * 3600;
/** How long a process believes what it knows of a host before it asks again, milliseconds. */
const believedMs = 10_000;
const rememberedHosts = 2_000;

/**
 * Remembers the hosts whose HTTP answers are empty shells, so that their next pages go to the browser at once.
 * Redis keeps it for all processes; each asks once in a while, not for every page.
 */
export class ShellMemory {
  readonly #redis: Redis;
  readonly #prefix: string;
  /** host -> shells seen in a row, and until when that is believed */
  readonly #known = new Map<string, { readonly shells: number; readonly until: number }>();

  constructor(redis: Redis, prefix: string) {
    this.#redis = redis;
    this.#prefix = prefix;
  }

  /** A host is believed to be a shell after two of its pages were, so that one odd page does not cost a browser each time. */
  async isShell(url: string): Promise<boolean> {
    return (await this.#shells(new URL(url).host)) >= 2;
  }

  async sawShell(url: string): Promise<void> {
    const { host } = new URL(url);
    const key = this.#key(host);
    const [[, shells]] = (await this.#redis.multi().incr(key).expire(key, keptSeconds).exec()) as [
      [Error | null, number],
    ];
    this.#learn(host, shells);
  }

  async sawText(url: string): Promise<void> {
    const { host } = new URL(url);
    if ((await this.#shells(host)) === 0) return;
    await this.#redis.del(this.#key(host));
    this.#learn(host, 0);
  }

  async #shells(host: string): Promise<number> {
    const known = this.#known.get(host);
    if (known && known.until > Date.now()) return known.shells;
    return this.#learn(host, Number((await this.#redis.get(this.#key(host))) ?? 0));
  }

  #learn(host: string, shells: number): number {
    if (this.#known.size >= rememberedHosts) this.#known.clear();
    this.#known.set(host, { shells, until: Date.now() + believedMs });
    return shells;
  }

  #key(host: string): string {
    return `${this.#prefix}:shell:${host}`;
  }
}
