import { Measure, present, UsageError } from '@zhibiao/shared';
import { z } from 'zod';
import { regionPrefix } from '../documents/identity.ts';
import type { ObservationRow } from '../tables/rows.ts';
import type { Filter } from '../tables/table.ts';

const Text = z.string().min(1).max(500);
const LAST_YEAR = 2100;
/** Of a period or of a report. */
export const Year = z.int().min(1949, 'a year from 1949 on').max(LAST_YEAR, `a year up to ${LAST_YEAR}`);

/** What every list can be narrowed by. All values are plain strings and numbers: nothing from outside reaches a database as an operator. */
const Common = z.strictObject({
  /** six-digit code; its sub-regions count as well */
  region: z
    .string()
    .regex(/^\d{6}$/, 'a region is a six-digit code such as 321100')
    .optional(),
  source: Text.optional(),
  /** every one of these flags is set */
  flags: z.array(Text).optional(),
  /** what readers saw at this time, milliseconds since the epoch */
  asOf: z.int().min(0).optional(),
  limit: z.int().min(1).max(10_000).default(100),
  /** `next` of the page before */
  after: z.string().max(1_000).optional(),
});

export const DocumentQuery = Common.extend({
  /** year of delivery */
  year: Year.optional(),
  page: Text.optional(),
  /** documents too whose report its page no longer holds */
  retired: z.boolean().default(false),
});
export type DocumentQuery = z.input<typeof DocumentQuery>;

export const ObservationQuery = Common.extend({
  /** first year of the period that the value is for; null: it has no period */
  year: Year.nullable().optional(),
  code: Text.optional(),
  name: Text.optional(),
  kind: z.enum(['actual', 'target']).optional(),
  measure: Measure.optional(),
  document: Text.optional(),
  /** year of delivery of the report */
  reportYear: Year.optional(),
  minConfidence: z.number().min(0).max(1).optional(),
  /** only what was written after this time, milliseconds since the epoch */
  since: z.int().min(0).optional(),
});
export type ObservationQuery = z.input<typeof ObservationQuery>;

/** Rows in the order of region code, year, document, place; `next` continues, null at the end. */
export interface PageOf<T> {
  rows: T[];
  next: string | null;
}

/** @throws UsageError that names the wrong filter */
export function readQuery<S extends z.ZodType>(schema: S, query: unknown): z.output<S> {
  const result = schema.safeParse(query ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const name = issue?.path.join('.') || 'filter';
  throw new UsageError(`${name}: ${issue?.message ?? 'not valid'}.`, name);
}

export function documentFilter(query: z.output<typeof DocumentQuery>): Filter {
  return compact({
    order: query.region ? { prefix: regionPrefix(query.region) } : undefined,
    source: eq(query.source),
    page: eq(query.page),
    'report.year': eq(query.year),
    'report.flags': query.flags?.[0] ? { has: query.flags[0] } : undefined,
  });
}

/**
 * @param topics what rows of the name that is asked for may have as their topic: see `topicsOf`
 * @returns the filter of stretches in which such observations may lie
 */
export function stretchFilter(
  query: z.output<typeof ObservationQuery>,
  topics: readonly string[] = [],
): Filter {
  const { kind, minConfidence, since } = query;
  return compact({
    order: query.region ? { prefix: regionPrefix(query.region) } : undefined,
    source: eq(query.source),
    document: eq(query.document),
    topics: query.code !== undefined ? { has: query.code } : anyOf(query.name === undefined ? [] : topics),
    year: eq(query.year),
    kinds: kind && { in: [kind === 'actual' ? 'a' : 't', 'at'] },
    flags: query.flags?.[0] ? { has: query.flags[0] } : undefined,
    confidence: minConfidence === undefined ? undefined : { gte: minConfidence },
    reportYear: eq(query.reportYear),
    at: since === undefined ? undefined : { gt: since },
  });
}

/** @returns whether an observation is among those that are asked for; where it is known to readers is another question */
export function matches(
  row: ObservationRow,
  query: Omit<z.output<typeof ObservationQuery>, 'limit'>,
): boolean {
  const { observation: o } = row;
  const { region, source, flags, year, code, name, kind, measure, document, reportYear } = query;
  const is = <T>(wanted: T | undefined, value: T | null | undefined) =>
    wanted === undefined || wanted === (value ?? null);
  return (
    row.order.startsWith(region === undefined ? '' : regionPrefix(region)) &&
    is(source, row.source) &&
    is(year, o.period?.start) &&
    is(code, o.indicator.code) &&
    is(name, o.indicator.name) &&
    is(kind, o.kind) &&
    is(measure, o.measure) &&
    is(document, row.document) &&
    is(reportYear, row.report.year) &&
    (query.minConfidence === undefined || o.confidence >= query.minConfidence) &&
    (query.since === undefined || row.at > query.since) &&
    (flags ?? []).every((flag) => o.flags.includes(flag))
  );
}

const anyOf = (values: readonly string[]) =>
  values.length === 0
    ? undefined
    : values.length === 1
      ? { has: present(values[0], 'the first of values') }
      : { in: values };

const eq = (value: string | number | null | undefined) => (value === undefined ? undefined : { eq: value });

const compact = (conditions: Record<string, Filter[string] | undefined>): Filter =>
  Object.fromEntries(
    Object.entries(conditions).filter((entry): entry is [string, Filter[string]] => entry[1] !== undefined),
  );
