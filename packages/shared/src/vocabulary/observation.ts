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
  id: z.string(),
  indicator: z.object({ name: z.string(), code: z.string().nullable() }),
  /** multiplied out: 1.93万亿元 is 1930000000000; signed for growth and change */
  value: z.number(),
  /** the upper end of a range (3%-5%), else null */
  valueTo: z.number().nullable(),
  /** base unit as written, multiplier removed; `` for a bare count */
  unit: z.string(),
  bound: Bound,
  measure: Measure,
  kind: Kind,
  region: z.object({ name: z.string(), adcode: z.string().nullable() }),
  period: Period.nullable(),
  /** what a comparison is made with when it is not the year before (较2006年翻一番, 可比口径, 年均, 累计), in the text's words */
  basis: z.string().nullable().default(null),
  quote: z.string(),
  span: Span,
  sentence: Span.extend({ text: z.string() }),
  section: z.array(z.string()),
  hedge: z.string().nullable(),
  commitment: z.string().nullable(),
  scope: z.string().nullable(),
  flags: z.array(z.string()),
  confidence: z.number().min(0).max(1),
});
export type Observation = z.infer<typeof Observation>;
