import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Counts which of the rows that it was shown are still held by anybody. */
export class HeldRows {
  readonly #collect: () => void;
  #shown: WeakRef<object>[] = [];
  /** the most that were held when they were counted */
  most = 0;

  constructor() {
    setFlagsFromString('--expose-gc');
    this.#collect = runInNewContext('gc') as () => void;
  }

  show<T extends object>(row: T): T {
    this.#shown.push(new WeakRef(row));
    return row;
  }

  async count(): Promise<number> {
    // What a job has looked at stays until it ends.
    await setImmediate();
    this.#collect();
    this.#shown = this.#shown.filter((row) => row.deref() !== undefined);
    await setImmediate();
    this.most = Math.max(this.most, this.#shown.length);
    return this.#shown.length;
  }
}
