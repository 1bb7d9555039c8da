import { type Settled, saidOf, settleFigure } from '../figures/contribute.ts';
import { simhashOfPages } from '../figures/sync.ts';
import type { Tables } from '../tables/definitions.ts';
import type { FigureRow } from '../tables/rows.ts';
import { questionOf, readCursor, writeCursor } from './cursor.ts';
import { type Along, finder } from './figure-finder.ts';
import type { PageOf } from './query.ts';

/** A row with what it says to a reader of this moment. */
export interface Seen extends Settled {
  row: FigureRow;
}

/**
 * Settles rows for a reader. The word on runs is read after the rows: a promotion counts for all of them or for none,
 * for a row that was read before
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

interface Listing<T> extends Along {
  /** what the list is, for its cursors */
  kind: string;
  query: { limit: number; after?: string | undefined } & NonNullable<Along['query']>;
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
    const { rows, next } = await find(key, size);
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
    if (next === null) return { rows: found, next };
    key = next;
    taken = 0;
  }
}
