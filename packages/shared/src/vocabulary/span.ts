import { z } from 'zod';

/** A half-open range `[start, end)` in UTF-16 code units of an article's `text`. */
export const Span = z.object({ start: z.int().min(0), end: z.int().min(0) });
export type Span = z.infer<typeof Span>;

/** A closed range of calendar years; a single year has `start === end`. */
export const Period = z.object({ start: z.int(), end: z.int() });
export type Period = z.infer<typeof Period>;
