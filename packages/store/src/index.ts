export { type ArchiveOptions, type KeptArchive, openArchive } from './archive/index.ts';
export type { Commit, CommitResult, DocumentStore, PromoteResult, SourceBook } from './document-store.ts';
export { documentId, observationIds } from './documents/identity.ts';
export * from './errors.ts';
export type { DocumentDetail, HistoryEntry } from './queries/documents.ts';
export type { DocumentQuery, ObservationQuery, PageOf } from './queries/query.ts';
export { openStore } from './store.ts';
export type { Cause, DocumentRow, Move, ObservationRow, Pointer, VersionRow } from './tables/rows.ts';
