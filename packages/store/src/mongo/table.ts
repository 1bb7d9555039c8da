import { BSON, type ClientSession, type Collection, MongoBulkWriteError, type Sort } from 'mongodb';
import { RowTooLargeError } from '../errors.ts';
import { fold, pairsOf } from '../search/pairs.ts';
import { keptRow, valueAt, wordsOf } from '../tables/definitions.ts';
import type { Filter, FindOptions, Scalar, Swap, Table, TableDefinition } from '../tables/table.ts';
import { isDuplicate, type MongoConnection, nameMongoFault } from './connect.ts';
import { type MongoRow, mongoFilter, mongoPath, pairsField } from './filter.ts';

const LARGEST = 16 * 1024 * 1024 - 16 * 1024;
const BULK = 1_000;

/** A table in MongoDB: one document a row, its name in `_id`. */
export class MongoTable<T extends object> implements Table<T> {
  readonly definition: TableDefinition;
  readonly #connection: MongoConnection;
  readonly #rows: Collection<MongoRow>;
  readonly #words: string | null;
  /** all but the pairs of a text, which are for its index alone */
  readonly #shown: { projection?: Record<string, 0>; session?: ClientSession };

  /** the transaction that all is a part of */
  readonly #within: { session?: ClientSession };

  constructor(connection: MongoConnection, definition: TableDefinition, session?: ClientSession) {
    this.#within = session ? { session } : {};
    this.definition = definition;
    this.#connection = connection;
    this.#rows = connection.db.collection<MongoRow>(definition.name);
    this.#words = wordsOf(definition)?.path ?? null;
    this.#shown = {
      ...this.#within,
      ...(this.#words ? { projection: { [pairsField(this.#words)]: 0 } } : {}),
    };
  }

  async get(id: string): Promise<T | null> {
    const row = await this.#guard(() => this.#rows.findOne({ _id: id }, this.#shown));
    return row && this.#read(row);
  }

  async getMany(ids: readonly string[]): Promise<T[]> {
    if (ids.length === 0) return [];
    const rows = await this.#guard(() => this.#rows.find({ _id: { $in: [...ids] } }, this.#shown).toArray());
    return rows.map((row) => this.#read(row));
  }

  async insert(rows: readonly T[]): Promise<number> {
    const packed = rows.map((row) => this.#pack(row));
    let added = 0;
    for (let i = 0; i < packed.length; i += BULK)
      added += await this.#guard(() => insertNew(this.#rows, packed.slice(i, i + BULK), this.#within));
    return added;
  }

  async put(row: T): Promise<void> {
    const { _id, ...fields } = this.#pack(row);
    const write = () => this.#rows.replaceOne({ _id }, fields as MongoRow, { ...this.#within, upsert: true });
    // Of two upserts of one new row at once, one fails on the other's key: then there is a row to replace.
    await this.#guard(() =>
      write().catch((error: unknown) => (isDuplicate(error) ? write() : Promise.reject(error))),
    );
  }

  async replace(rev: number, row: T): Promise<boolean> {
    const { _id, ...fields } = this.#pack(row);
    const result = await this.#guard(() =>
      this.#rows.replaceOne({ _id, rev }, fields as MongoRow, this.#within),
    );
    return 'matchedCount' in result && result.matchedCount === 1;
  }

