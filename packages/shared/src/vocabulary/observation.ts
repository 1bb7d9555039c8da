import { z } from 'zod';
import { Period, Span } from './span.ts';

/** `=` exact, `~` about (左右, 约), `>=` 以上/超/不低于, `<=` 以内/不超过. */
export const Bound = z.enum(['=', '~', '>=', '<=']);
export type Bound = z.infer<typeof Bound>;

/**
 * `level` amount, count, rate or share; `growth` relative change in %; `change` absolute change; `rank` position;
 * `gap` difference from another region, the country, another group or a set target (above is positive).
 */
export const Measure = z.enum(['level', 'growth', 'change', 'rank', 'gap']);
export type Measure = z.infer<typeof Measure>;

export const Kind = z.enum(['actual', 'target']);
export type Kind = z.infer<typeof Kind>;

/** One claim that an indicator had, has or shall have a value. `text.slice(span.start, span.end) === quote`. */
export const Observation = z.object({
  id: z.string().describe('names the claim within its document, in all versions'),
  indicator: z.object({
    name: z.string().describe('shortest self-contained name, as the text has it'),
    code: z.string().nullable().describe('code of the lexicon, where one fits exactly'),
  }),
  value: z
    .number()
    .describe('multiplied out: 1.93万亿元 is 1930000000000; signed for growth, change and gap'),
  valueTo: z.number().nullable().describe('upper end of a range (3%-5%)'),
  unit: z.string().describe('base unit as written, multiplier removed; empty for a bare count'),
  bound: Bound.describe('= exact, ~ about (左右, 约), >= at least (以上, 超), <= at most (以内, 不超过)'),
  measure: Measure.describe(
    'level: amount, count, rate or share; growth: relative change in %; change: absolute change; rank: position; gap: difference from another region, group or target',
  ),
  kind: Kind.describe('actual: reached, or expected of the past year; target: planned or promised'),
  region: z
    .object({ name: z.string(), adcode: z.string().nullable() })
    .describe('whose value it is; the code is of GB/T 2260'),
  period: Period.nullable().describe(
    'what the value is of; for a target, by when; null where the text cannot tell',
  ),
  basis: z
    .string()
    .nullable()
    .default(null)
    .describe(
      'what a comparison is made with when it is not the year before (较2006年, 可比口径, 年均, 累计)',
    ),
  quote: z.string().describe("the words that give the value, as in the article's text"),
  span: Span.describe("place of the quote in the article's text, in UTF-16 code units"),
  sentence: Span.extend({ text: z.string() }).describe('the sentence that proves it, with its place'),
  section: z.array(z.string()).describe('headings above it, the highest first'),
  hedge: z.string().nullable().describe('左右, 以上, 约 …'),
  commitment: z.string().nullable().describe('力争, 确保, 预计 …'),
  scope: z.string().nullable().describe('part of the region or of the quantity: 市本级, 规模以上 …'),
  flags: z.array(z.string()).describe('what a reader must know'),
  confidence: z.number().min(0).max(1).describe('estimated probability that every field is right'),
});
export type Observation = z.infer<typeof Observation>;
