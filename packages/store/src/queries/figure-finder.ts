import type { Genre } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import { cellOf, giverId, giverKey } from '../figures/givers.ts';
import type { Tables } from '../tables/definitions.ts';
import type { FigureRow, GiverRow } from '../tables/rows.ts';
import type { Filter, FindOptions } from '../tables/table.ts';
import { countedAlong } from './figure-query.ts';

/** How figures are looked for. */
export interface Along {
  filter: Filter;
  by: 'id' | 'dispute' | 'changed';
  /** the last of the order first; not for `rows` */
  descending?: boolean;
  /** the rows themselves, where no table has them: those of a time */
  rows?: readonly FigureRow[] | null;
  /** whoever must give a figure */
  query?: {
    genre?: Genre | undefined;
    source?: string | undefined;
    /** the kind of the value that he must give */
    kind?: 'actual' | 'target' | undefined;
  };
}

/** @returns rows in their order, and after which key of it to go on; null at the end */
export type Find = (
  after: string | undefined,
  limit: number,
) => Promise<{ rows: FigureRow[]; next: string | null }>;

const END = '\u{10ffff}';
/** Regions and years that are looked into at once, at first and at most. */
const FEW = 2;
const MANY = 256;
/** Regions and years of which figures are sorted, where these do not lie in the order that was asked for. */
const SORTED = 400;
/** One of so many figures has to be given by whoever is asked for, where an order is followed. */
const ENOUGH = 20;
/** Figures that are sorted likewise: of more, a page is sooner filled along the order. */
const FEW_FIGURES = 5_000;

/** @returns what reads the rows along an index, or along the same order of rows that stand in none */
export function finder(tables: Tables, along: Along): Find {
  const { filter, by, rows, descending = false, query = {} } = along;
  if (rows) return among(rows, by);
  let way: Promise<FindOptions['along']> | undefined;
  const plain: Find = async (after, limit) => {
    way ??= wayOf(tables, along);
    const options = { by, descending, limit, ...afterKey(after) };
    return page(await tables.figures.find(filter, { ...options, ...alongOf(await way) }), limit, by);
  };
  const keys = [
    ...(query.source === undefined ? [] : [giverKey('source', query.source, query.kind)]),
    ...(query.genre === undefined ? [] : [giverKey('genre', query.genre, query.kind)]),
  ];
  if (keys.length === 0) return plain;
  const places = new Places(tables, keys, filter);
  const find = by === 'id' ? inTurns(tables, filter, plain, places) : sorted(tables, along, plain, places);
  return async (after, limit) => {
    const found = await find(after, limit);
    return { ...found, rows: found.rows.filter((row) => isGiven(row, query)) };
  };
}

/** @returns along which index figures of an order other than that of their ids are looked for */
async function wayOf(tables: Tables, { filter, by }: Along): Promise<FindOptions['along']> {
  const { kinds: _kinds, [by]: _by, ...narrowed } = filter;
  if (by === 'id' || Object.keys(narrowed).length === 0) return undefined;
  const figures = await tables.figures.count(countedAlong(narrowed), FEW_FIGURES);
  return figures < FEW_FIGURES ? 'filter' : 'order';
}

const alongOf = (along: FindOptions['along']) => (along === undefined ? {} : { along });

const afterKey = (after: string | undefined) => (after === undefined ? {} : { after });

const page = (rows: FigureRow[], limit: number, by: Along['by']) => ({
  rows,
  next: rows.length < limit ? null : String(present(rows.at(-1), 'the last of rows')[by]),
});

function among(rows: readonly FigureRow[], by: Along['by']): Find {
  const inOrder = rows
    .filter((row) => row[by] !== null)
    .sort((a, b) => (String(a[by]) < String(b[by]) ? -1 : 1));
  return async (after, limit) => {
    const start = after === undefined ? 0 : inOrder.findIndex((row) => String(row[by]) > after);
    return page(start < 0 ? [] : inOrder.slice(start, start + limit), limit, by);
  };
}

/**
 * Steps along all figures of a question and steps through the regions and years of which somebody speaks, by turns:
 * where nearly all figures
 * are given by him the first fill a page, where few are the second skip the rest, and neither has to be known before.
 */
