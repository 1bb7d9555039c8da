import { present } from '@zhibiao/shared';
export interface GroupOptions<T, R> {
  /** how many items are done together at most */
  most: number;
  /** how long the first waits for others, milliseconds */
  waitMs: number;
  /** how much an item weighs, and how much those of one group may together */
  weigh: (item: T) => number;
  heaviest: number;
  /** does a group; an item that fails is told so and no other */
  run: (items: readonly T[]) => Promise<PromiseSettledResult<R>[]>;
}

interface Waiting<T, R> {
  item: T;
  resolve: (result: R) => void;
  reject: (reason: unknown) => void;
}

/** Does together what waits together: one group at a time, each as large as what has come in the meantime. */
export class Group<T, R> {
  readonly #options: GroupOptions<T, R>;
  #waiting: Waiting<T, R>[] = [];
  #running = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: GroupOptions<T, R>) {
    this.#options = options;
  }

  /** Resolves when the item's group is done. */
  add(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (this.#running) return;
      if (this.#waiting.length >= this.#options.most) void this.#start();
      else this.#timer ??= setTimeout(() => void this.#start(), this.#options.waitMs);
    });
  }

  async #start(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#running = true;
    while (this.#waiting.length > 0) await this.#run(this.#next());
    this.#running = false;
  }

  #next(): Waiting<T, R>[] {
    const { most, weigh, heaviest } = this.#options;
    let count = 0;
    for (let weight = 0; count < Math.min(most, this.#waiting.length); count++) {
      weight += weigh(present(this.#waiting[count], 'waiting at count').item);
      if (count > 0 && weight > heaviest) break;
    }
    return this.#waiting.splice(0, count);
  }

  async #run(group: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const results = await this.#options.run(group.map(({ item }) => item));
      for (const [i, { resolve, reject }] of group.entries()) {
        const result = present(results[i], 'results at i');
        if (result.status === 'fulfilled') resolve(result.value);
        else reject(result.reason);
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
