import { WebhookTry } from '@zhibiao/shared';
import type { Redis } from 'ioredis';

const kept = { tries: 200, seconds: 30 * 24 * 3_600 };

/** The last tries of each webhook and how many have failed in a row, in Redis: bounded by count and age. */
export class WebhookLog {
  readonly #redis: Redis;
  readonly #prefix: string;

  constructor(redis: Redis, prefix: string) {
    this.#redis = redis;
    this.#prefix = prefix;
  }

  /** @returns how many tries have failed in a row, this one included */
  async note(webhook: string, tried: WebhookTry): Promise<number> {
    const [log, failures] = [this.#key(webhook, 'log'), this.#key(webhook, 'failures')];
    const noting = this.#redis
      .multi()
      .lpush(log, JSON.stringify(tried))
      .ltrim(log, 0, kept.tries - 1)
      .expire(log, kept.seconds);
    if (tried.error === null) {
      await noting.del(failures).exec();
      return 0;
    }
    const results = await noting.incr(failures).expire(failures, kept.seconds).exec();
    return Number(results?.[3]?.[1] ?? 0);
  }

  /** Newest first. */
  async read(webhook: string): Promise<WebhookTry[]> {
    const all = await this.#redis.lrange(this.#key(webhook, 'log'), 0, -1);
    return all.map((text) => WebhookTry.parse(JSON.parse(text)));
  }

  async failuresInARow(webhook: string): Promise<number> {
    return Number((await this.#redis.get(this.#key(webhook, 'failures'))) ?? 0);
  }

  /** Counts failures anew. */
  async forgive(webhook: string): Promise<void> {
    await this.#redis.del(this.#key(webhook, 'failures'));
  }

  async forget(webhook: string): Promise<void> {
    await this.#redis.del(this.#key(webhook, 'log'), this.#key(webhook, 'failures'));
  }

  #key(webhook: string, what: 'log' | 'failures'): string {
    return `${this.#prefix}:webhook:${webhook}:${what}`;
  }
}
