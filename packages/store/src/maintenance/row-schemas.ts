import {
  Genre,
  Moment,
  Observation,
  Page,
  QuarantineRecord,
  Report,
  Run,
  Snapshot,
  Source,
  Webhook,
} from '@zhibiao/shared';
import { z } from 'zod';
import type { DerivedRow } from '../archive/index.ts';
import { Corrections } from '../reviews/review.ts';
import type { ReviewRow, Rows } from '../tables/rows.ts';

const Key = z.string().regex(/^sha256-[0-9a-f]{64}$/, 'is no blob key');
const Cause = z.enum(['first', 'content', 'cleaner', 'parser', 'lexicon']);

const Pointer = z.looseObject({
  n: z.int(),
  time: Moment,
  rank: z.int(),
  retired: z.boolean(),
  run: z.string(),
  parser: z.string(),
  cleaner: z.string(),
});

const Move = Pointer.extend({
  at: z.int(),
  cause: z.enum([...Cause.options, 'retired', 'returned', 'reverted']),
  by: z.string().nullable(),
});

const Place = z.looseObject({ page: z.string(), source: z.string().nullable() });

/** What came out of a parser: where it stands, and from which bytes it was read. */
const Derived = Place.extend({ article: Key, parser: z.string(), snapshots: z.array(z.string()) });

const Marked = { order: z.string(), current: z.boolean(), mark: z.number() };

const Said = z.tuple([
  z.string(),
  z.string().nullable(),
  Genre.nullable(),
  z.int().nullable(),
  z.int(),
  z.array(
    z
      .tuple([z.string(), z.enum(['a', 't']), z.number(), z.string(), z.number()])
      .rest(z.looseObject({ review: z.enum(['checked', 'wrong', 'corrected']).optional() })),
  ),
]);

/** A figure as it is kept, which is not how the rest of the store knows it: `figures/stored.ts`. */
const StoredFigure = z.looseObject({
  id: z.string(),
  rev: z.int(),
  topic: z.string(),
  year: z.int().nullable(),
  measure: Observation.shape.measure,
  kinds: z.enum(['', 'a', 't', 'at']),
  verdict: z.enum(['open', 'met', 'missed', 'cannot tell']).nullable(),
  dispute: z.string().nullable(),
  changed: z.string(),
  region: z.string(),
  indicator: z.string().optional(),
  unit: z.string(),
  period: Observation.shape.period.unwrap().loose().optional(),
  scope: z.string().optional(),
  basis: z.string().optional(),
  since: z.number().optional(),
  before: z.looseObject({ actual: z.number().nullable(), target: z.number().nullable() }).optional(),
  documents: z.array(
    z.tuple([z.string(), z.int(), Said.nullable()]).rest(z.array(z.tuple([z.string(), Said.nullable()]))),
  ),
});

/**
 * What each table takes: MongoDB checks it when a row is written. The rows of a backup, which come from outside, are checked before.
 * Fields that this release does not know stay.
 */
export const rowSchemas: { readonly [K in keyof Rows]: z.ZodType<Rows[K]> } = {
  figures: StoredFigure as unknown as z.ZodType<Rows['figures']>,
  givers: z.looseObject({ id: z.string(), key: z.string(), year: z.int().nullable() }),
  stretches: z.looseObject({
    order: z.string(),
    document: z.string(),
    n: z.int(),
    source: z.string().nullable(),
    year: z.int().nullable(),
    reportYear: z.int().nullable(),
    at: z.number(),
    count: z.int(),
    kinds: z.enum(['a', 't', 'at']),
    confidence: z.number(),
    topics: z.array(z.string()),
    flags: z.array(z.string()).optional(),
  }) as z.ZodType<Rows['stretches']>,
  texts: z.looseObject({
    id: z.string(),
    document: z.string(),
    place: z.number(),
    year: z.int().nullable(),
    text: z.string(),
  }),
  documents: Place.extend({
    id: z.string(),
    ordinal: z.int(),
    rev: z.int(),
    head: Pointer.nullable(),
    shadows: z.array(Pointer),
    moves: z.array(Move),
    movedAt: z.number().nullable(),
    gone: z.array(z.int()).optional(),
  }),
  extractions: Derived.extend({
    id: z.string(),
    rank: z.int(),
    extraction: Key,
    cleaner: z.string(),
    time: Moment,
    run: z.string(),
    shadow: z.boolean(),
    ordinals: z.array(z.int()),
    at: z.number(),
  }),
  versions: Derived.extend({
    ...Marked,
    id: z.string(),
    document: z.string(),
    n: z.int(),
    ordinal: z.int(),
    extraction: Key,
    content: z.string(),
    cleaner: z.string(),
    cause: Cause,
    base: z.int().nullable(),
    run: z.string(),
    time: Moment,
    at: z.number(),
    report: Report.omit({ observations: true }).loose(),
    count: z.int(),
  }),
  statements: z.looseObject({
    id: z.string(),
    sentences: z.array(z.tuple([z.int(), z.string()]).rest(z.int())),
    indicators: z.array(Observation.shape.indicator.loose()),
    forms: z.array(
      z.looseObject({
        unit: z.string(),
        measure: Observation.shape.measure,
        kind: Observation.shape.kind,
        period: Observation.shape.period,
        region: Observation.shape.region.loose(),
        section: z.array(z.string()),
      }),
    ),
    observations: z.array(
      z
        .tuple([z.string(), z.int(), z.int(), z.number(), z.number(), z.int(), z.int(), z.int()])
        .rest(z.looseObject({ name: z.string().optional(), quote: z.string().optional() })),
    ),
  }) as unknown as z.ZodType<Rows['statements']>,
  reviews: z.looseObject({
    id: z.string(),
    document: z.string(),
    verdict: z.enum(['checked', 'wrong', 'corrected']),
    fields: Corrections.nullable(),
    note: z.string(),
    by: z.string(),
    at: z.number(),
    quote: z.string(),
    sentence: z.string(),
    seen: Corrections.optional(),
    n: z.int().optional(),
  }) as z.ZodType<ReviewRow>,
  overrides: z.looseObject({
    document: z.string(),
    excluded: z.boolean(),
    region: z.looseObject({ name: z.string(), adcode: z.string() }).nullable(),
    year: z.int().nullable(),
    genre: Genre.nullable(),
    note: z.string(),
    by: z.string(),
    at: z.number(),
  }),
  places: z.looseObject({ id: z.string(), name: z.string(), adcode: z.string().nullable() }),
  terms: z.looseObject({ id: z.string(), name: z.string(), code: z.string().nullable() }),
  promotions: z.looseObject({
    run: z.string(),
    state: z.enum(['promoted', 'dropped']),
    at: z.number(),
    by: z.string(),
  }),
  sources: Source.loose(),
  pages: Page.loose(),
  runs: Run.loose(),
  quarantine: QuarantineRecord.loose(),
  webhooks: Webhook.loose(),
};

/** A row of a backup of format 1, which had one for each observation. */
export const ObservationPart = z.looseObject({
  key: z.string(),
  document: z.string(),
  n: z.int(),
  observation: Observation.loose(),
});

export const DerivedPart: z.ZodType<DerivedRow> = z.looseObject({
  stage: z.string(),
  version: z.string(),
  input: z.string(),
  output: Key,
});

export const SnapshotPart = Snapshot.loose();
export const BlobPart = Key;
