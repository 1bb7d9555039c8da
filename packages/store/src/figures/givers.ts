import type { Observation } from '@zhibiao/shared';
import type { Tables } from '../tables/definitions.ts';
import type { Contribution, GiverRow, Said } from '../tables/rows.ts';

/** @returns what the rows of a genre's or a source's regions and years are named by, of one kind of values or of any */
export const giverKey = (what: 'genre' | 'source', value: string, kind?: Observation['kind']): string =>
  kind ? `${what} ${value}\t${kind}` : `${what} ${value}`;

/** @returns the id of the row that says so of a region and year, or what the ids of several begin with */
export const giverId = (key: string, cell: string): string => `${key}\n${cell}`;

/** @returns region and year, with which the id of a figure begins */
export const cellOf = (figure: string): string => figure.slice(0, figure.lastIndexOf(' '));

/** A figure and words of documents about it. */
interface Given {
  id: string;
  year: number | null;
  documents: readonly Pick<Contribution, 'now' | 'later'>[];
}

/** @returns a row for each genre and source that gives figures of a region and year, now or once a run is promoted */
export function giversOf(figures: Iterable<Given>): GiverRow[] {
  const rows = new Map<string, GiverRow>();
  for (const { id, year, documents } of figures) {
    const cell = cellOf(id);
    for (const { now, later } of documents)
      for (const said of [now, ...(later ?? []).map((shadow) => shadow.said)])
        for (const key of keysOf(said)) {
          const row = giverId(key, cell);
          if (!rows.has(row)) rows.set(row, { id: row, key, year });
        }
  }
  return [...rows.values()];
}

function keysOf(said: Said | null): string[] {
  if (!said) return [];
  const kinds = [undefined, ...new Set(said.members.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => [
    ...(said.genre ? [giverKey('genre', said.genre, kind)] : []),
    ...(said.source ? [giverKey('source', said.source, kind)] : []),
  ]);
}

/** @returns those of the rows that are not there */
export async function missingGivers(tables: Tables, rows: readonly GiverRow[]): Promise<GiverRow[]> {
  const known = new Set((await tables.givers.getMany(rows.map(({ id }) => id))).map(({ id }) => id));
  return rows.filter(({ id }) => !known.has(id));
}

/** Nearly always most are there: looking at them costs less than to have them refused one by one. */
export async function addGivers(tables: Tables, figures: Iterable<Given>): Promise<void> {
  await tables.givers.insert(await missingGivers(tables, giversOf(figures)));
}
