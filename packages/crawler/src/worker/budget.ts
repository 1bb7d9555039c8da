import { Script } from '@zhibiao/shared/queues';
import type { Redis } from 'ioredis';

const keptSeconds = 14 * 24 * 3600;

/** How many pages one run may take from one source, shared by all workers. A set: asking twice costs once. */
export class UrlBudget {
  readonly #redis: Redis;
  readonly #prefix: string;
  readonly #spend = new Script('spend-budget', import.meta.url);

  constructor(redis: Redis, prefix: string) {
    this.#redis = redis;
    this.#prefix = prefix;
  }

  /** @returns the URLs that the budget covers, in their order */
  async spend(run: string, source: string, urls: readonly string[], maxPages: number): Promise<string[]> {
    if (urls.length === 0) return [];
    const key = `${this.#prefix}:run:${run}:budget:${source}`;
    const args = [maxPages, keptSeconds, ...urls];
    const granted = (await this.#spend.run(this.#redis, [key], args)) as number[];
    return urls.filter((_, i) => granted[i] === 1);
  }
}
