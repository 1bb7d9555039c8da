import { z } from '@hono/zod-openapi';
import { Article, Genre, Observation, Report } from '@zhibiao/shared';
import type * as Store from '@zhibiao/store';
import { time } from './figures.ts';

const cause = z.enum(['first', 'content', 'cleaner', 'parser', 'lexicon']);

const correction = Observation.pick({
  indicator: true,
  value: true,
  valueTo: true,
  unit: true,
  bound: true,
  measure: true,
  kind: true,
  region: true,
  period: true,
  scope: true,
  basis: true,
});

const Review = z
  .strictObject({
    id: z.string().describe('of the observation'),
    document: z.string(),
    verdict: z.enum(['checked', 'wrong', 'corrected']),
    fields: z.union([correction.partial(), z.null()]),
    note: z.string(),
    by: z.string(),
    at: time,
    quote: z.string(),
    sentence: z.string(),
    seen: correction.optional().describe('what the observation said then'),
    n: z.int().optional(),
  } satisfies Record<keyof Store.ReviewRow, z.ZodType>)
  .openapi('Review');

const Override = z
  .strictObject({
    document: z.string(),
    excluded: z.boolean(),
    region: z.strictObject({ name: z.string(), adcode: z.string() }).nullable(),
    year: z.int().nullable(),
    genre: Genre.nullable(),
    note: z.string(),
    by: z.string(),
    at: time,
  } satisfies Record<keyof Store.OverrideRow, z.ZodType>)
  .openapi('Override', { description: 'What a person said of a whole report.' });

export const Version = z
  .strictObject({
    id: z.string(),
    document: z.string(),
    n: z.int(),
    page: z.string(),
    ordinal: z.int(),
    source: z.string().nullable(),
    article: z.string().describe('key of the article in the archive'),
    extraction: z.string(),
    content: z.string(),
    parser: z.string(),
    cleaner: z.string(),
    snapshots: z.array(z.string()),
    cause,
    base: z.int().nullable(),
    run: z.string(),
    time,
    at: time,
    report: Report.omit({ observations: true }),
    count: z.int(),
    order: z.string(),
    current: z.boolean(),
    mark: z.int(),
    override: Override.optional(),
  } satisfies Record<keyof Store.VersionRow, z.ZodType>)
  .openapi('Version');

export const ObservationRow = z
  .strictObject({
    key: z.string(),
    id: z.string(),
    document: z.string(),
    n: z.int(),
    page: z.string(),
    source: z.string().nullable(),
    article: z.string(),
    parser: z.string(),
    snapshots: z.array(z.string()),
    time,
    at: time,
    figure: z.string(),
    topic: z.string(),
    report: z.strictObject({
      title: z.string(),
      ordinal: z.int(),
      year: z.int().nullable(),
      adcode: z.string().nullable(),
      region: z.string().nullable(),
    }),
    observation: Observation,
    order: z.string(),
    review: Review.optional(),
    read: Observation.optional().describe('as it was read, where a person has corrected it'),
  } satisfies Record<keyof Store.ObservationRow, z.ZodType>)
  .openapi('Observation');

export const Document = z
  .strictObject({
    version: Version,
    observations: z.array(ObservationRow),
    isHead: z.boolean(),
    retired: z.boolean(),
    reviews: z
      .array(
        z.strictObject({
          review: Review,
          state: z.enum(['holds', 'changed', 'gone']),
          row: z.union([ObservationRow, z.null()]),
        } satisfies Record<keyof Store.ReviewStanding, z.ZodType>),
      )
      .describe('reviews that no observation of this version is said of as it was seen'),
    override: z.union([Override, z.null()]),
    article: Article.nullable(),
  } satisfies Record<keyof Store.DocumentDetail | 'article', z.ZodType>)
  .openapi('Document');

export const HistoryEntry = z
  .strictObject({
    n: z.int(),
    time,
    rank: z.int(),
    retired: z.boolean(),
    run: z.string(),
    parser: z.string(),
    cleaner: z.string(),
    at: time,
    cause: z.enum([...cause.options, 'retired', 'returned', 'reverted']),
    by: z.string().nullable(),
    version: Version,
  } satisfies Record<keyof Store.HistoryEntry, z.ZodType>)
  .openapi('HistoryEntry');

export const TextCopy = z
  .strictObject({
    page: z.string(),
    address: z.string(),
    source: z.string().nullable(),
    distance: z.int(),
    title: z.string().nullable(),
    publishedAt: z.string().nullable(),
    fetchedAt: time.nullable(),
    deletedAt: time.nullable(),
    documents: z.array(z.string()),
  } satisfies Record<keyof Store.TextCopy, z.ZodType>)
  .openapi('TextCopy');

const counts = z.strictObject({ sentences: z.int(), characters: z.int() });

export const VersionDiff = z
  .strictObject({
    before: Version,
    after: Version,
    observations: z.strictObject({
      added: z.array(ObservationRow),
      removed: z.array(ObservationRow),
      changed: z.array(
        z.strictObject({ before: ObservationRow, after: ObservationRow, fields: z.array(z.string()) }),
      ),
      unchanged: z.int(),
      byField: z.record(z.string(), z.int()),
    }),
    text: z
      .strictObject({
        added: counts,
        removed: counts,
        same: counts,
        parts: z.array(z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
      })
      .nullable(),
  } satisfies Record<keyof Store.VersionDiff, z.ZodType>)
  .openapi('VersionDiff');

export const TextHit = z
  .strictObject({
    version: Version,
    count: z.int(),
    passages: z.array(
      z.strictObject({
        before: z.string(),
        words: z.string(),
        after: z.string(),
        section: z.array(z.string()),
        span: z.strictObject({ start: z.int(), end: z.int() }),
      } satisfies Record<keyof Store.Passage, z.ZodType>),
    ),
  } satisfies Record<keyof Store.TextHit, z.ZodType>)
  .openapi('TextHit');
