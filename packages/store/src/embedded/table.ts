import { setImmediate } from 'node:timers/promises';
import { present } from '@zhibiao/shared';
import { fold, pairsOf } from '../search/pairs.ts';
import { keptRow, valueAlong, valueAt, wordsOf } from '../tables/definitions.ts';
import type { Filter, FindOptions, Scalar, Swap, Table, TableDefinition } from '../tables/table.ts';
import type { Connection, SqlRow, SqlValue } from './connection.ts';
import type { Reader } from './readers.ts';
import {
  arrayFields,
  columnOf,
  ownColumns,
  plainFields,
  prefixWalk,
  sideFields,
  sideTable,
  sideWalk,
  sqlValue,
  whereOf,
  wordsTable,
} from './sql.ts';
import { asBytes, jsonOfColumn } from './text.ts';

/** How many rows one statement inserts. */
const MANY = 8;

/** A table in SQLite: the row as JSON in `body`, beside it a column per field that conditions name. */
export class SqlTable<T extends object> implements Table<T> {
  readonly definition: TableDefinition;
  readonly #db: Connection;
  readonly #reader: Reader;
  readonly #name: string;
  readonly #id: string;
  /** columns and the paths whose values they hold */
  readonly #columns: string[];
  readonly #paths: string[][];
  readonly #arrays: { path: string; side: string; copies: readonly string[]; insert: string }[];
  readonly #words: { path: string; by: string; index: string } | null;
  /**
   * Statements that run once per row are written once: a text that is put together anew has to be hashed anew to find
   * what was prepared.
   */
  readonly #insert: string;
  readonly #insertMany: string;
  readonly #put: string;
  readonly #replace: string;
  /** places of the columns that `replace` sets */
  readonly #changing: number[];
  readonly #select: string;
  /** fields that are kept in columns alone */
  readonly #own: readonly string[];
  /** the fields that the body leaves out: JSON has no `undefined` */
  readonly #left: Record<string, undefined>;

  /** of the transaction that somebody has for himself: its writes do not wait for its end */
  readonly #inside: boolean;

