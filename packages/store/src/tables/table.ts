/**
 * What both databases can do, and all that the document logic asks of them: rows by id, unique keys, compare-and-set of one
 * row, and reads through an index. No transaction over several rows is promised.
 */
export type Scalar = string | number | boolean | null;

/**
 * One condition on a field; several in one object hold together. `prefix` and `has` (array holds) are for strings; of
 * an array, `in` means that it
 * holds one of these.
 */
export interface Condition {
  eq?: Scalar;
  ne?: Scalar;
  in?: readonly Scalar[];
  notIn?: readonly Scalar[];
  gt?: string | number;
  gte?: string | number;
  lt?: string | number;
  lte?: string | number;
  prefix?: string;
  /** begins with one of these, none of which begins with another; of the field that names a row alone */
  prefixes?: readonly string[];
  has?: string;
  /** of a field of words: its text has all these pairs of characters */
  pairs?: readonly string[];
}

/** Field path -> condition; all hold. Paths come from table definitions only, never from outside. */
export type Filter = Readonly<Record<string, Condition>>;

export interface FindOptions {
  /** field that orders the answer; it is never null in a row that matches */
  by?: string;
  descending?: boolean;
  /** only rows that come after this value of `by` */
  after?: string | number;
  limit?: number;
  /**
   * Where the order lies in one index and what narrows the answer in another, which of them is walked along: the order,
   * until the page is full, or
   * the rows that fit, all of which are sorted then. The database guesses where this is missing.
   */
  along?: 'order' | 'filter';
}

/**
 * `texts`: strings in an array, or in objects of an array (`shadows.run`). `words`: a long text that is written once
 * and found by its pairs of
 * characters; the index that starts with it goes on with a number that is unique in the table.
 */
type FieldType = 'text' | 'number' | 'boolean' | 'texts' | 'words';

export interface TableDefinition {
  readonly name: string;
  /** field that names a row */
  readonly id: string;
  /** fields that conditions may name */
  readonly fields: Readonly<Record<string, FieldType>>;
  readonly unique?: readonly (readonly string[])[];
  /** each serves the queries whose equal fields it starts with and whose order comes next; what follows saves visits of rows */
  readonly indexes?: readonly (readonly string[])[];
  /** fields whose indexes leave out the rows in which they are null */
  readonly sparse?: readonly string[];
  /** many small rows: whatever has a column of its own is kept in it alone */
  readonly lean?: boolean;
  /** rows are inserted or removed, and never changed */
  readonly once?: boolean;
  /** fields that say what a row is: `replace` finds them unchanged */
  readonly fixed?: readonly string[];
  /** fields that `patch` may set; all others of a row are written once or with the whole row */
  readonly mutable?: readonly string[];
  /** how what a row has beside `fields` and its revision is kept; `unpack` reads what older releases have kept as well */
  readonly form?: { readonly pack: (row: never) => object; readonly unpack: (kept: never) => object };
  /** fields whose inner names come from outside: kept as JSON text */
  readonly opaque?: readonly string[];
}

/** A row and the revision that it replaces; null: it is new. */
export interface Swap<T> {
  rev: number | null;
  row: T;
}

export interface Table<T extends object> {
  readonly definition: TableDefinition;
  get(id: string): Promise<T | null>;
  /** In no order; ids without a row are left out. */
  getMany(ids: readonly string[]): Promise<T[]>;
  /** Adds rows; one whose id or unique key is there already is left alone. @returns how many were added */
  insert(rows: readonly T[]): Promise<number>;
  /** Adds or overwrites one row. */
  put(row: T): Promise<void>;
  /** Overwrites a row only while its `rev` is still the given one. @returns whether it did */
  replace(rev: number, row: T): Promise<boolean>;
  /** Inserts rows, and overwrites others while their `rev` is still the given one. @returns how many it wrote */
  swap(changes: readonly Swap<T>[]): Promise<number>;
  /** Sets mutable fields. @returns how many rows matched */
  patch(filter: Filter, set: Readonly<Record<string, Scalar>>): Promise<number>;
  remove(filter: Filter): Promise<number>;
  find(filter: Filter, options?: FindOptions): Promise<T[]>;
  /** @param most where counting ends: the answer stands for that many and more then */
  count(filter: Filter, most?: number): Promise<number>;
}
