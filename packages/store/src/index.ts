export { type ArchiveOptions, type KeptArchive, openArchive } from './archive/index.ts';
export {
  type ComparedField,
  changeText,
  comparedFields,
  diffObservations,
  type ObservationDiff,
} from './compare/observations.ts';
export { type Judgement, judge, type Verdict } from './compare/satisfaction.ts';
export { diffTexts, type TextDiff } from './compare/text.ts';
export type { VersionDiff, VersionName } from './compare/versions.ts';
export type { Commit, CommitResult, DocumentStore, PromoteResult, SourceBook } from './document-store.ts';
export { documentId, observationIds } from './documents/identity.ts';
export * from './errors.ts';
export type { DocumentDetail, HistoryEntry } from './queries/documents.ts';
export type { FigureCopies, PromiseKept } from './queries/figures.ts';
export type { DocumentQuery, ObservationQuery, PageOf } from './queries/query.ts';
export type { TextCopy } from './queries/text-copies.ts';
export { openStore, type StoreOptions } from './store.ts';
export type { Cause, DocumentRow, Move, ObservationRow, Pointer, VersionRow } from './tables/rows.ts';
