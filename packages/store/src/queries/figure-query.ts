import { Genre, Measure, present, UsageError } from '@zhibiao/shared';
import { z } from 'zod';
import { regionPrefix } from '../documents/identity.ts';
import type { Tables } from '../tables/definitions.ts';
import type { Condition, Filter } from '../tables/table.ts';
import { checkIndicator } from './known.ts';
import { Year } from './query.ts';
import { topicsOf } from './topics.ts';

const Text = z.string().min(1).max(500);

/** What every question to the figures can be narrowed by. */
const Common = z.strictObject({
  /** six-digit code; its sub-regions count as well */
  region: z
    .string()
    .regex(/^\d{6}$/, 'a region is a six-digit code such as 321100')
    .optional(),
  /** code of an indicator */
  code: Text.optional(),
  /** name of an indicator */
  name: Text.optional(),
  /** first year of the period; null: it has none */
  year: Year.nullable().optional(),
  measure: Measure.optional(),
  /** a document of this genre gives it */
  genre: Genre.optional(),
  /** a page of this source gives it */
  source: Text.optional(),
  /** as readers saw it at this time, milliseconds since the epoch: of a region and an indicator, in questions that know it */
  asOf: z.int().min(0).optional(),
  limit: z.int().min(1).max(1_000).default(100),
  /** `next` of the page before */
  after: z.string().max(1_000).optional(),
});

export const FigureQuery = Common.extend({ kind: z.enum(['actual', 'target']).optional() });
export type FigureQuery = z.input<typeof FigureQuery>;

export const PromiseQuery = Common.extend({
  verdict: z.enum(['open', 'met', 'missed', 'cannot tell']).optional(),
});
export type PromiseQuery = z.input<typeof PromiseQuery>;

export const CopyQuery = Common.extend({
  /** only figures whose documents do not agree */
  conflicts: z.boolean().default(false),
});
export type CopyQuery = z.input<typeof CopyQuery>;

export const ChangeQuery = Common.extend({
  /** milliseconds since the epoch: what has changed after it */
  since: z.int().min(0),
  order: z.enum(['oldest', 'newest']).default('oldest'),
});
export type ChangeQuery = z.input<typeof ChangeQuery>;

export const RankingQuery = Common.extend({
  year: Year,
  kind: z.enum(['actual', 'target']).default('actual'),
  measure: Measure.default('growth'),
  /** `province`, `city` or `county`: only regions of this level */
  level: z.enum(['province', 'city', 'county']).optional(),
  order: z.enum(['highest', 'lowest']).default('highest'),
});
export type RankingQuery = z.input<typeof RankingQuery>;

type Read = Omit<z.output<typeof FigureQuery>, 'limit' | 'after'>;

/** Rows of which a chosen value of this kind is known. */
const kindsWith = { actual: ['a', 'at'], target: ['t', 'at'] } as const;
/** Rows that say something: one that nobody gives any more is left empty. */
export const given: Condition = { in: ['a', 'at', 't'] };

/** Rows that several documents give: the places of those that do not agree begin with a smaller digit. */
export const disputed = (conflicts: boolean): Condition => (conflicts ? { gt: '', lt: '9' } : { gt: '' });

/** @returns the conditions under which the rows of a question are found by an index */
export async function figureFilter(tables: Tables, read: Partial<Read>): Promise<Filter> {
  await checkIndicator(tables, read);
  const topics = read.code === undefined ? await topicsOf(tables, read.name) : [read.code];
  const conditions: Record<string, Condition | undefined> = {
    id: read.region === undefined ? undefined : { prefix: regionPrefix(read.region) },
    topic:
      topics.length === 0
        ? undefined
        : topics.length === 1
          ? { eq: present(topics[0], 'the first of topics') }
          : { in: topics },
    year: read.year === undefined ? undefined : { eq: read.year },
    measure: read.measure === undefined ? undefined : { eq: read.measure },
    kinds: read.kind ? { in: kindsWith[read.kind] } : given,
  };
  return Object.fromEntries(
    Object.entries(conditions).filter((entry): entry is [string, Condition] => entry[1] !== undefined),
  );
}

/**
 * Rows of a region are counted along the index of a measure, of which there are five: it holds what figures are told
 * apart by, where the order of
 * regions and years leads through the rows themselves.
 */
export const countedAlong = (filter: Filter): Filter =>
  filter.topic || filter.year || filter.measure || filter.verdict
    ? filter
    : { ...filter, measure: { in: Measure.options } };

/** @throws UsageError without code or name */
export function needIndicator(
  read: { code?: string | undefined; name?: string | undefined },
  what: string,
): void {
  if (read.code === undefined && read.name === undefined)
    throw new UsageError(`code: ${what} is of one indicator; give its code or name.`, 'code');
}
