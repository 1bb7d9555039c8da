import { type Page, type QuarantineRecord, Run, type Source } from '@zhibiao/shared';
import { diffVersions } from './compare/versions.ts';
import type { Commit, DocumentStore } from './document-store.ts';
import { commit } from './documents/commit.ts';
import { drop, promote } from './documents/promote.ts';
import { openEmbedded } from './embedded/index.ts';
import { isMongoUrl } from './mongo/address.ts';
import { openMongo } from './mongo/index.ts';
import { readDocument, readHistory, readObservations } from './queries/documents.ts';
import { copies, promises, series } from './queries/figures.ts';
import { observationsPage } from './queries/observations.ts';
import { DocumentQuery, documentFilter, ObservationQuery, readQuery } from './queries/query.ts';
import { clustersOf, copiesOf } from './queries/text-copies.ts';
import { visiblePage } from './queries/visible.ts';
import type { Tables } from './tables/definitions.ts';

/**
 * Opens the document store: `mongodb://…/<database>`, or a directory for the embedded one.
 * @throws StoreUnavailableError, ArchiveFullError, UnknownSchemaError
 */
export async function openStore(
  location: string,
  clock: () => number = Date.now,
  { readers = false }: StoreOptions = {},
): Promise<DocumentStore> {
  const tables = isMongoUrl(location) ? await openMongo(location) : await openEmbedded(location, { readers });
  return storeOver(tables, clock);
}

export interface StoreOptions {
  /** for processes that answer people: no question holds up the event loop, not even one to an embedded database */
  readers?: boolean;
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
    listQuarantine: ({ resolved = false, run, limit = 1_000 } = {}) =>
      tables.quarantine.find(
        { ...(resolved ? {} : { resolvedAt: { eq: null } }), ...(run ? { run: { eq: run } } : {}) },
        { by: 'time', descending: true, limit },
      ),
    resolveQuarantine: async (id, at) => {
      const record = await tables.quarantine.get(id);
      if (record && record.resolvedAt === null) await tables.quarantine.put({ ...record, resolvedAt: at });
    },

    commit: (input: Commit) => tables.together(() => commit(tables, input, clock)),

    documents: async (query) => {
      const read = readQuery(DocumentQuery, query);
      const flags = read.flags ?? [];
      return visiblePage(reading, reading.versions, {
        ...read,
        filter: documentFilter(read),
        accept: ({ report }) => flags.every((flag) => report.flags.includes(flag)),
      });
    },
    document: (id, at) => readDocument(reading, id, at),
    history: (id) => readHistory(reading, id),
    observationsOf: (document, n) => readObservations(reading, document, n),
    observations: async (query) => observationsPage(reading, readQuery(ObservationQuery, query)),
    diff: (before, after, archive) => diffVersions(reading, before, after, archive),
    series: (query) => series(reading, query),
    promises: (query) => promises(reading, query),
    copies: (query) => copies(reading, query),
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
