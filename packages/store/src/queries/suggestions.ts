import { present } from '@zhibiao/shared';
import { z } from 'zod';
import type { Tables } from '../tables/definitions.ts';
import type { Filter, Table } from '../tables/table.ts';
import { questionOf, readCursor, writeCursor } from './cursor.ts';
import { countedAlong, given } from './figure-query.ts';
import { type PageOf, readQuery } from './query.ts';

export const SuggestionQuery = z.strictObject({
  /** how the name or the code begins; all where missing */
  text: z.string().max(100).optional(),
  limit: z.int().min(1).max(500).default(20),
  after: z.string().max(1_000).optional(),
});
export type SuggestionQuery = z.input<typeof SuggestionQuery>;

export interface CountedIndicator {
  code: string | null;
  name: string;
  /**
   * how many figures there are of its code, or of its name where it has none; an actual value and its target are one.
   * See {@link mostSuggested}
   */
  figures: number;
}

export interface CountedRegion {
  adcode: string | null;
  name: string;
  /** of the region itself, counted likewise */
  figures: number;
}

/** Names that indicators have, with their codes, by name. @throws UsageError */
export async function indicators(tables: Tables, query: SuggestionQuery): Promise<PageOf<CountedIndicator>> {
  const { rows, next } = await begin(tables.terms, 'indicators', query);
  const counts = await topicCounts(
    tables,
    rows.map(({ code, name }) => code ?? name),
  );
  return {
    rows: rows.map(({ code, name }) => ({
      code,
      name,
      figures: present(counts.get(code ?? name), 'the entry of counts'),
    })),
    next,
  };
}

/** @returns how many figures there are of each topic, {@link mostSuggested} of them or more */
export async function topicCounts(tables: Tables, topics: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const topic of new Set(topics)) counts.set(topic, await figuresOf(tables, { topic: { eq: topic } }));
  return counts;
}

/** Regions of which something is known, by code. @throws UsageError */
export async function regions(tables: Tables, query: SuggestionQuery): Promise<PageOf<CountedRegion>> {
  const { rows, next } = await begin(tables.places, 'regions', query);
  const counted: CountedRegion[] = [];
  for (const { id, adcode, name } of rows)
    counted.push({ adcode, name, figures: await figuresOf(tables, { id: { prefix: `${id} ` } }) });
  return { rows: counted, next };
}

/** A list is for choosing from: where there are so many, how many more is of no use. */
export const mostSuggested = 1_000;

const figuresOf = (tables: Tables, filter: Filter): Promise<number> =>
  tables.figures.count(countedAlong({ ...filter, kinds: given }), mostSuggested);

async function begin<T extends { id: string; name: string }>(
  table: Table<T>,
  kind: string,
  query: SuggestionQuery,
): Promise<PageOf<T>> {
  const read = readQuery(SuggestionQuery, query);
  const question = questionOf(kind, read);
  const { key } = readCursor(question, read.after);
  const text = read.text?.trim() ?? '';
  // The id of a term begins with its name, that of a region with its code.
  const byName = kind === 'regions' && text !== '' && !/^\d/.test(text);
  const by = byName ? 'name' : 'id';
  const rows = await table.find(text === '' ? {} : { [by]: { prefix: text } }, {
    by,
    limit: read.limit + 1,
    ...(key === undefined ? {} : { after: key }),
  });
  const page = rows.slice(0, read.limit);
  const last = page.at(-1);
  const next =
    rows.length > read.limit && last
      ? writeCursor(question, { key: byName ? last.name : last.id, taken: 0 })
      : null;
  return { rows: page, next };
}