  async swap(changes: readonly Swap<T>[]): Promise<number> {
    let written = await this.insert(changes.flatMap(({ rev, row }) => (rev === null ? [row] : [])));
    const replacing = changes.flatMap(({ rev, row }) => {
      if (rev === null) return [];
      const { _id, ...fields } = this.#pack(row);
      return [{ replaceOne: { filter: { _id, rev }, replacement: fields as MongoRow } }];
    });
    for (let i = 0; i < replacing.length; i += BULK)
      written += await this.#guard(async () => {
        const result = await this.#rows.bulkWrite(replacing.slice(i, i + BULK), {
          ...this.#within,
          ordered: false,
        });
        return result.matchedCount;
      });
    return written;
  }

  async patch(filter: Filter, set: Readonly<Record<string, Scalar>>): Promise<number> {
    for (const path of Object.keys(set))
      if (!this.definition.mutable?.includes(path))
        throw new TypeError(`${this.definition.name}.${path} is not mutable`);
    const result = await this.#guard(() =>
      this.#rows.updateMany(mongoFilter(this.definition, filter), { $set: set }, this.#within),
    );
    return result.matchedCount;
  }

  async remove(filter: Filter): Promise<number> {
    return (
      await this.#guard(() => this.#rows.deleteMany(mongoFilter(this.definition, filter), this.#within))
    ).deletedCount;
  }

  async find(filter: Filter, options: FindOptions = {}): Promise<T[]> {
    const rows = await this.#guard(() => this.cursor(filter, options).toArray());
    return rows.map((row) => this.#read(row));
  }

  async count(filter: Filter, most?: number): Promise<number> {
    const query = mongoFilter(this.definition, filter);
    const options = most === undefined ? this.#within : { ...this.#within, limit: most };
    return this.#guard(() =>
      Object.keys(query).length || this.#within.session
        ? this.#rows.countDocuments(query, options)
        : this.#rows.estimatedDocumentCount().then((rows) => Math.min(rows, most ?? rows)),
    );
  }

  /** The cursor of a `find`; also for tests that ask for its plan. */
  cursor(filter: Filter, { by, descending, after, limit, along }: FindOptions) {
    const paged =
      after === undefined || !by
        ? filter
        : { ...filter, [by]: { ...filter[by], [descending ? 'lt' : 'gt']: after } };
    const sort: Sort = by ? { [mongoPath(this.definition, by)]: descending ? -1 : 1 } : {};
    return this.#rows.find(mongoFilter(this.definition, paged), {
      ...this.#shown,
      sort,
      ...(limit ? { limit } : {}),
      ...(along === 'order' ? this.#walkAlong(by) : {}),
      batchSize: BULK,
    });
  }

  #walkAlong(by: string | undefined): { hint?: Record<string, 1> } {
    const index = this.definition.indexes?.find(([first]) => first === by);
    return index
      ? { hint: Object.fromEntries(index.map((path) => [mongoPath(this.definition, path), 1])) }
      : {};
  }

  #pack(row: T): MongoRow {
    const { id, name, opaque, lean } = this.definition;
    const _id = String(valueAt(row, id));
    const fields = { ...keptRow(this.definition, row) };
    delete fields[id];
    for (const path of opaque ?? []) fields[path] = JSON.stringify(fields[path] ?? null);
    if (this.#words) fields[pairsField(this.#words)] = pairsOf(fold(String(valueAt(row, this.#words))));
    const packed = { _id, ...fields };
    // Small rows grow with the documents that speak of them, of which there are never so many.
    const size = lean ? 0 : BSON.calculateObjectSize(packed, { ignoreUndefined: true });
    if (size > LARGEST)
      throw new RowTooLargeError(
        `A row of ${name} would have ${size} bytes; MongoDB takes 16 MB. Split the page.`,
        _id,
      );
    return packed;
  }

  #read({ _id, ...fields }: MongoRow): T {
    const row: Record<string, unknown> = { [this.definition.id]: _id, ...fields };
    for (const path of this.definition.opaque ?? []) row[path] = JSON.parse(String(row[path] ?? 'null'));
    return (this.definition.form?.unpack(row as never) ?? row) as T;
  }

  #guard<R>(work: () => Promise<R>): Promise<R> {
    return work().catch((error: unknown) => {
      throw nameMongoFault(error, this.#connection.name);
    });
  }
}

/** Inserts what is not there; a bulk that broke off half-way is finished by doing it again. */
async function insertNew(
  collection: Collection<MongoRow>,
  rows: MongoRow[],
  within: { session?: ClientSession },
): Promise<number> {
  if (rows.length === 0) return 0;
  try {
    return (await collection.insertMany(rows, { ...within, ordered: false })).insertedCount;
  } catch (error) {
    // A row that is there already ends a transaction: whoever runs it does without one then.
    if (within.session || !(error instanceof MongoBulkWriteError)) throw error;
    const faults = [error.writeErrors].flat();
    if (faults.length === 0 || faults.some((fault) => fault.code !== 11000)) throw error;
    // The error's own `insertedCount` counts rows that were refused on some servers.
    return rows.length - faults.length;
  }
}
