import { readArticle } from '../providers/article.ts';
import { compareVersions } from '../providers/comparison.ts';
import { observationQuery } from '../providers/figure-query.ts';
import { documentFilters, readRegion, readVersionNumber } from '../providers/filters.ts';
import { exportFile } from './export.ts';
import { type ApiRoute, found, given, givenNumber, idOf, pageOf } from './route.ts';
import * as answers from './schemas/documents.ts';
import { pageOf as pageSchema } from './schemas/figures.ts';
import * as queries from './schemas/query.ts';

export const documentRoutes: readonly ApiRoute[] = [
  {
    path: '/documents',
    tag: 'Reports',
    summary: 'Reports as readers see them now',
    query: queries.documentsQuery,
    answer: pageSchema(answers.Version),
    handler: async (c, { store }) => c.json(await store.documents(documentFilters(c))),
  },
  {
    path: '/documents/:id',
    tag: 'Reports',
    summary: 'A report with its text and its observations',
    query: queries.documentQuery,
    answer: answers.Document,
    handler: async (c, { store, archive }) => {
      const id = idOf(c);
      const detail = found(await store.document(id, { n: readVersionNumber(c, 'n') }), 'document', id);
      return c.json({ ...detail, article: await readArticle(archive, detail.version.article) });
    },
  },
  {
    path: '/documents/:id/history',
    tag: 'Reports',
    summary: 'What readers began to see when, and why; oldest first',
    query: queries.listQuery,
    answer: pageSchema(answers.HistoryEntry),
    handler: async (c, { store }) => c.json(pageOf(c, await store.history(idOf(c)))),
  },
  {
    path: '/documents/:id/copies',
    tag: 'Reports',
    summary: 'Pages whose text is a copy of this report, nearest first',
    query: queries.listQuery,
    answer: pageSchema(answers.TextCopy),
    handler: async (c, { store, archive }) => {
      const id = idOf(c);
      const { version } = found(await store.document(id), 'document', id);
      return c.json(pageOf(c, await store.copiesOf(version.page, archive)));
    },
  },
  {
    path: '/documents/:id/diff',
    tag: 'Reports',
    summary: 'Two versions of a report compared: text and observations',
    query: queries.diffQuery,
    answer: answers.VersionDiff,
    handler: async (c, deps) => {
      const numbers = { from: readVersionNumber(c, 'from'), to: readVersionNumber(c, 'to') };
      return c.json(await compareVersions(deps, idOf(c), numbers));
    },
  },
  {
    path: '/observations',
    tag: 'Reports',
    summary: 'Single claims of single reports, each with its sentence',
    query: queries.observationsQuery,
    answer: pageSchema(answers.ObservationRow),
    handler: async (c, deps) => c.json(await deps.store.observations(await observationQuery(c, deps))),
  },
  {
    path: '/observations/export',
    tag: 'Reports',
    summary: 'All rows of a question as a file: csv, jsonl, parquet or xlsx',
    query: queries.exportQuery,
    answer: null,
    handler: exportFile,
  },
  {
    path: '/search',
    tag: 'Reports',
    summary: 'Where words stand in the reports',
    query: queries.searchQuery,
    answer: pageSchema(answers.TextHit),
    handler: async (c, { store }) => {
      const region = given(c, 'region');
      return c.json(
        await store.search({
          words: given(c, 'q') ?? '',
          region: region === undefined ? undefined : readRegion(region),
          year: givenNumber(c, 'year'),
          limit: givenNumber(c, 'limit'),
          after: given(c, 'after'),
        }),
      );
    },
  },
];