  /** @param options `reader`: where `get`, `find` and `count` read, for tables that no write depends on */
  constructor(
    db: Connection,
    definition: TableDefinition,
    { reader = db, inside = false }: { reader?: Reader; inside?: boolean } = {},
  ) {
    this.#inside = inside;
    this.#db = db;
    this.#reader = reader;
    this.definition = definition;
    this.#name = `"${definition.name}"`;
    this.#id = columnOf(definition.id);
    this.#columns = plainFields(definition);
    this.#paths = this.#columns.map((path) => path.split('.'));
    this.#arrays = arrayFields(definition).map((path) => {
      const [side, copies] = [sideTable(definition, path), sideFields(definition, path)];
      const values = ['"value"', ...copies.map(() => '?'), '?'].join(', ');
      return {
        path,
        side,
        copies,
        insert: `INSERT OR IGNORE INTO ${side} SELECT ${values} FROM json_each(?)`,
      };
    });
    const words = wordsOf(definition);
    this.#words = words && { ...words, index: present(wordsTable(definition), 'the words table') };
    const names = [...this.#columns.map(columnOf), '"rev"', '"body"'];
    const marks = `(${names.map(() => '?').join(', ')})`;
    const into = `INTO ${this.#name} (${names.join(', ')}) VALUES ${marks}`;
    this.#insertMany = `INSERT OR IGNORE ${into}${`, ${marks}`.repeat(MANY - 1)}`;
    this.#insert = `INSERT OR IGNORE ${into}`;
    this.#put = `INSERT OR REPLACE ${into}`;
    // SQLite takes a row out of every index that has a column of this list, and puts it in again, be the value another or not.
    const changing = this.#columns.map((path, i) => ({ path, i })).filter(({ path }) => !this.#isFixed(path));
    this.#changing = changing.map(({ i }) => i);
    const set = [...changing.map(({ path }) => columnOf(path)), '"rev"', '"body"'].map(
      (name) => `${name} = ?`,
    );
    this.#replace = `UPDATE ${this.#name} SET ${set.join(', ')} WHERE ${this.#id} = ? AND "rev" = ?`;
    // What `patch` may change is kept in columns alone: the body is never written twice.
    this.#own = ownColumns(definition);
    this.#select = [asBytes('"body"'), ...this.#own.map((path) => `${this.#name}.${columnOf(path)}`)].join(
      ', ',
    );
    this.#left = Object.fromEntries(this.#own.map((path) => [path, undefined]));
  }

  /**
   * Writes rows of an older form in that of the present one, and leaves the others alone, within the caller's transaction.
   * @returns the rows after `last`, at most `limit` of them
   */
  repack(last: string, limit: number): T[] {
    const sql = `SELECT ${this.#id} AS "id_", ${this.#select} FROM ${this.#name} WHERE ${this.#id} > ? ORDER BY ${this.#id} LIMIT ${limit}`;
    return this.#db.all(sql, [last]).map(({ id_: id, ...kept }) => {
      const before = Buffer.from(kept.body as ArrayBuffer).toString('utf8');
      const row = this.#read(kept);
      const body = this.#bodyOf(row);
      if (body !== before)
        this.#db.run(`UPDATE ${this.#name} SET "body" = ? WHERE ${this.#id} = ?`, [body, String(id)]);
      return row;
    });
  }

  async get(id: string): Promise<T | null> {
    const sql = `SELECT ${this.#select} FROM ${this.#name} WHERE ${this.#id} = ?`;
    const [row] = await this.#reader.all(sql, [id]);
    return row ? this.#read(row) : null;
  }

  /** What `get` does, within the caller's transaction. */
  read(id: string): T | null {
    const sql = `SELECT ${this.#select} FROM ${this.#name} WHERE ${this.#id} = ?`;
    const row = this.#db.one(sql, [id]);
    return row && this.#read(row);
  }

  async getMany(ids: readonly string[]): Promise<T[]> {
    const rows: T[] = [];
    for (let i = 0; i < ids.length; i += 500) {
      const some = ids.slice(i, i + 500);
      const marks = some.map(() => '?').join(', ');
      const sql = `SELECT ${this.#select} FROM ${this.#name} WHERE ${this.#id} IN (${marks})`;
      rows.push(...(await this.#reader.all(sql, some)).map((row) => this.#read(row)));
    }
    return rows;
  }

  async insert(rows: readonly T[]): Promise<number> {
    if (rows.length === 0) return 0;
    if (this.#mustWait()) await this.#db.free();
    return this.#db.transaction(() => this.add(rows));
  }

  /** What `insert` does, in the caller's transaction. */
  add(rows: readonly T[]): number {
    let added = 0;
    let i = 0;
    // Where nothing else hangs on a row, several go in by one statement: to run one costs as much as a third of a row.
    if (!this.#words && this.#arrays.length === 0)
      for (; i + MANY <= rows.length; i += MANY)
        added += this.#db.run(
          this.#insertMany,
          rows.slice(i, i + MANY).flatMap((row) => this.#values(row)),
        );
    for (; i < rows.length; i++) added += this.#add(present(rows[i], 'rows at i'));
    return added;
  }

  #add(row: T): number {
    const added = this.#db.run(this.#insert, this.#values(row));
    if (added) this.#writeArrays(row);
    if (added) this.#writeWords(row);
    return added;
  }

  async put(row: T): Promise<void> {
    if (this.#mustWait()) await this.#db.free();
    this.#db.transaction(() => {
      this.#db.run(this.#put, this.#values(row));
      this.#writeArrays(row, true);
      this.#writeWords(row);
    });
  }

  async replace(rev: number, row: T): Promise<boolean> {
    if (this.#mustWait()) await this.#db.free();
    return this.#db.transaction(() => this.#overwrite(rev, row) === 1);
  }

  #overwrite(rev: number, row: T): number {
    const values = this.#values(row);
    const set = [...this.#changing.map((i) => values[i] ?? null), ...values.slice(this.#columns.length)];
    const done = this.#db.run(this.#replace, [...set, this.#idOf(row), rev]);
    if (done) this.#writeArrays(row, true);
    return done;
  }

  async swap(changes: readonly Swap<T>[]): Promise<number> {
    if (this.#mustWait()) await this.#db.free();
    return this.#db.transaction(() => {
      let written = this.add(changes.flatMap(({ rev, row }) => (rev === null ? [row] : [])));
      for (const { rev, row } of changes) if (rev !== null) written += this.#overwrite(rev, row);
      return written;
    });
  }

  async patch(filter: Filter, set: Readonly<Record<string, Scalar>>): Promise<number> {
    for (const path of Object.keys(set))
      if (!this.definition.mutable?.includes(path))
        throw new TypeError(`${this.definition.name}.${path} is not mutable`);
    if (this.#mustWait()) await this.#db.free();
    const { sql, values } = whereOf(this.definition, filter);
    const assigned = Object.keys(set).map((path) => `${columnOf(path)} = ?`);
    return this.#db.run(`UPDATE ${this.#name} SET ${assigned.join(', ')}${sql}`, [
      ...Object.values(set).map(sqlValue),
      ...values,
    ]);
  }

  async remove(filter: Filter): Promise<number> {
    if (this.#mustWait()) await this.#db.free();
    const { sql, values } = whereOf(this.definition, filter);
    return this.#db.transaction(() => {
      for (const { path, side } of this.#arrays) {
        const from = `FROM ${this.#name}${sql}`;
        // Where no index leads from a row to its strings, the row itself tells them.
        const gone = this.definition.once
          ? `("value", "id") IN (SELECT j."value", t."id" FROM (SELECT ${this.#id} AS "id", "body" ${from}) AS t, json_each(t."body", '$.${path}') AS j)`
          : `"id" IN (SELECT ${this.#id} ${from})`;
        this.#db.run(`DELETE FROM ${side} WHERE ${gone}`, values);
      }
      if (this.#words)
        this.#db.run(
          `DELETE FROM ${this.#words.index} WHERE rowid IN (SELECT ${columnOf(this.#words.by)} FROM ${this.#name}${sql})`,
          values,
        );
      return this.#db.run(`DELETE FROM ${this.#name}${sql}`, values);
    });
  }

  async find(filter: Filter, options: FindOptions = {}): Promise<T[]> {
    const { sql, values } = this.statement(filter, options);
    const rows = await this.#reader.all(sql, values);
    return this.#reader === this.#db ? rows.map((row) => this.#read(row)) : this.#readInTurns(rows);
  }

  async count(filter: Filter, most?: number): Promise<number> {
    const { sql, values } = whereOf(this.definition, filter);
    const walk = prefixWalk(filter);
    const rows = `${walk?.from ?? ''}${this.#name}${sql}`;
    const from = most === undefined ? rows : `(SELECT 1 FROM ${rows} LIMIT ${Math.trunc(most)})`;
    const bound = [...(walk?.values ?? []), ...values];
    const [row] = await this.#reader.all(`SELECT count(*) AS n FROM ${from}`, bound);
    return Number(row?.n ?? 0);
  }

  /** The statement of a `find`; also for tests that ask for its query plan. */
  statement(
    filter: Filter,
    { by, descending, after, limit, along }: FindOptions,
  ): { sql: string; values: SqlValue[] } {
    const paged =
      after === undefined || !by
        ? filter
        : { ...filter, [by]: { ...filter[by], [descending ? 'lt' : 'gt']: after } };
    const walk = sideWalk(this.definition, paged, by);
    const passed = (path: string) => along !== undefined && (path === by) === (along === 'filter');
    const { sql, values } = whereOf(this.definition, paged, walk?.columns, passed);
    const column = by && (walk?.columns[by] ?? columnOf(by));
    const turned = descending ? ' DESC' : '';
    const order = column ? ` ORDER BY ${column}${turned}` : '';
    const end = limit === undefined ? '' : ` LIMIT ${Math.trunc(limit)}`;
    // Which rows they are is found out along an index that holds what is asked for: else SQLite visits every row that it passes over.
    const stretches = prefixWalk(filter);
    const bound = [...(stretches?.values ?? []), ...values];
    const narrowed = stretches !== null || Object.keys(filter).some((path) => path !== by);
    if (this.definition.lean && narrowed && !walk && column && limit !== undefined) {
      const sorted = along === 'filter' ? ` ORDER BY +${column}${turned}` : order;
      const inner = `SELECT ${this.#id} FROM ${stretches?.from ?? ''}${this.#name}${sql}${sorted}${end}`;
      const ids = `${this.#id} IN (${inner})`;
      return { sql: `SELECT ${this.#select} FROM ${this.#name} WHERE ${ids}${order}`, values: bound };
    }
    // The order of a CROSS JOIN is the one that is written.
    const from = walk ? `${walk.side} CROSS JOIN ${this.#name} ON ${walk.on}` : this.#name;
    return {
      sql: `SELECT ${this.#select} FROM ${stretches?.from ?? ''}${from}${sql}${order}${end}`,
      values: bound,
    };
  }

  #mustWait(): boolean {
    return !this.#inside && this.#db.taken;
  }

  #idOf(row: T): string {
    return String(valueAt(row, this.definition.id));
  }

  #values(row: T): SqlValue[] {
    const values = this.#paths.map((names) => sqlValue(valueAlong(row, names)));
    values.push(sqlValue((row as { rev?: number }).rev), this.#bodyOf(row));
    return values;
  }

  #bodyOf(row: T): string {
    const { form, lean } = this.definition;
    return JSON.stringify(
      form && lean ? form.pack(row as never) : { ...keptRow(this.definition, row), ...this.#left },
    );
  }

  #isFixed(path: string): boolean {
    return path === this.definition.id || (this.definition.fixed?.includes(path) ?? false);
  }

  #writeWords(row: T): void {
    if (!this.#words) return;
    const { path, by, index } = this.#words;
    this.#db.run(`INSERT OR REPLACE INTO ${index} (rowid, "pairs") VALUES (?, ?)`, [
      sqlValue(valueAt(row, by)),
      pairsOf(fold(String(valueAt(row, path)))).join(' '),
    ]);
  }

  /** @param again the row was there before, maybe with other texts */
  #writeArrays(row: T, again = false): void {
    for (const { path, side, copies, insert } of this.#arrays) {
      const texts = [...new Set((valueAt(row, path) as string[] | undefined) ?? [])];
      const known = again
        ? this.#db.all(`SELECT "value" FROM ${side} WHERE "id" = ?`, [this.#idOf(row)])
        : [];
      const same = known.length === texts.length && known.every(({ value }) => texts.includes(String(value)));
      if (same && copies.length === 0) continue;
      if (known.length > 0) this.#db.run(`DELETE FROM ${side} WHERE "id" = ?`, [this.#idOf(row)]);
      if (texts.length === 0) continue;
      const beside = copies.map((field) => sqlValue(valueAt(row, field)));
      this.#db.run(insert, [...beside, this.#idOf(row), JSON.stringify(texts)]);
    }
  }

  /** Gives others a turn of the event loop between a few hundred rows. */
  async #readInTurns(rows: readonly SqlRow[]): Promise<T[]> {
    const read: T[] = [];
    for (const row of rows) {
      if (read.length > 0 && read.length % 300 === 0) await setImmediate();
      read.push(this.#read(row));
    }
    return read;
  }

  #read(row: SqlRow): T {
    const body = jsonOfColumn(row.body, `The table ${this.definition.name}`) as Record<string, unknown>;
    for (const path of this.#own) {
      const value = row[path.replaceAll('.', '_')];
      body[path] = this.definition.fields[path] === 'boolean' ? value === 1 : value;
    }
    return (this.definition.form?.unpack(body as never) ?? body) as T;
  }
}
