import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Redis } from 'ioredis';

/** A Lua file of this package's `lua` folder, run by its digest and sent in full only where Redis does not know it. */
export class Script {
  readonly #text: string;
  readonly #digest: string;

  /** @param name of the file, without its ending */
  constructor(name: string) {
    // The folder lies beside `src` and `dist`, so the same path holds from both.
    this.#text = readFileSync(new URL(`../../lua/${name}.lua`, import.meta.url), 'utf8');
    this.#digest = createHash('sha1').update(this.#text).digest('hex');
  }

  async run(redis: Redis, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown> {
    try {
      return await redis.evalsha(this.#digest, keys.length, ...keys, ...args);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
      return await redis.eval(this.#text, keys.length, ...keys, ...args);
    }
  }
}
