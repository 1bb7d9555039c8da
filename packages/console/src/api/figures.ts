import type { CoverageQuery, RankingQuery, SuggestionQuery } from '@zhibiao/store';
import { changeQuery } from '../providers/change-query.ts';
import { figureQuery, promiseQuery } from '../providers/figure-query.ts';
import { readRegion } from '../providers/filters.ts';
import { quotesOf } from '../providers/quotes.ts';
import type { ConsoleContext } from '../route.ts';
import { figureAddress } from '../view/figure-cells.ts';
import { type ApiRoute, found, given, givenNumber, idOf } from './route.ts';
import * as answers from './schemas/figures.ts';
import * as queries from './schemas/query.ts';

const { pageOf } = answers;
const suggestions = (c: ConsoleContext): SuggestionQuery => ({
  text: given(c, 'text'),
  limit: givenNumber(c, 'limit'),
  after: given(c, 'after'),
});

export const figureRoutes: readonly ApiRoute[] = [
  {
    path: '/figures',
    tag: 'Figures',
    summary: 'One chosen value for each region, indicator, period, measure and kind',
    query: queries.figuresQuery,
    answer: pageOf(answers.Figure),
    handler: async (c, deps) => c.json(await deps.store.figures(await figureQuery(c, deps))),
  },
  {
    path: '/figures/:id',
    tag: 'Figures',
    summary: 'A figure with the sentences that prove it',
    answer: answers.Quoted,
    handler: async (c, deps) => {
      const id = idOf(c);
      const figure = found(await deps.store.figure(id), 'figure', id);
      return c.json({ figure, address: figureAddress(figure), quotes: await quotesOf(deps, figure) });
    },
  },
  {
    path: '/series',
    tag: 'Figures',
    summary:
      'One indicator over regions and years, line by line; the limit counts figures, and no line is cut',
    query: queries.seriesQuery,
    answer: pageOf(answers.SeriesLine),
    handler: async (c, deps) => c.json(await deps.store.seriesLines(await figureQuery(c, deps))),
  },
  {
    path: '/promises',
    tag: 'Figures',
    summary: 'Targets with what became of them',
    query: queries.promisesQuery,
    answer: pageOf(answers.FigurePromise),
    handler: async (c, deps) => c.json(await deps.store.promiseList(await promiseQuery(c, deps))),
  },
  {
    path: '/promises/counts',
    tag: 'Figures',
    summary: 'How many targets were met, missed, are open or cannot be told',
    query: queries.promiseCountsQuery,
    answer: answers.PromiseCounts,
    handler: async (c, deps) => c.json(await deps.store.promiseCounts(await promiseQuery(c, deps))),
  },
  {
    path: '/copies',
    tag: 'Figures',
    summary: 'Figures that several reports give, the widest disagreement first',
    query: queries.copiesQuery,
    answer: pageOf(answers.Figure),
    handler: async (c, deps) => {
      const { kind: _, ...query } = await figureQuery(c, deps);
      const conflicts = ['1', 'true', 'on'].includes(c.req.query('conflicts') ?? '');
      return c.json(await deps.store.copyList({ ...query, conflicts }));
    },
  },
  {
    path: '/ranking',
    tag: 'Figures',
    summary: 'Regions by a figure of one year',
    query: queries.rankingQuery,
    answer: pageOf(answers.Ranked).extend({
      of: queries.year.unwrap().describe('how many regions are ranked'),
    }),
    handler: async (c, deps) => {
      const query = { ...(await figureQuery(c, deps)), level: given(c, 'level'), order: given(c, 'order') };
      return c.json(await deps.store.ranking(query as RankingQuery));
    },
  },
  {
    path: '/coverage',
    tag: 'Figures',
    summary: 'Region by region: which reports are there, what they state, which are missing',
    query: queries.coverageQuery,
    answer: pageOf(answers.Coverage),
    handler: async (c, { store }) => {
      const region = given(c, 'region');
      const query = {
        region: region === undefined ? undefined : readRegion(region),
        genre: given(c, 'genre'),
        limit: givenNumber(c, 'limit'),
        after: given(c, 'after'),
      };
      return c.json(await store.coverage(query as CoverageQuery));
    },
  },
  {
    path: '/changes',
    tag: 'Figures',
    summary: 'Figures that are new, changed or gone',
    query: queries.changesQuery,
    answer: pageOf(answers.FigureChange),
    handler: async (c, deps) => c.json(await deps.store.changes(await changeQuery(c, deps))),
  },
  {
    path: '/indicators',
    tag: 'Figures',
    summary: 'Names that indicators have, with their codes',
    query: queries.suggestionQuery,
    answer: pageOf(answers.CountedIndicator),
    handler: async (c, { store }) => c.json(await store.indicators(suggestions(c))),
  },
  {
    path: '/regions',
    tag: 'Figures',
    summary: 'Regions of which something is known',
    query: queries.suggestionQuery,
    answer: pageOf(answers.CountedRegion),
    handler: async (c, { store }) => c.json(await store.regions(suggestions(c))),
  },
];
