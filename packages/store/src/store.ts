import { type Page, type QuarantineRecord, Run, type Source, type Webhook } from '@zhibiao/shared';
import { diffVersions } from './compare/versions.ts';
import type { DocumentStore } from './document-store.ts';
import { committer } from './documents/committer.ts';
import { readObservations } from './documents/observations.ts';
import { drop, promote } from './documents/promote.ts';
import { openEmbedded } from './embedded/index.ts';
import { makeMissingFigures, rebuildFigures } from './figures/keep.ts';
import { isMongoUrl } from './mongo/address.ts';
import { coverage, coverageCount } from './queries/coverage.ts';
import { withCursor } from './queries/cursor.ts';
import { documentCount, documentsPage } from './queries/document-list.ts';
import { readDocument, readHistory } from './queries/documents.ts';
import { changeCount, copyCount } from './queries/figure-counts.ts';
import {
  changes,
  copyList,
  figureById,
  figureCount,
  figures,
  promiseCounts,
  promiseList,
} from './queries/figure-lists.ts';
import { checkIndicator } from './queries/known.ts';
import { observationsPage } from './queries/observations.ts';
import { DocumentQuery, ObservationQuery, readQuery } from './queries/query.ts';
import { ranking } from './queries/rankings.ts';
import { seriesLines } from './queries/series.ts';
import { indicators, regions, topicCounts } from './queries/suggestions.ts';
import { clustersOf, copiesOf } from './queries/text-copies.ts';
import { standings } from './reviews/list.ts';
import { removeOverride, removeReview, saveOverride, saveReview } from './reviews/review.ts';
import { search } from './search/search.ts';
import type { Tables } from './tables/definitions.ts';

export interface StoreOptions {
  /** for processes that answer people: no question holds up the event loop, not even one to an embedded database */
  readers?: boolean;
  /** told while figures are made for a store of an older release: how many documents are done */
  onFiguresMade?: (documents: number) => void;
  /** told while rows of an older release are brought into their present form: how many have been looked at */
  onRepacked?: (rows: number) => void;
}

/**
 * Opens the document store: `mongodb://…/<database>`, or a directory for the embedded one. A store of an older release
 * is brought up to date,
 * which takes a while where it is large.
 * @throws StoreUnavailableError, ArchiveFullError, UnknownSchemaError
 * @example
 * ```ts
 * import { mkdtemp } from 'node:fs/promises';
 * import { openStore } from '@zhibiao/store';
 * const store = await openStore(await mkdtemp('/tmp/zhibiao-example-'));
 * await store.listRuns(10); // → []
 * await store.close();
 * ```
 */
export async function openStore(
  location: string,
  clock: () => number = Date.now,
  { readers = false, onFiguresMade = () => {}, onRepacked = () => {} }: StoreOptions = {},
): Promise<DocumentStore> {
  // MongoDB's driver costs 100 ms of CPU to load, which nobody on the embedded store should pay.
  const tables = isMongoUrl(location)
    ? await (await import('./mongo/index.ts')).openMongo(location, onRepacked)
    : await openEmbedded(location, { readers, onRepacked });
  try {
    await makeMissingFigures(tables, onFiguresMade);
  } catch (error) {
    await tables.close();
    throw error;
  }
  return storeOver(tables, clock);
}

