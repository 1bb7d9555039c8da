import { z } from '@hono/zod-openapi';
import { Genre, Kind, Measure } from '@zhibiao/shared';

const text = (about: string, example: string) =>
  z.string().optional().openapi({ description: about, example });
const number = (about: string, example: number) =>
  z.int().optional().openapi({ description: about, example });

/** Every list is paged by these. */
const paging = {
  limit: number('how many rows at most', 20),
  after: z.string().optional().describe('`next` of the page before'),
};

const region = text('six-digit code, name or pinyin of a region; those below it count as well', '321100');
export const year = number('year of the period', 2023);
const since = text('a date (2026-03-01) or milliseconds since the epoch', '2020-01-01');

/** What questions to the figures can be narrowed by. */
const figureFilters = {
  region,
  indicator: text('code or name of an indicator', 'gdp'),
  year,
  measure: Measure.optional(),
  genre: Genre.optional().describe('a document of this genre gives it'),
  source: z.string().optional().describe('a page of this source gives it'),
};

const kind = Kind.optional();
const asOf = z
  .string()
  .optional()
  .describe('what readers saw at this time; goes with a region and an indicator');

export const figuresQuery = z.object({ ...figureFilters, kind, asOf, ...paging });
const oneIndicator = z.string().openapi({ description: 'code or name of an indicator', example: 'gdp' });
export const seriesQuery = z.object({ ...figureFilters, indicator: oneIndicator, kind, asOf, ...paging });
export const promisesQuery = z.object({
  ...figureFilters,
  asOf,
  verdict: z.enum(['open', 'met', 'missed', 'cannot tell']).optional(),
  ...paging,
});
const { limit: _most, after: _cursor, ...counted } = promisesQuery.shape;
export const promiseCountsQuery = z.object(counted);
export const copiesQuery = z.object({
  ...figureFilters,
  asOf,
  conflicts: z.enum(['true', 'false']).optional().describe('only figures on which reports disagree'),
  ...paging,
});
export const rankingQuery = z.object({
  ...figureFilters,
  indicator: oneIndicator,
  year: z.int().openapi({ description: 'year of the period', example: 2023 }),
  kind: Kind.optional().describe('actual where it is not given'),
  measure: Measure.optional().openapi({ description: 'growth where it is not given', example: 'level' }),
  level: z.enum(['province', 'city', 'county']).optional().describe('only regions of this level'),
  order: z.enum(['highest', 'lowest']).optional(),
  ...paging,
});
export const changesQuery = z.object({
  ...figureFilters,
  since,
  days: z.int().optional().describe('instead of `since`: how many days back; a week where neither is given'),
  order: z.enum(['oldest', 'newest']).optional().describe('oldest first where it is not given'),
  ...paging,
});
export const coverageQuery = z.object({
  region,
  genre: Genre.optional().describe('only reports of this genre'),
  ...paging,
});
export const searchQuery = z.object({
  q: z
    .string()
    .openapi({ description: 'words of two characters or more, apart by spaces', example: '专精特新' }),
  region,
  year: z.int().optional().describe('year of delivery'),
  ...paging,
});
export const suggestionQuery = z.object({
  text: z.string().optional().describe('how the name or the code begins'),
  ...paging,
});
export const observationsQuery = z.object({
  region,
  indicator: figureFilters.indicator,
  name: z.string().optional().describe('name of an indicator as a report has it'),
  year,
  kind,
  measure: Measure.optional(),
  source: z.string().optional(),
  document: z.string().optional(),
  reportYear: z.int().optional().describe('year of delivery of the report'),
  flag: z.string().optional().describe('carries this flag; may be given several times'),
  minConfidence: z.number().optional().openapi({ example: 0.1 }),
  since,
  asOf: z.string().optional().describe('what readers saw at this time'),
  ...paging,
});
const { limit: _limit, after: _after, ...exported } = observationsQuery.shape;
export const exportQuery = z.object({
  format: z.enum(['csv', 'jsonl', 'parquet', 'xlsx']).optional().describe('csv where it is not given'),
  distinct: z.enum(['true', 'false']).optional().describe('one row a figure'),
  ...exported,
});
export const documentsQuery = z.object({
  region,
  year: number('year of delivery', 2024),
  source: z.string().optional(),
  page: z.string().optional().describe('canonical address of the page'),
  flag: z.string().optional().describe('carries this flag; may be given several times'),
  retired: z.enum(['true', 'false']).optional().describe('also reports that their page no longer holds'),
  asOf: z.string().optional().describe('what readers saw at this time'),
  ...paging,
});
export const documentQuery = z.object({
  n: z
    .int()
    .optional()
    .openapi({ description: 'number of a version; the current one where it is not given', example: 1 }),
});
export const diffQuery = z.object({
  from: z.int().optional().describe('number of the earlier version; the last but one where it is not given'),
  to: z.int().optional().describe('number of the later version; the last where it is not given'),
});
export const listQuery = z.object(paging);
export const quarantineQuery = z.object({
  run: z.string().optional(),
  resolved: z.enum(['true', 'false']).optional().describe('also those that were resolved'),
  ...paging,
});
