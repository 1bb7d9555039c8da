import { z } from 'zod';
import { Observation } from './observation.ts';
import { Period, Span } from './span.ts';

export const RegionLevel = z.enum(['country', 'province', 'city', 'county', 'town', 'zone']);
export type RegionLevel = z.infer<typeof RegionLevel>;

/** `adcode` is the six-digit code of GB/T 2260, null where the gazetteer has none. */
export const Region = z.object({
  name: z.string(),
  adcode: z.string().nullable(),
  level: RegionLevel.nullable(),
});
export type Region = z.infer<typeof Region>;

/** A heading; its body runs to the next heading of the same or a higher level. `level` 1 is the highest. */
export const Section = Span.extend({ level: z.int().min(1), title: z.string() });
export type Section = z.infer<typeof Section>;

/** What kind of official text a report is: work report, statistical communiqué, budget report. */
export const Genre = z.enum(['work-report', 'communique', 'budget']);
export type Genre = z.infer<typeof Genre>;

/** One report inside an article. An article without one is a single Report with `region` null. */
export const Report = z.object({
  file: z.string().optional(),
  url: z.string().optional(),
  ordinal: z.int().min(1).describe('place among the reports of its article, from 1'),
  title: z.string(),
  genre: Genre.nullable().default(null).describe('null for a text that is no report'),
  region: Region.nullable(),
  deliveredAt: z.string().nullable().describe('ISO date, year-month or year, as exact as the text says'),
  year: z.int().nullable().describe('calendar year of delivery'),
  reviewed: Period.nullable().describe('the years that the report looks back on'),
  targeted: Period.nullable().describe('the years that it plans'),
  span: Span,
  sections: z.array(Section).describe('headings in the order of the text'),
  flags: z
    .array(z.string())
    .describe('what a reader must know: title-year-mismatch, truncated, compilation …'),
  observations: z.array(Observation),
});
export type Report = z.infer<typeof Report>;

/** What one parser version found in one article. The article key is a blob key of the archive. */
export const Extraction = z.object({
  schema: z.literal(1),
  article: z.string(),
  parser: z.string(),
  reports: z.array(Report),
});
export type Extraction = z.infer<typeof Extraction>;
