import { z } from 'zod';

/** A half-open range `[start, end)` in UTF-16 code units of an article's `text`. */
export const Span = z
  .object({ start: z.int().min(0), end: z.int().min(0) })
  .describe("half-open range [start, end) in UTF-16 code units of the article's text");
export type Span = z.infer<typeof Span>;

/**
 * A closed range of calendar years; a single year has `start === end`. A part of a year (上半年, 1—11月) names its
 * first and last day too: such a value is never the year's.
 */
export const Period = z.object({
  start: z.int().describe('first calendar year'),
  end: z.int().describe('last calendar year; equal to start for a single year'),
  from: z.iso.date().optional().describe('first day, where the period is shorter than whole years'),
  to: z.iso.date().optional().describe('last day, where the period is shorter than whole years'),
});
export type Period = z.infer<typeof Period>;
