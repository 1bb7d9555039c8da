import { readFileSync } from 'node:fs';
import { Measure } from '@zhibiao/shared';
import { z } from 'zod';

const Words = z.array(z.string().min(1));

/** What the words of a scope say. */
const Scopes = z.strictObject({
  /** words for the whole of a region, and what the name of a region that they mean ends with */
  whole: z.array(z.strictObject({ word: z.string().min(1), ends: Words })),
  /** words that say nothing more than no scope does */
  silent: Words,
  /** spellings of one scope, the one that is kept first */
  same: z.array(Words.min(2)),
  /** words in an indicator's name that make another figure of one code (国考 and 省考 water quality), spellings as above */
  inNames: z.array(Words.min(1)),
  /** scopes that the codes of these indicators hold already: they say nothing more of them */
  inCodes: z.record(z.string().min(1), Words),
});

/** Units that measure the same; `same`: how many of `unit` one of it is. */
const Units = z.array(
  z.strictObject({
    unit: z.string(),
    same: z.record(z.string().min(1), z.number().positive()),
    /** only in claims of these measures; of all where missing */
    measures: z.array(Measure).optional(),
  }),
);

const Indicators = z.strictObject({ codes: Words, starts: Words, ends: Words });

/**
 * Whether more or less of an indicator is better: by its code, or by how the name of one without a code ends, or else
 * starts. `neither`: what is known to have no direction.
 */
const Directions = z.strictObject({ more: Indicators, less: Indicators, neither: Indicators });

const read = <S extends z.ZodType>(file: string, schema: S): z.output<S> =>
  schema.parse(JSON.parse(readFileSync(new URL(`../../data/${file}.json`, import.meta.url), 'utf8')));

export const scopes = read('scopes', Scopes);
export const units = read('units', Units);
export const directions = read('directions', Directions);

/** Codes of the indicators that nearly every report states: what a report lacks of them is told in its coverage. */
export const headlines: readonly string[] = read('headlines', Words);
