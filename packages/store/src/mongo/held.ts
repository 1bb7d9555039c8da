import { StoreBusyError } from '../errors.ts';
import { valueAt } from '../tables/definitions.ts';
import type { Filter, FindOptions, Scalar, Swap, Table, TableDefinition } from '../tables/table.ts';

/**
 * A table within a transaction that sees a snapshot: nobody else changes what it has read. Rows are read once, and what
 * is written is held until the
 * transaction ends, or until somebody asks for more than rows by their ids: then all of it goes out in one request. A
 * row that turns out to be
 * there already ends the transaction then.
 */
export class HeldTable<T extends object> implements Table<T> {
  readonly definition: TableDefinition;
  readonly #table: Table<T>;
  /** as the transaction sees them; null: there is none */
  readonly #known = new Map<string, T | null>();
  /** by id: a row, and the revision that it replaces in the database */
  readonly #held = new Map<string, Swap<T>>();
  /** filters of which every row is known */
  readonly #loaded = new Set<string>();

  constructor(table: Table<T>) {
    this.#table = table;
    this.definition = table.definition;
  }

  async get(id: string): Promise<T | null> {
    return (await this.getMany([id]))[0] ?? null;
  }

  async getMany(ids: readonly string[]): Promise<T[]> {
    const missing = ids.filter((id) => !this.#known.has(id));
    for (const id of missing) this.#known.set(id, null);
    if (missing.length > 0)
      for (const row of await this.#table.getMany(missing)) this.#known.set(this.#idOf(row), row);
    return ids.flatMap((id) => this.#known.get(id) ?? []);
  }

  async insert(rows: readonly T[]): Promise<number> {
    return this.swap(rows.map((row) => ({ rev: null, row })));
  }

  async put(row: T): Promise<void> {
    await this.flush();
    await this.#table.put(row);
    this.#known.set(this.#idOf(row), row);
  }

  async replace(rev: number, row: T): Promise<boolean> {
    return (await this.swap([{ rev, row }])) === 1;
  }

  async swap(changes: readonly Swap<T>[]): Promise<number> {
    const replaced = changes.flatMap(({ rev, row }) => (rev === null ? [] : [this.#idOf(row)]));
    await this.getMany(replaced);
    let written = 0;
    for (const { rev, row } of changes) {
      const id = this.#idOf(row);
      const before = this.#known.get(id) ?? null;
      if (revOf(before) !== rev) continue;
      const held = this.#held.get(id);
      this.#held.set(id, { rev: held ? held.rev : rev, row });
      this.#known.set(id, row);
      written++;
    }
    return written;
  }

  async patch(filter: Filter, set: Readonly<Record<string, Scalar>>): Promise<number> {
    await this.flush();
    this.#known.clear();
    this.#loaded.clear();
    return this.#table.patch(filter, set);
  }

  async remove(filter: Filter): Promise<number> {
    await this.flush();
    this.#known.clear();
    this.#loaded.clear();
    return this.#table.remove(filter);
  }

  async find(filter: Filter, options: FindOptions = {}): Promise<T[]> {
    const { by, descending, ...others } = options;
    if (!this.#stays(filter) || Object.keys(others).length > 0) {
      await this.flush();
      return this.#table.find(filter, options);
    }
    if (!this.#loaded.has(JSON.stringify(filter))) {
      this.#learn(await this.#table.find(filter));
      this.#loaded.add(JSON.stringify(filter));
    }
    const rows = [...this.#known.values()].filter((row) => row !== null && isIn(row, filter)) as T[];
    return by ? rows.sort((a, b) => inOrder(a, b, by) * (descending ? -1 : 1)) : rows;
  }

  /** Reads the rows with each of these values in a field that says what a row is, in one request: `find` knows them then. */
  async load(path: string, values: readonly string[]): Promise<void> {
    this.#learn(await this.#table.find({ [path]: { in: [...new Set(values)] } }));
    for (const eq of values) this.#loaded.add(JSON.stringify({ [path]: { eq } }));
  }

  async count(filter: Filter, most?: number): Promise<number> {
    await this.flush();
    return this.#table.count(filter, most);
  }

  /** Writes what is held. @throws StoreBusyError where a row is another than the one that was read */
  async flush(): Promise<void> {
    const changes = [...this.#held.values()];
    if (changes.length === 0) return;
    this.#held.clear();
    const written = await this.#table.swap(changes);
    if (written !== changes.length) {
      const { name } = this.definition;
      throw new StoreBusyError(`Others changed ${changes.length - written} rows of ${name}.`, name);
    }
  }

  /** whether what is held has the same values in these fields as in the database, or is not there yet */
  #stays(filter: Filter): boolean {
    const { fixed = [] } = this.definition;
    return Object.entries(filter).every(
      ([path, { eq, ...others }]) =>
        fixed.includes(path) && eq !== undefined && Object.keys(others).length === 0,
    );
  }

  /** What the transaction has seen or written already stays as it is. */
  #learn(rows: readonly T[]): void {
    for (const row of rows) {
      const id = this.#idOf(row);
      if (!this.#known.get(id)) this.#known.set(id, row);
    }
  }

  #idOf(row: T): string {
    return String(valueAt(row, this.definition.id));
  }
}

/** Of fields that are numbers or ASCII, which both databases order alike. */
function inOrder(a: object, b: object, by: string): number {
  const [left, right] = [valueAt(a, by), valueAt(b, by)] as [string | number, string | number];
  return left < right ? -1 : left > right ? 1 : 0;
}

const isIn = (row: object, filter: Filter): boolean =>
  Object.entries(filter).every(([path, { eq }]) => (valueAt(row, path) ?? null) === eq);

/** @returns the revision that a change has to name; null for a row that is not there */
const revOf = (row: object | null): number | null | undefined =>
  row === null ? null : (row as { rev?: number }).rev;
