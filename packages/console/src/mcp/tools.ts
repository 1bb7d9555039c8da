import { Genre, Kind, Measure, present } from '@zhibiao/shared';
import { NotFoundError, type RankingQuery } from '@zhibiao/store';
import { z } from 'zod';
import { indicatorFilter } from '../providers/figure-query.ts';
import { readRegion } from '../providers/filters.ts';
import { readQuestion } from '../providers/question.ts';
import { quotesOf } from '../providers/quotes.ts';
import { regionName } from '../providers/regions.ts';
import { codeName } from '../view/indicators.ts';
import type { AssistantDeps } from './deps.ts';
import { tell } from './told.ts';

/** A question that an assistant may ask. */
export interface Tool<Shape extends z.ZodRawShape = z.ZodRawShape> {
  readonly name: string;
  readonly about: string;
  readonly input: Shape;
  readonly answer: (deps: AssistantDeps, asked: z.output<z.ZodObject<Shape>>) => Promise<object>;
}

const tool = <Shape extends z.ZodRawShape>(one: Tool<Shape>): Tool => one as unknown as Tool;

const region = z
  .string()
  .describe('name (镇江市), pinyin (zhenjiang) or six-digit code; those below it count as well');
const indicator = z.string().describe('code (gdp) or name (地区生产总值)');
const year = z.int().describe('year of the period');
const limit = z.int().min(1).max(100).default(20);
const after = z.string().optional().describe('`next` of the answer before');
const code = (text: string | undefined) => (text === undefined ? undefined : readRegion(text));

export const tools: readonly Tool[] = [
  tool({
    name: 'search',
    about:
      'Finds regions and indicators that words name, and passages of reports that hold the words. Begin here when it is not known how a region or an indicator is called.',
    input: {
      words: z.string().min(1),
      region: region.optional(),
      year: z.int().optional(),
      limit: limit.default(10),
      after,
    },
    answer: async ({ store, console }, asked) => {
      const { regions, codes } = readQuestion(asked.words);
      const { rows: terms } = await store.indicators({ text: asked.words.slice(0, 100), limit: 10 });
      const long = asked.words.split(/\s+/).every((word) => word.length > 1);
      const query = { words: asked.words, region: code(asked.region), year: asked.year, limit: asked.limit };
      const texts = long ? await store.search({ ...query, after: asked.after }) : { rows: [], next: null };
      return {
        regions: regions.map((one) => ({ region: one.fullName, adcode: one.adcode })),
        indicators: [
          ...codes.map((one) => ({ code: one, name: codeName(one, 'zh') })),
          ...terms.map(({ code: of, name }) => ({ code: of, name })),
        ],
        passages: texts.rows.flatMap(({ version, passages }) =>
          passages.map((one) => ({
            sentence: `${one.before}${one.words}${one.after}`,
            section: one.section.join(' › '),
            report: version.report.title,
            region: version.report.region?.name ?? null,
            year: version.report.year,
            address: `${console}/documents/${version.document}`,
            page: version.page,
          })),
        ),
        next: texts.next,
      };
    },
  }),
  tool({
    name: 'figures',
    about:
      'Figures of regions, indicators and years: the chosen value of all reports, with the sentence that proves it. `target` is what was promised for a year, `actual` what was reported of it; `documents` says how many reports give it and `conflict` whether they disagree.',
    input: {
      region: region.optional(),
      indicator: indicator.optional(),
      year: year.optional(),
      kind: Kind.optional(),
      measure: Measure.optional(),
      limit,
      after,
    },
    answer: async (deps, { region: of, indicator: what, ...asked }) => {
      const topic = what === undefined ? {} : await indicatorFilter(deps, what);
      const { rows, next } = await deps.store.figures({ ...asked, ...topic, region: code(of) });
      return { figures: await tell(deps, rows), next };
    },
  }),
  tool({
    name: 'series',
    about: 'One indicator over the years, line by line: by region, measure, scope and basis.',
    input: {
      indicator,
      region,
      kind: Kind.optional(),
      measure: Measure.optional(),
      limit: limit.default(60),
      after,
    },
    answer: async (deps, { region: of, indicator: what, ...asked }) => {
      const topic = await indicatorFilter(deps, what);
      const { rows, next } = await deps.store.seriesLines({ ...asked, ...topic, region: code(of) });
      const lines = await Promise.all(
        rows.map(async (line) => ({
          region: regionName(line.region, 'zh'),
          measure: line.measure,
          scope: line.scope,
          basis: line.basis,
          unit: line.unit,
          figures: await tell(deps, [...line.figures, ...line.others]),
        })),
      );
      const query = new URLSearchParams({
        indicator: topic.code ?? what,
        region: present(code(of), 'the code'),
      });
      return { lines, address: `${deps.console}/series?${query}`, next };
    },
  }),
  tool({
    name: 'ranking',
    about: 'Regions by a figure of one year.',
    input: {
      indicator,
      year,
      region: region.optional(),
      level: z.enum(['province', 'city', 'county']).optional(),
      kind: Kind.default('actual'),
      measure: Measure.default('growth'),
      order: z.enum(['highest', 'lowest']).default('highest'),
      limit,
      after,
    },
    answer: async (deps, { region: of, indicator: what, ...asked }) => {
      const topic = await indicatorFilter(deps, what);
      const query: RankingQuery = { ...asked, ...topic, region: code(of) };
      const { rows, next, of: ranked } = await deps.store.ranking(query);
      const told = await tell(
        deps,
        rows.map(({ figure }) => figure),
      );
      return {
        ranked,
        rows: rows.map(({ place }, i) => ({ place, ...present(told[i], 'told at i') })),
        next,
      };
    },
  }),
  tool({
    name: 'coverage',
    about:
      'Which reports are there, region by region and year by year, and which are missing. Ask before saying that something was not reported.',
    input: { region: region.optional(), genre: Genre.optional(), limit, after },
    answer: async ({ store, console }, { region: of, ...asked }) => {
      const { rows, next } = await store.coverage({ ...asked, region: code(of) });
      return {
        regions: rows.map((row) => ({
          region: row.region.name,
          adcode: row.region.adcode,
          missing: row.missing,
          reports: row.years.flatMap((one) =>
            one.reports.map(({ document, title, genre, page }) => ({
              year: one.year,
              title,
              genre,
              address: `${console}/documents/${document}`,
              page,
            })),
          ),
        })),
        next,
      };
    },
  }),
  tool({
    name: 'quote',
    about:
      'All sentences that give a figure, from every report that has it. The id is that of an answer before.',
    input: { id: z.string() },
    answer: async (deps, { id }) => {
      const figure = await deps.store.figure(id);
      if (!figure) throw new NotFoundError(`There is no figure ${id}.`, id);
      const quotes = await quotesOf(deps, figure);
      const [told] = await tell(deps, [figure]);
      return {
        figure: told,
        quotes: quotes.map(({ words, ...quote }) => ({ ...quote, words: `${deps.console}${words}` })),
      };
    },
  }),
];
