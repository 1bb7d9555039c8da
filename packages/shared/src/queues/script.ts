import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Redis } from 'ioredis';

/** A Lua file, run by its digest and sent in full only where Redis does not know it yet. */
export class Script {
  readonly #text: string;
  readonly #digest: string;

  /**
   * @param name of the file without its ending, in the folder `lua` of a package
   * @param from `import.meta.url` of a module two folders below the package: `lua` lies beside `src` and `dist`, so the
   *   same path holds from both
   */
  constructor(name: string, from: string) {
    this.#text = readFileSync(new URL(`../../lua/${name}.lua`, from), 'utf8');
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
