import { present } from '@zhibiao/shared';
import { repacked } from '../documents/named-statements.ts';
import { packFigure, unpackFigure } from '../figures/stored.ts';
import type { Rows } from './rows.ts';
import type { Table, TableDefinition } from './table.ts';

/**
 * The tables of the store. SQLite's tables and indexes, and MongoDB's collections, indexes and validators derive from this.
 * Equal conditions first, then `order`: an index of this form answers a page of a query without sorting. Of versions,
 * `current` comes after it, so
 * that one index serves readers of now, who pass over superseded ones without visiting their rows, and readers as of a time.
 */
export const definitions = {
  sources: { name: 'sources', id: 'id', fields: { id: 'text' } },
  webhooks: { name: 'webhooks', id: 'id', fields: { id: 'text' } },
  pages: {
    name: 'pages',
    id: 'url',
    fields: {
      url: 'text',
      source: 'text',
      nextDueAt: 'number',
      article: 'text',
      simhash: 'text',
      bands: 'texts',
    },
    indexes: [['source', 'nextDueAt'], ['article'], ['bands']],
  },
  documents: {
    name: 'documents',
    id: 'id',
    fields: {
      id: 'text',
      page: 'text',
      ordinal: 'number',
      source: 'text',
      'shadows.run': 'texts',
      movedAt: 'number',
      'figures.done': 'boolean',
    },
    indexes: [
      ['page', 'ordinal'],
      ['shadows.run', 'id'],
      ['source', 'id'],
      ['movedAt'],
      ['ordinal', 'id'],
      ['figures.done', 'id'],
    ],
    fixed: ['page', 'ordinal', 'source'],
  },
  extractions: {
    name: 'extractions',
    id: 'id',
    fields: { id: 'text', page: 'text', rank: 'number', article: 'text', extraction: 'text', run: 'text' },
    unique: [['page', 'rank']],
    indexes: [['article'], ['extraction'], ['run', 'id']],
    fixed: ['page'],
  },
  versions: {
    name: 'versions',
    id: 'id',
    fields: {
      id: 'text',
      document: 'text',
      n: 'number',
      page: 'text',
      source: 'text',
      article: 'text',
      extraction: 'text',
      content: 'text',
      'report.year': 'number',
      'report.flags': 'texts',
      order: 'text',
      current: 'boolean',
      mark: 'number',
    },
    unique: [
      ['document', 'n'],
      ['document', 'article', 'content'],
    ],
    indexes: [
      ['order', 'current'],
      ['report.flags', 'order', 'current'],
      ['page', 'order', 'current'],
      ['source', 'order', 'current'],
      ['report.year', 'order', 'current'],
      ['article'],
      ['extraction'],
    ],
    mutable: ['current', 'mark'],
  },
  statements: {
    name: 'statements',
    id: 'id',
    fields: { id: 'text' },
    form: { pack: ({ id: _, ...kept }: Rows['statements']) => kept, unpack: repacked },
  },
  stretches: {
    name: 'stretches',
    id: 'order',
    fields: {
      order: 'text',
      document: 'text',
      n: 'number',
      source: 'text',
      year: 'number',
      reportYear: 'number',
      at: 'number',
      kinds: 'text',
      confidence: 'number',
      topics: 'texts',
      flags: 'texts',
    },
    indexes: [
      ['document', 'order'],
      ['topics', 'order'],
      ['flags', 'order'],
      ['year', 'order'],
      ['source', 'order'],
      ['reportYear', 'order'],
    ],
    lean: true,
    once: true,
  },
  figures: {
    name: 'figures',
    id: 'id',
    fields: {
      id: 'text',
      topic: 'text',
      year: 'number',
      measure: 'text',
      kinds: 'text',
      verdict: 'text',
      dispute: 'text',
      changed: 'text',
    },
    // What figures are narrowed and counted by stands in the index along which they are looked for: no row is visited to be passed over.
    indexes: [
      ['topic', 'id', 'kinds', 'measure', 'verdict', 'dispute'],
      ['topic', 'year', 'id'],
      ['year', 'id', 'kinds', 'measure', 'verdict', 'dispute'],
      ['measure', 'id', 'kinds', 'verdict', 'dispute'],
      ['verdict', 'id'],
      ['dispute', 'year', 'measure', 'topic', 'kinds'],
      ['changed', 'year', 'measure', 'topic'],
    ],
    sparse: ['verdict', 'dispute'],
    lean: true,
    fixed: ['topic', 'year', 'measure'],
    form: { pack: packFigure, unpack: unpackFigure },
  },
  givers: {
    name: 'givers',
    id: 'id',
    fields: { id: 'text', key: 'text', year: 'number' },
    indexes: [['key', 'year', 'id']],
    lean: true,
    once: true,
  },
  reviews: {
    name: 'reviews',
    id: 'id',
    fields: { id: 'text', document: 'text', at: 'number' },
    indexes: [['document'], ['at']],
  },
  overrides: {
    name: 'overrides',
    id: 'document',
    fields: { document: 'text' },
  },
  texts: {
    name: 'texts',
    id: 'id',
    fields: { id: 'text', document: 'text', place: 'number', year: 'number', text: 'words' },
    unique: [['place']],
    indexes: [['document'], ['text', 'place']],
  },
  terms: { name: 'terms', id: 'id', fields: { id: 'text', name: 'text' }, indexes: [['name']] },
  places: { name: 'places', id: 'id', fields: { id: 'text', name: 'text' }, indexes: [['name']] },
  runs: {
    name: 'runs',
    id: 'id',
    fields: { id: 'text', type: 'text', state: 'text', startedAt: 'number' },
    indexes: [['startedAt'], ['state', 'startedAt']],
    opaque: ['selection', 'counts', 'failures', 'earlier'],
  },
  promotions: { name: 'promotions', id: 'run', fields: { run: 'text', at: 'number' }, indexes: [['at']] },
  quarantine: {
    name: 'quarantine',
    id: 'id',
    fields: {
      id: 'text',
      stage: 'text',
      run: 'text',
      source: 'text',
      error: 'text',
      time: 'number',
      resolvedAt: 'number',
    },
    indexes: [['time'], ['resolvedAt', 'time'], ['run', 'time']],
    opaque: ['message'],
  },
} as const satisfies Record<keyof Rows, TableDefinition>;

