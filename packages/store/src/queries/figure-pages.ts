import { type Settled, saidOf, settleFigure } from '../figures/contribute.ts';
import { simhashOfPages } from '../figures/sync.ts';
import type { Tables } from '../tables/definitions.ts';
import type { FigureRow } from '../tables/rows.ts';
import type { Filter } from '../tables/table.ts';
import { questionOf, readCursor, writeCursor } from './cursor.ts';
import type { PageOf } from './query.ts';

/** A row with what it says to a reader of this moment. */
export interface Seen extends Settled {
  row: FigureRow;
}

/**
 * Settles rows for a reader. The word on runs is read after the rows: a promotion counts for all of them or for none, for a row that was read before
 * the promotion carries what it will say after it.
 */
export async function see(tables: Tables, rows: readonly FigureRow[]): Promise<Seen[]> {
  const runs = new Set(
    rows.flatMap((row) => row.documents.flatMap(({ later }) => later?.map(({ run }) => run) ?? [])),
  );
  const promoted = new Set<string>();
  if (runs.size > 0)
    for (const { run, state } of await tables.promotions.getMany([...runs]))
      if (state === 'promoted') promoted.add(run);
  const pages = new Set<string>();
  for (const row of rows)
    if (row.documents.length > 1) for (const { said } of saidOf(row, promoted)) pages.add(said.page);
  const simhashOf = await simhashOfPages(tables, pages);
  return rows.map((row) => ({ row, ...settleFigure(row, promoted, simhashOf) }));
}

interface Listing<T> {
  /** what the list is, for its cursors */
  kind: string;
  query: { limit: number; after?: string | undefined };
  filter: Filter;
  by: 'id' | 'dispute' | 'changed';
  /** the last of the order first; not for `rows` */
  descending?: boolean;
  /** the rows themselves, where no table has them: those of a time */
  rows?: readonly FigureRow[] | null;
  expand: (seen: Seen) => T[];
}

const FEWEST = 50;

/** A page of what the rows along an index expand to. */
export async function listFigures<T>(tables: Tables, listing: Listing<T>): Promise<PageOf<T>> {
  const { kind, query, by, expand } = listing;
  const find = finder(tables, listing);
  const question = questionOf(kind, query);
  const from = readCursor(question, query.after);
  let { key, taken } = from;
  const found: T[] = [];
  const size = Math.max(query.limit + 1, FEWEST);
  for (;;) {
    const rows = await find(key, size);
    for (const seen of await see(tables, rows)) {
      const items = expand(seen).slice(taken);
      const room = query.limit - found.length;
      if (items.length > room) {
        found.push(...items.slice(0, room));
        return {
          rows: found,
          next: writeCursor(question, { ...(key === undefined ? {} : { key }), taken: taken + room }),
        };
      }
      found.push(...items);
      key = String(seen.row[by]);
      taken = 0;
    }
    if (rows.length < size) return { rows: found, next: null };
  }
}

type Along = Pick<Listing<unknown>, 'filter' | 'by' | 'rows' | 'descending'>;
type Find = (after: string | undefined, limit: number) => Promise<FigureRow[]>;

/** @returns what reads the rows along an index, or along the same order of rows that stand in none */
export function finder(tables: Tables, { filter, by, rows, descending = false }: Along): Find {
  if (!rows)
    return (after, limit) =>
      tables.figures.find(filter, { by, descending, limit, ...(after === undefined ? {} : { after }) });
  const sorted = rows
    .filter((row) => row[by] !== null)
    .sort((a, b) => (String(a[by]) < String(b[by]) ? -1 : 1));
  return async (after, limit) => {
    const start = after === undefined ? 0 : sorted.findIndex((row) => String(row[by]) > after);
    return start < 0 ? [] : sorted.slice(start, start + limit);
  };
}
