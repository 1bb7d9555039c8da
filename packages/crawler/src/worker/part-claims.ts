import type { Redis } from 'ioredis';

const keptSeconds = 24 * 3600;

/**
 * Which pages of a run are parts of another page's text, told before anything is looked up. A page and the text that
 * claims it may be read by two jobs at once, each of which writes the page's state: each then looks at what the other
 * has written after its own, so that one of them sees both, whichever comes first.
 */
export class PartClaims {
  readonly #redis: Redis;
  readonly #prefix: string;

  constructor(redis: Redis, prefix: string) {
    this.#redis = redis;
    this.#prefix = prefix;
  }

  /** Says that `page` belongs to the text of `owner`; call it before looking at the page's state. */
  async claim(run: string, page: string, owner: string): Promise<void> {
    await this.#redis.multi().hset(this.#key(run), page, owner).expire(this.#key(run), keptSeconds).exec();
  }

  /** @returns the page whose text has claimed this one in this run; call it after having written the page's state */
  async ownerOf(run: string, page: string): Promise<string | null> {
    return this.#redis.hget(this.#key(run), page);
  }

  #key(run: string): string {
    return `${this.#prefix}:run:${run}:parts`;
  }
}
