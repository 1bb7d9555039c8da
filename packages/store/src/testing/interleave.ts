import type { Tables } from '../tables/definitions.ts';
import { tableNames } from '../tables/definitions.ts';
import type { Table } from '../tables/table.ts';

/** What a worker dies of in a test: nothing that it awaited comes back. */
class Killed extends Error {}

/** @returns what does all of the work and is killed before it can be committed */
const dying =
  <T>(work: (tables: Tables) => Promise<T>) =>
  async (tables: Tables): Promise<T> => {
    await work(tables);
    throw new Killed();
  };

/** Same seed, same numbers (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Waiting {
  go: () => void;
  kill: () => void;
  write: boolean;
}

/**
 * Runs workers over shared tables such that only one moves at a time, from one access of the database to the next, and
 * which one is next is drawn by lot. A worker may be killed before a write, after it, or in the middle of a bulk.
 */
export class Interleaving {
  readonly #random: () => number;
  readonly #killRate: number;
  readonly #waiting: Waiting[] = [];
  #arrived: (() => void) | null = null;
  kills = 0;

  constructor(random: () => number, killRate: number) {
    this.#random = random;
    this.#killRate = killRate;
  }

  /** Starts all and drives them until each has ended; a killed one counts as ended. */
  async run(workers: (() => Promise<void>)[]): Promise<void> {
    let alive = 0;
    const faults: unknown[] = [];
    for (const work of workers) {
      alive++;
      const arrived = this.#arrival();
      work()
        .catch((error: unknown) => {
          if (!(error instanceof Killed)) faults.push(error);
        })
        .finally(() => {
          alive--;
          this.#arrived?.();
        });
      await arrived;
    }
    while (alive > 0) {
      const [next] = this.#waiting.splice(Math.floor(this.#random() * this.#waiting.length), 1);
      const arrived = this.#arrival();
      if (next?.write && this.#random() < this.#killRate) next.kill();
      else next?.go();
      await arrived;
    }
    if (faults.length) throw faults[0];
  }

  /**
   * The tables as a worker of this interleaving sees them. `mortal` false: it is never killed. `transactions`: it
   * writes in them where the database has
   * any, each as one access; one in whose midst it is killed is taken back.
   */
  tables(
    tables: Tables,
    { mortal = true, transactions = false }: { mortal?: boolean; transactions?: boolean } = {},
  ): Tables {
    const gated: Record<string, unknown> = {
      name: tables.name,
      together: (work: () => Promise<unknown>) => work(),
      close: async () => {},
    };
    const { atOnce } = tables;
    if (transactions && atOnce)
      gated.atOnce = (jobs: Parameters<typeof atOnce>[0]) =>
        this.#write(
          mortal,
          () => atOnce(jobs),
          () => atOnce(jobs.map((job) => ({ ...job, work: dying(job.work) }))),
        );
    for (const name of tableNames) gated[name] = this.#gate(tables[name] as unknown as Table<object>, mortal);
    return gated as unknown as Tables;
  }

  async #write<R>(mortal: boolean, work: () => Promise<R>, half: () => Promise<unknown>): Promise<R> {
    const killed = await this.#turn(mortal);
    if (!killed) return work();
    this.kills++;
    const moment = this.#random();
    if (moment < 0.35) await work();
    else if (moment < 0.65) await half();
    throw new Killed();
  }

  #gate(table: Table<object>, mortal: boolean): Table<object> {
    const read = async <R>(work: () => Promise<R>) => {
      await this.#turn(false);
      return work();
    };
    const write = <R>(work: () => Promise<R>, half: () => Promise<unknown>) =>
      this.#write(mortal, work, half);
    const nothing = async () => {};
    return {
      definition: table.definition,
      get: (id) => read(() => table.get(id)),
      getMany: (ids) => read(() => table.getMany(ids)),
      find: (filter, options) => read(() => table.find(filter, options)),
      count: (filter) => read(() => table.count(filter)),
      insert: (rows) =>
        write(
          () => table.insert(rows),
          () => table.insert(rows.slice(0, Math.floor(rows.length / 2))),
        ),
      put: (row) => write(() => table.put(row), nothing),
      replace: (rev, row) => write(() => table.replace(rev, row), nothing),
      swap: (changes) =>
        write(
          () => table.swap(changes),
          () => table.swap(changes.slice(0, Math.floor(changes.length / 2))),
        ),
      patch: (filter, set) => write(() => table.patch(filter, set), nothing),
      remove: (filter) => write(() => table.remove(filter), nothing),
    };
  }

  /** Waits for its turn. @returns whether the worker dies at this point */
  #turn(write: boolean): Promise<boolean> {
    return new Promise((resolve) => {
      this.#waiting.push({ go: () => resolve(false), kill: () => resolve(true), write });
      this.#arrived?.();
    });
  }

  #arrival(): Promise<void> {
    return new Promise((resolve) => {
      this.#arrived = resolve;
    });
  }
}
