import { present } from '@zhibiao/shared';
import { type Effective, effective } from '../documents/head.ts';
import { promotionsOf } from '../documents/promotions.ts';
import { StoreBusyError } from '../errors.ts';
import type { Tables } from '../tables/definitions.ts';
import type { Filter, Table, TableDefinition } from '../tables/table.ts';
import type { PageOf } from './query.ts';

interface Versioned {
  document: string;
  n: number;
  order: string;
}

export interface Reading<T, R = T> {
  filter: Filter;
  after?: string;
  limit: number;
  asOf?: number;
  retired?: boolean;
  /** what the index cannot tell */
  accept?: (row: T) => boolean;
  /** how many rows are looked at in one go: fewer than a page where one row stands for many of the answer */
  batch?: number;
  /** what rows that readers see stand for in the answer, in their order; `enough`: how many of it are of use */
  expand?: (rows: T[], enough: number) => Promise<R[]>;
}

const TRIES = 30;

/**
 * A page of the rows that readers see: candidates by index, then the word of each document's head.
 * While a head moves, the rows of its new version may not have been there when the candidates were read. So a page in which a candidate
 * turns out not to be the head's is read again until two readings agree on the heads: each document appears in one version,
 * and the documents of a run that is promoted meanwhile either all in the old or all in the new one.
 */
export async function visiblePage<T extends Versioned, R extends Pick<Versioned, 'order'> = T>(
  tables: Tables,
  table: Table<T>,
  reading: Reading<T, R>,
): Promise<PageOf<R>> {
  let agreed = '';
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await lastPromotion(tables);
    const { page, doubts } = await readOnce(tables, table, reading);
    if (reading.asOf !== undefined) return page;
    const promotion = await lastPromotion(tables);
    const state = JSON.stringify([promotion, doubts]);
    if ((doubts.length === 0 && before === promotion) || state === agreed) return page;
    agreed = state;
  }
  throw new StoreBusyError(
    'The documents of this page of results kept changing. Ask again.',
    table.definition.name,
  );
}

/**
 * @returns the filter under which a query looks for rows that readers may see: of versions now, those that are marked
 * as current; as of some time, and
 * of observations, those of any version, along the order of all rows
 */
const candidates = (table: TableDefinition, filter: Filter, asOf?: number): Filter =>
  asOf === undefined && table.fields.current ? { current: { eq: true }, ...filter } : filter;

async function lastPromotion(tables: Tables): Promise<string> {
  const [last] = await tables.promotions.find({}, { by: 'at', descending: true, limit: 1 });
  return last ? `${last.run} ${last.at}` : '';
}

async function readOnce<T extends Versioned, R extends Pick<Versioned, 'order'>>(
  tables: Tables,
  table: Table<T>,
  reading: Reading<T, R>,
) {
  const { limit, asOf, retired, accept, batch = limit + 1 } = reading;
  const expand = reading.expand ?? (async (seen: T[]) => seen as unknown as R[]);
  const filter = candidates(table.definition, reading.filter, asOf);
  const heads = new Map<string, Effective | null>();
  const doubts = new Map<string, number>();
  const rows: R[] = [];
  let after = reading.after;
  for (;;) {
    const candidates = await table.find(filter, { by: 'order', after, limit: batch });
    const seen: T[] = [];
    await readHeads(tables, candidates, heads, asOf);
    for (const row of candidates) {
      const head = heads.get(row.document);
      if (head?.n !== row.n) doubts.set(row.document, head?.n ?? 0);
      else if ((retired || !head.retired) && (accept?.(row) ?? true)) seen.push(row);
    }
    rows.push(...(await expand(seen, limit + 1 - rows.length)));
    if (candidates.length < batch || rows.length > limit) break;
    after = present(candidates.at(-1), 'the last of candidates').order;
  }
  const page = {
    rows: rows.slice(0, limit),
    next: rows.length > limit ? present(rows[limit - 1], 'the one before in rows').order : null,
  };
  return { page, doubts: [...doubts].sort() };
}

async function readHeads(
  tables: Tables,
  rows: readonly Versioned[],
  heads: Map<string, Effective | null>,
  asOf: number | undefined,
): Promise<void> {
  const ids = [...new Set(rows.map((row) => row.document))].filter((id) => !heads.has(id));
  const documents = await tables.documents.getMany(ids);
  const promotions = await promotionsOf(tables, documents);
  for (const id of ids) heads.set(id, null);
  for (const document of documents) heads.set(document.id, effective(document, promotions, asOf));
}
