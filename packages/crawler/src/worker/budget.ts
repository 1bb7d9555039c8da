import type { Redis } from 'ioredis';
import { spendBudget } from './budget.lua.ts';

const keptSeconds = 14 * 24 * 3600;

/** How many pages one run may take from one source, shared by all workers. A set: asking twice costs once. */
export class UrlBudget {
  readonly #redis: Redis;
  readonly #prefix: string;

  constructor(redis: Redis, prefix: string) {
    this.#redis = redis;
    this.#prefix = prefix;
  }

  /** @returns the URLs that the budget covers, in their order */
  async spend(run: string, source: string, urls: readonly string[], maxPages: number): Promise<string[]> {
    if (urls.length === 0) return [];
    const key = `${this.#prefix}:run:${run}:budget:${source}`;
    const args = [key, String(maxPages), String(keptSeconds), ...urls];
    const granted = (await this.#redis.eval(spendBudget, 1, ...args)) as number[];
    return urls.filter((_, i) => granted[i] === 1);
  }
}
