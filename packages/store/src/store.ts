import type { Page, QuarantineRecord, Run, Source } from '@zhibiao/shared';
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
export async function openStore(location: string, clock: () => number = Date.now): Promise<DocumentStore> {
  return storeOver(isMongoUrl(location) ? await openMongo(location) : await openEmbedded(location), clock);
}

/** The document logic over any database that has the tables. */
export function storeOver(tables: Tables, clock: () => number): DocumentStore {
  return {
    name: tables.name,
    tables,

    getPage: (url) => tables.pages.get(url),
    savePage: (page: Page) => tables.pages.put(page),
    duePages: (source, now, limit) =>
      tables.pages.find({ source: { eq: source }, nextDueAt: { lte: now } }, { by: 'nextDueAt', limit }),

    saveSource: (source: Source) => tables.sources.put(source),
    getSource: (id) => tables.sources.get(id),
    listSources: () => tables.sources.find({}, { by: 'id' }),
    removeSource: async (id) => void (await tables.sources.remove({ id: { eq: id } })),

    saveRun: (run: Run) => tables.runs.put(run),
    getRun: async (id) => decided(tables, await tables.runs.get(id)),
    listRuns: async (limit = 100) => {
      const runs = await tables.runs.find({}, { by: 'startedAt', descending: true, limit });
      return (await Promise.all(runs.map((run) => decided(tables, run)))).filter((run) => run !== null);
    },
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
      return visiblePage(tables, tables.versions, {
        ...read,
        filter: documentFilter(read),
        accept: ({ report }) => flags.every((flag) => report.flags.includes(flag)),
      });
    },
    document: (id, at) => readDocument(tables, id, at),
    history: (id) => readHistory(tables, id),
    observationsOf: (document, n) => readObservations(tables, document, n),
    observations: async (query) => observationsPage(tables, readQuery(ObservationQuery, query)),
    diff: (before, after, archive) => diffVersions(tables, before, after, archive),
    series: (query) => series(tables, query),
    promises: (query) => promises(tables, query),
    copies: (query) => copies(tables, query),
    copiesOf: (url, archive) => copiesOf(tables, url, archive),
    clustersOf: (urls, archive) => clustersOf(tables, urls, archive),
    close: () => tables.close(),
  };
}

/** A run's state is what was decided on it, whatever progress was saved later. */
async function decided(tables: Tables, run: Run | null): Promise<Run | null> {
  if (run?.type !== 'reprocess') return run;
  const promotion = await tables.promotions.get(run.id);
  return promotion ? { ...run, state: promotion.state } : run;
}