/** The document logic over any database that has the tables. */
export function storeOver(tables: Tables, clock: () => number): DocumentStore {
  const reading = tables.reading ?? tables;
  return {
    name: tables.name,
    tables,

    getPage: (url) => tables.pages.get(url),
    savePage: (page: Page) => tables.pages.put(page),
    duePages: (source, now, limit) =>
      tables.pages.find({ source: { eq: source }, nextDueAt: { lte: now } }, { by: 'nextDueAt', limit }),
    isExtracted: async (page, article) => {
      const rows = await tables.extractions.find({ article: { eq: article } });
      return rows.some((row) => row.page === page && !row.shadow);
    },

    saveSource: (source: Source) => tables.sources.put(source),
    getSource: (id) => tables.sources.get(id),
    listSources: () => tables.sources.find({}, { by: 'id' }),
    removeSource: async (id) => void (await tables.sources.remove({ id: { eq: id } })),

    saveWebhook: (webhook: Webhook) => tables.webhooks.put(webhook),
    getWebhook: (id) => tables.webhooks.get(id),
    listWebhooks: () => tables.webhooks.find({}, { by: 'id' }),
    removeWebhook: async (id) => void (await tables.webhooks.remove({ id: { eq: id } })),

    saveRun: (run) => tables.runs.put(Run.parse(run)),
    getRun: async (id) => decided(tables, await tables.runs.get(id)),
    listRuns: async (limit = 100) => {
      const runs = await tables.runs.find({}, { by: 'startedAt', descending: true, limit });
      return (await Promise.all(runs.map((run) => decided(tables, run)))).filter((run) => run !== null);
    },
    runsIn: async (state) =>
      (await tables.runs.find({ state: { eq: state } }, { by: 'startedAt' })).map((run) => Run.parse(run)),
    promote: (run, by) => promote(tables, run, by, clock),
    drop: (run, by) => drop(tables, run, by, clock()),

    quarantine: (record: QuarantineRecord) => tables.quarantine.put(record),
    listQuarantine: ({ resolved = false, run, error, limit = 1_000 } = {}) =>
      tables.quarantine.find(
        {
          ...(resolved ? {} : { resolvedAt: { eq: null } }),
          ...(run ? { run: { eq: run } } : {}),
          ...(error ? { error: { eq: error } } : {}),
        },
        { by: 'time', descending: true, limit },
      ),
    resolveQuarantine: async (id, at) => {
      const record = await tables.quarantine.get(id);
      if (record && record.resolvedAt === null) await tables.quarantine.put({ ...record, resolvedAt: at });
    },

    commit: committer(tables, clock),

    documents: async (query) =>
      withCursor('documents', readQuery(DocumentQuery, query), (read) => documentsPage(reading, read)),
    documentCount: async (query) => documentCount(reading, readQuery(DocumentQuery, query)),
    document: (id, at) => readDocument(reading, id, at),
    history: (id) => readHistory(reading, id),
    observationsOf: (document, n) => readObservations(reading, document, n),
    observations: async (query) => {
      const asked = readQuery(ObservationQuery, query);
      await checkIndicator(reading, asked);
      return withCursor('observations', asked, (read) => observationsPage(reading, read));
    },
    diff: (before, after, archive) => diffVersions(reading, before, after, archive),
    figures: (query = {}) => figures(reading, query),
    figureCount: (query = {}) => figureCount(reading, query),
    figure: (id) => figureById(reading, id),
    seriesLines: (query) => seriesLines(reading, query),
    promiseList: (query = {}) => promiseList(reading, query),
    promiseCounts: (query = {}) => promiseCounts(reading, query),
    copyList: (query = {}) => copyList(reading, query),
    copyCount: (query = {}) => copyCount(reading, query),
    ranking: (query) => ranking(reading, query),
    coverage: (query = {}) => coverage(reading, query),
    coverageCount: (query = {}) => coverageCount(reading, query),
    changes: (query) => changes(reading, query),
    changeCount: (query) => changeCount(reading, query),
    indicators: (query = {}) => indicators(reading, query),
    codeCounts: (codes) => topicCounts(reading, codes),
    regions: (query = {}) => regions(reading, query),
    rebuildFigures: (progress) => rebuildFigures(tables, progress),

    review: (input) => tables.together(() => saveReview(tables, input, clock())),
    unreview: (id) => tables.together(() => removeReview(tables, id, clock())),
    reviews: ({ document, limit = 1_000 } = {}) =>
      document === undefined
        ? tables.reviews.find({}, { by: 'at', descending: true, limit })
        : tables.reviews.find({ document: { eq: document } }),
    reviewStandings: (rows) => standings(reading, rows),
    override: (input) => tables.together(() => saveOverride(tables, input, clock())),
    unoverride: (document) => tables.together(() => removeOverride(tables, document, clock())),
    overrideOf: (document) => tables.overrides.get(document),
    search: (query) => search(reading, query),
    copiesOf: (url, archive) => copiesOf(reading, url, archive),
    clustersOf: (urls, archive) => clustersOf(reading, urls, archive),
    close: () => tables.close(),
  };
}

/** A run's state is what was decided on it, whatever progress was saved later. */
async function decided(tables: Tables, row: Run | null): Promise<Run | null> {
  // A release that wrote it may not have known all fields.
  const run = row && Run.parse(row);
  if (run?.type !== 'reprocess') return run;
  const promotion = await tables.promotions.get(run.id);
  return promotion ? { ...run, state: promotion.state } : run;
}
