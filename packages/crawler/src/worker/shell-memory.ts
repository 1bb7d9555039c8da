import type { Redis } from 'ioredis';

const keptSeconds = 7 * 24 * 3600;

/** Remembers the hosts whose HTTP answers are empty shells, so that their next pages go to the browser at once. */
export class ShellMemory {
  readonly #redis: Redis;
  readonly #prefix: string;

  constructor(redis: Redis, prefix: string) {
    this.#redis = redis;
    this.#prefix = prefix;
  }

  /** A host is believed to be a shell after two of its pages were, so that one odd page does not cost a browser each time. */
  async isShell(url: string): Promise<boolean> {
    return Number((await this.#redis.get(this.#key(url))) ?? 0) >= 2;
  }

  async sawShell(url: string): Promise<void> {
    await this.#redis.multi().incr(this.#key(url)).expire(this.#key(url), keptSeconds).exec();
  }

  async sawText(url: string): Promise<void> {
    await this.#redis.del(this.#key(url));
  }

  #key(url: string): string {
    return `${this.#prefix}:shell:${new URL(url).host}`;
  }
}
