import { z } from '@hono/zod-openapi';
import type { RegionalLine } from '@zhibiao/runtime/former-regions';
import { Bound, Genre, Kind, Measure, Period } from '@zhibiao/shared';
import type * as Store from '@zhibiao/store';
import { mostCounted } from '@zhibiao/store';

/** A page of rows of any list. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.strictObject({
    rows: z.array(row),
    next: z.string().nullable().describe('`after` of the following page; null at the end'),
  });

export const time = z.int().describe('milliseconds since the epoch');
const place = z.strictObject({ name: z.string(), adcode: z.string().nullable() });
const indicator = z.strictObject({ name: z.string(), code: z.string().nullable() });
const because = z.enum([
  'reviewed',
  'only one',
  'all agree',
  'own report',
  'final value',
  'exact value',
  'communique',
  'later report',
  'surest',
  'most independent texts',
  'most exact',
  'first document',
] satisfies Store.ChosenBecause[]);

export const Figure = z
  .strictObject({
    id: z.string(),
    region: place,
    indicator,
    period: Period.nullable(),
    measure: Measure,
    kind: Kind,
    scope: z.string().nullable(),
    basis: z.string().nullable(),
    unit: z.string(),
    value: z.number(),
    valueTo: z.number().nullable(),
    bound: Bound,
    quote: z.string(),
    hedge: z.string().nullable(),
    commitment: z.string().nullable(),
    confidence: z.number(),
    chosen: z.strictObject({
      document: z.string(),
      observation: z.string(),
      page: z.string(),
      source: z.string().nullable(),
      genre: Genre.nullable(),
      reportYear: z.int().nullable(),
      own: z.boolean(),
      review: z.enum(['checked', 'wrong', 'corrected']).nullable(),
    }),
    chosenBecause: because,
    values: z.array(z.strictObject({ value: z.number(), documents: z.array(z.string()) })),
    documents: z.int(),
    texts: z.int().describe('how many of the documents are no copies of one another'),
    spread: z.number(),
    conflict: z.boolean(),
    reportYears: z.array(z.int()),
    since: time,
    changedAt: time,
  } satisfies Record<keyof Store.Figure, z.ZodType>)
  .openapi('Figure', {
    description: 'What all current reports say of one region, indicator, period and measure.',
  });

export const Quoted = z
  .strictObject({
    figure: Figure,
    address: z.string().describe('stable address of the figure in this console'),
    quotes: z.array(
      z.strictObject({
        chosen: z.boolean(),
        sentence: z.string(),
        document: z.string(),
        title: z.string(),
        page: z.string(),
        words: z.string().describe('address of the words in the text'),
      }),
    ),
  })
  .openapi('QuotedFigure');

const Turn = z.strictObject({
  name: z.string(),
  code: z.string(),
  until: z.int().describe('the last year in which the former unit is listed'),
});

export const SeriesLine = z
  .strictObject({
    region: place,
    indicator,
    measure: Measure,
    scope: z.string().nullable(),
    basis: z.string().nullable(),
    unit: z.string(),
    figures: z.array(Figure),
    others: z.array(Figure).describe('spans of years and parts of years'),
    formerly: z.array(Turn).describe('what the region was before'),
    successor: Turn.nullable().describe('what the region became'),
  } satisfies Record<keyof RegionalLine, z.ZodType>)
  .openapi('SeriesLine');

const Judgement = z.strictObject({
  verdict: z.enum(['met', 'missed', 'cannot tell']),
  difference: z.number().nullable(),
  reason: z.string().nullable(),
});

export const FigurePromise = z
  .strictObject({
    target: Figure,
    actual: z.union([Figure, z.null()]),
    judgement: Judgement.nullable(),
    verdict: z.enum(['open', 'met', 'missed', 'cannot tell']),
  } satisfies Record<keyof Store.FigurePromise, z.ZodType>)
  .openapi('Promise');

const counted = z.int().describe(`${mostCounted} stands for that many and more`);
export const PromiseCounts = z
  .strictObject({ open: counted, met: counted, missed: counted, 'cannot tell': counted } satisfies Record<
    keyof Store.PromiseCounts,
    z.ZodType
  >)
  .openapi('PromiseCounts');

export const Ranked = z.strictObject({ place: z.int(), figure: Figure }).openapi('Ranked');

export const Coverage = z
  .strictObject({
    region: place,
    years: z.array(
      z.strictObject({
        year: z.int(),
        reports: z.array(
          z.strictObject({
            document: z.string(),
            genre: Genre.nullable(),
            source: z.string().nullable(),
            page: z.string(),
            title: z.string(),
          }),
        ),
        sources: z.int(),
        has: z.array(z.string()),
        lacks: z.array(z.string()),
      } satisfies Record<keyof Store.CoveredYear, z.ZodType>),
    ),
    missing: z.array(z.int()),
  } satisfies Record<keyof Store.Coverage, z.ZodType>)
  .openapi('Coverage');

export const FigureChange = z
  .strictObject({
    id: z.string(),
    state: z.enum(['new', 'changed', 'retired']),
    at: time,
    region: place,
    indicator,
    period: Period.nullable(),
    measure: Measure,
    actual: z.union([Figure, z.null()]),
    target: z.union([Figure, z.null()]),
    before: z.strictObject({ actual: z.number().nullable(), target: z.number().nullable() }).nullable(),
  } satisfies Record<keyof Store.FigureChange, z.ZodType>)
  .openapi('Change');

export const CountedIndicator = z.strictObject({
  code: z.string().nullable(),
  name: z.string(),
  figures: z.int(),
} satisfies Record<keyof Store.CountedIndicator, z.ZodType>);

export const CountedRegion = z.strictObject({
  adcode: z.string().nullable(),
  name: z.string(),
  figures: z.int(),
} satisfies Record<keyof Store.CountedRegion, z.ZodType>);
