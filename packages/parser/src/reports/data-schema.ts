import { Genre } from '@zhibiao/shared';
import { z } from 'zod';

const words = z.array(z.string().min(1)).min(1);
const Year = z.int().min(1840).max(2100);

/** What dates a text whose years are missing: plan periods, anniversaries, events of one year. */
export const Calendar = z.object({
  /** five-year plans by their short name */
  plans: z.array(z.object({ name: z.string(), start: Year, end: Year })),
  /** words that name one year of a plan period */
  planYears: z.array(z.object({ words, from: z.enum(['start', 'end']), offset: z.int() })),
  /** N周年 of what, and since when */
  foundings: z.array(z.object({ names: words, year: Year })),
  /** words of one year; `review`: a later plan may name them too */
  events: z.array(z.object({ words, year: Year, in: z.enum(['any', 'review']) })),
  /** party congresses and plenums, nearly all held in autumn */
  congresses: z.array(z.object({ name: z.string(), year: Year })),
  /** words before an anniversary that put it ahead of the speaker */
  prospective: words,
});
export type Calendar = z.infer<typeof Calendar>;

export const Role = z.enum(['review-year', 'review-term', 'plan-year', 'plan-term', 'notes', 'other']);
/**
 * What a stretch of a report talks about: the past year, the past term of office or plan period, the coming year, the
 * coming term, its notes (glossary, annex, page furniture below the text: they state nothing), or something else (head).
 */
export type Role = z.infer<typeof Role>;

/** Words by which headings and paragraphs tell their role. */
export const SectionCues = z.object({
  review: words,
  plan: words,
  /** relative years of a heading: before the report's own, its own, after it */
  past: words,
  present: words,
  coming: words,
  /** words that make a chapter a plan without naming a time */
  planned: words,
  term: words,
  notes: words,
  /** words that a heading ends with, where the next sentence is glued to it */
  endings: words,
  /** words that such a sentence begins with */
  glued: words,
  /**
   * How a paragraph begins that changes the role, in the order of trial. `followedBy`: one of these words has to follow in its
   * first clauses; `against`: even against what the heading above it says.
   */
  leads: z.array(z.object({ words, followedBy: words.optional(), role: Role, against: z.boolean() })),
  /** what the first sentences of a paragraph announce, where no heading does; regular expressions, in the order of trial */
  announcements: z.array(z.object({ pattern: z.string().min(1), role: Role })),
  /**
   * Words that are frequent in reviews (below 0) or in plans: the logarithm of how many times as often they stand in the
   * one, measured on 93 reports of all levels whose headings tell their parts, within ±3.
   */
  tenseWords: z.record(z.string().min(1), z.number().min(-3).max(3)),
});
export type SectionCues = z.infer<typeof SectionCues>;

/** What tells the kinds of reports apart. */
export const Genres = z.object({
  /** words of a title, in the order of trial, with a title as it was seen */
  genres: z.array(z.object({ genre: Genre, example: z.string(), titles: words })),
  /** what marks a communiqué whose title is lost; weights add up */
  communiqueMarks: z.array(z.object({ words, weight: z.int().min(1) })),
  /** what pages are called that have no title */
  noTitles: words,
  /** what follows region and year in the title of a report that has none */
  generatedTitles: z.record(Genre, z.string().min(1)),
});
export type Genres = z.infer<typeof Genres>;
