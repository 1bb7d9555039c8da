import { Bound, Kind, Measure, Observation, Period, present, UsageError } from '@zhibiao/shared';
import { z } from 'zod';
import { effective } from '../documents/head.ts';
import { readObservations } from '../documents/observations.ts';
import { promotionsOf } from '../documents/promotions.ts';
import { NotFoundError } from '../errors.ts';
import { speaking, versionsOf } from '../figures/follow.ts';
import { sayAgain, touch } from '../figures/keep.ts';
import { claimFields } from '../figures/reviewed.ts';
import { readSayings } from '../figures/sync.ts';
import { wordsOf } from '../figures/words.ts';
import { readQuery } from '../queries/query.ts';
import type { Tables } from '../tables/definitions.ts';
import type { DocumentRow, ObservationRow, OverrideRow, ReviewRow } from '../tables/rows.ts';

const Note = z.string().max(2_000).default('');
const By = z.string().min(1).max(200);

/** The fields of an observation that a person may correct. */
export const Corrections = z
  .strictObject({
    indicator: Observation.shape.indicator,
    value: z.number(),
    valueTo: z.number().nullable(),
    unit: z.string().max(40),
    bound: Bound,
    measure: Measure,
    kind: Kind,
    region: Observation.shape.region,
    period: Period.nullable(),
    scope: z.string().max(100).nullable(),
    basis: z.string().max(100).nullable(),
  })
  .partial();

export const ReviewInput = z.strictObject({
  document: z.string().min(1).max(100),
  /** id of the observation */
  observation: z.string().min(1).max(200),
  verdict: z.enum(['checked', 'wrong', 'corrected']),
  /** with `corrected`: the fields as they should be */
  fields: Corrections.optional(),
  note: Note,
  by: By,
});
export type ReviewInput = z.input<typeof ReviewInput>;

export const OverrideInput = z.strictObject({
  document: z.string().min(1).max(100),
  excluded: z.boolean().default(false),
  region: z
    .strictObject({ name: z.string().min(1).max(100), adcode: z.string().regex(/^\d{6}$/) })
    .nullable()
    .default(null),
  year: z.int().min(1949).max(2100).nullable().default(null),
  genre: z.enum(['work-report', 'communique', 'budget']).nullable().default(null),
  note: Note,
  by: By,
});
export type OverrideInput = z.input<typeof OverrideInput>;

/**
 * Keeps what a person said of an observation; said again, the later word counts. The figures follow before this resolves.
 * @throws NotFoundError when readers see no such observation in the document, UsageError
 */
export async function saveReview(tables: Tables, input: ReviewInput, at: number): Promise<ReviewRow> {
  const { observation: id, fields = null, ...read } = readQuery(ReviewInput, input);
  if ((read.verdict === 'corrected') !== (fields !== null && Object.keys(fields).length > 0))
    throw new UsageError('fields: a correction, and nothing else, says what the fields should be.', 'fields');
  const document = await documentOf(tables, read.document);
  const head = effective(document, await promotionsOf(tables, [document]));
  const rows = head ? await readObservations(tables, document.id, head.n) : [];
  const known = await tables.reviews.get(id);
  const row = rows.find((other) => other.id === id);
  if (!row && known?.document !== document.id)
    throw new NotFoundError(
      `Document ${document.id} has no observation ${id}. Has it changed meanwhile?`,
      id,
    );
  const review: ReviewRow = {
    ...read,
    id,
    fields,
    at,
    ...(row ? looked(row) : kept(present(known, 'the known'))),
  };
  await restate(tables, document, at, () => tables.reviews.put(review));
  return review;
}

/** What a person had before them. */
const looked = ({ observation, n }: ObservationRow) => ({
  quote: observation.quote,
  sentence: observation.sentence.text,
  seen: claimFields(observation),
  n,
});

const kept = ({ quote, sentence, seen, n }: ReviewRow) => ({
  quote,
  sentence,
  ...(seen ? { seen } : {}),
  ...(n ? { n } : {}),
});

/** Takes back what was said of an observation. May be repeated. */
export async function removeReview(tables: Tables, id: string, at: number): Promise<void> {
  const review = await tables.reviews.get(id);
  if (!review) return;
  const document = await tables.documents.get(review.document);
  const remove = () => tables.reviews.remove({ id: { eq: id } });
  if (document) await restate(tables, document, at, remove);
  else await remove();
}

/** Keeps what a person said of a whole report; the later word replaces the earlier one. @throws NotFoundError, UsageError */
export async function saveOverride(tables: Tables, input: OverrideInput, at: number): Promise<OverrideRow> {
  const override: OverrideRow = { ...readQuery(OverrideInput, input), at };
  const document = await documentOf(tables, override.document);
  await restate(tables, document, at, () => tables.overrides.put(override));
  return override;
}

/** May be repeated. */
export async function removeOverride(tables: Tables, id: string, at: number): Promise<void> {
  const document = await tables.documents.get(id);
  const remove = () => tables.overrides.remove({ document: { eq: id } });
  if (document) await restate(tables, document, at, remove);
  else await remove();
}

/** The document's row says first that its figures are behind: whoever finds them so brings them up, however this ends. */
async function restate(
  tables: Tables,
  document: DocumentRow,
  at: number,
  write: () => Promise<unknown>,
): Promise<void> {
  const words = await wordsOf(tables, document.id);
  const versions = [...new Set([...versionsOf(speaking(document)), ...(document.figures?.in ?? [])])];
  const also: string[] = [];
  for (const n of versions) also.push(...(await readSayings(tables, document.id, n, words)).keys());
  await touch(tables, document.id, at, also);
  await write();
  await sayAgain(tables, document.id, at, also);
}

async function documentOf(tables: Tables, id: string): Promise<DocumentRow> {
  const document = await tables.documents.get(id);
  if (document) return document;
  throw new NotFoundError(`There is no document ${id}. \`zhibiao documents list\` shows them.`, id);
}