function inTurns(tables: Tables, filter: Filter, plain: Find, places: Places): Find {
  let turn = 0;
  let most = FEW;
  return async (after, limit) => {
    if (turn++ % 2 === 0) return plain(after, limit);
    const { cells, next } = await places.from(after === undefined ? '' : cellOf(after), most);
    most = Math.min(2 * most, MANY);
    if (cells.length === 0) return { rows: [], next };
    const within = { ...filter, id: { prefixes: cells.map((cell) => `${cell} `) } };
    const rows = await tables.figures.find(within, { by: 'id', limit, ...afterKey(after) });
    return rows.length < limit ? { rows, next } : page(rows, limit, 'id');
  };
}

/**
 * Where the order is another: as long as enough of what it brings is given by them it is followed, else the figures of
 * their regions and years are
 * sorted, unless these are many.
 */
function sorted(tables: Tables, along: Along, plain: Find, places: Places): Find {
  const { filter, by, descending = false, query = {} } = along;
  let all: Promise<{ cells: string[]; next: string | null }> | undefined;
  let isYielding = true;
  return async (after, limit) => {
    if (isYielding) {
      const found = await plain(after, limit);
      const given = found.rows.filter((row) => isGiven(row, query));
      isYielding = given.length * ENOUGH >= found.rows.length;
      return found;
    }
    all ??= places.from('', SORTED);
    const { cells, next } = await all;
    if (next !== null) return plain(after, limit);
    const within = { ...filter, id: { prefixes: cells.map((cell) => `${cell} `) } };
    const options = { by, descending, limit, along: 'filter', ...afterKey(after) } as const;
    // The index of a measure holds the places of disputes: no row is visited for its own.
    const counted = by === 'dispute' ? countedAlong(within) : within;
    return page(await tables.figures.find(counted, options), limit, by);
  };
}

/** The regions and years of which all of some genres and sources speak, within a question. */
class Places {
  readonly #tables: Tables;
  readonly #keys: readonly string[];
  readonly #region: string;
  readonly #year: Filter;
  #rarestFirst: Promise<string[]> | undefined;

  constructor(tables: Tables, keys: readonly string[], { id, year }: Filter) {
    this.#tables = tables;
    this.#keys = keys;
    this.#region = id?.prefix ?? '';
    this.#year = year ? { year } : {};
  }

  /** @returns the first `most` from one on, and a key behind all figures of the last, null where there are no more */
  async from(cell: string, most: number): Promise<{ cells: string[]; next: string | null }> {
    this.#rarestFirst ??= this.#byCount();
    const [key, ...others] = (await this.#rarestFirst) as [string, ...string[]];
    const start = cell > this.#region ? cell : this.#region;
    const id = { gte: giverId(key, start), lt: giverId(key, this.#region) + END };
    const along = 'year' in this.#year ? { key: { eq: key }, ...this.#year, id } : { id };
    const rows = await this.#tables.givers.find(along, { by: 'id', limit: most });
    let cells = rows.map((row) => row.id.slice(key.length + 1));
    const next = rows.length < most ? null : `${present(cells.at(-1), 'the last of cells')} ${END}`;
    for (const other of others) {
      const known: GiverRow[] = await this.#tables.givers.getMany(cells.map((of) => giverId(other, of)));
      const ids = new Set(known.map((row) => row.id));
      cells = cells.filter((of) => ids.has(giverId(other, of)));
    }
    return { cells, next };
  }

  async #byCount(): Promise<string[]> {
    if (this.#keys.length === 1) return [...this.#keys];
    const counted = this.#keys.map(async (key) => {
      const id = { prefix: giverId(key, this.#region) };
      return { key, count: await this.#tables.givers.count({ id }, SORTED) };
    });
    return (await Promise.all(counted)).sort((a, b) => a.count - b.count).map(({ key }) => key);
  }
}

/** @returns whether some document of a genre and source speaks of a figure, or of one kind of its values */
const isGiven = ({ documents }: FigureRow, { genre, source, kind }: NonNullable<Along['query']>): boolean =>
  documents.some(({ now, later }) =>
    [now, ...(later ?? []).map(({ said }) => said)].some(
      (said) =>
        said !== null &&
        (genre === undefined || said.genre === genre) &&
        (source === undefined || said.source === source) &&
        (kind === undefined ||
          said.members.some((member) => member.kind === kind && member.review !== 'wrong')),
    ),
  );