/**
 * How the large collections are best spread over a sharded cluster. The ids of documents start with a hash, and those
 * of their versions with
 * theirs: an even spread, and the rows of a version on one shard.
 */
export const shardKeys = {
  documents: 'id',
  versions: 'document',
  statements: 'id',
  figures: 'id',
  givers: 'id',
  stretches: 'order',
  extractions: 'page',
  pages: 'url',
} as const satisfies Partial<Record<keyof Rows, string>>;

/** @returns a row as it is kept: the fields by which it is found, and its revision, as they are, the others in their form */
export function keptRow({ form, fields }: TableDefinition, row: object): Record<string, unknown> {
  const whole = row as Record<string, unknown>;
  if (!form) return whole;
  const kept: Record<string, unknown> = { ...form.pack(row as never) };
  for (const path in fields) kept[path] = whole[path];
  if (whole.rev !== undefined) kept.rev = whole.rev;
  return kept;
}

/** @returns the field of a table whose text is found by its pairs of characters, and the number that orders what is found */
export function wordsOf(definition: TableDefinition): { path: string; by: string } | null {
  const index = definition.indexes?.find(
    ([first]) => definition.fields[present(first, 'the first')] === 'words',
  );
  return index
    ? { path: present(index[0], 'the first of index'), by: present(index[1], 'the second of index') }
    : null;
}

/** What is written whole or not at all. */
export interface Job<T> {
  /** what no two jobs may be at in the same moment: the page */
  readonly key: string;
  /** ids of rows that it will ask for, be they there or not: a database that is far away is asked once for those of all jobs */
  readonly reads?: { readonly documents: readonly string[]; readonly texts: readonly string[] };
  /** may be done again from the start: where others came in between */
  work(tables: Tables): Promise<T>;
}

/** An open database: every table, typed. */
export type Tables = { readonly [K in keyof Rows]: Table<Rows[K]> } & {
  /** what it is, without secrets: for messages */
  readonly name: string;
  /** the same tables as they answer questions that no write depends on, where these are answered elsewhere */
  readonly reading?: Tables;
  /**
   * Runs steps that a database of its own process can write at one stroke. No promise of all or nothing: every step must
   * still be one that a repetition heals.
   */
  together<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Where the database has transactions: does jobs one after the other and writes them in one. All that a job has
   * written is there afterwards, or
   * nothing of it; one that fails is left out, and the others are written all the same. Rejects where none of them could be written.
   */
  atOnce?<T>(jobs: readonly Job<T>[]): Promise<PromiseSettledResult<T>[]>;
  /** @throws StoreUnavailableError while the database does not answer, or is not the one that was opened */
  check(): Promise<void>;
  close(): Promise<void>;
};

export const tableNames = Object.keys(definitions) as (keyof Rows)[];

/** @returns the value of a dotted path; through arrays it gathers the values of all their members */
export const valueAt = (row: unknown, path: string): unknown => valueAlong(row, path.split('.'));

/** The same for a path that was taken apart before. */
export function valueAlong(row: unknown, names: readonly string[]): unknown {
  let value = row;
  for (const name of names) {
    if (value === null || value === undefined) return undefined;
    if (Array.isArray(value)) value = value.map((member) => (member as Record<string, unknown>)?.[name]);
    else value = (value as Record<string, unknown>)[name];
  }
  return value;
}
