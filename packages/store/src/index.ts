/**
 * Versioned documents, observations and figures, on the embedded store and on MongoDB alike.
 *
 * @module @zhibiao/store
 */
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
export type {
  Commit,
  CommitResult,
  DocumentStore,
  FigureBook,
  PromoteResult,
  ReviewBook,
  SourceBook,
} from './document-store.ts';
export { documentId, observationIds } from './documents/identity.ts';
export * from './errors.ts';
export type { ChosenBecause } from './figures/choose.ts';
export type { Figure } from './figures/figure.ts';
export { claimFields } from './figures/reviewed.ts';
export type { Coverage, CoverageQuery, CoveredYear } from './queries/coverage.ts';
export type { DocumentDetail, HistoryEntry } from './queries/documents.ts';
export {
  type FigureChange,
  type FigurePromise,
  mostCounted,
  type PromiseCounts,
} from './queries/figure-lists.ts';
export type {
  ChangeQuery,
  CopyQuery,
  FigureQuery,
  PromiseQuery,
  RankingQuery,
} from './queries/figure-query.ts';
export type { DocumentQuery, ObservationQuery, PageOf } from './queries/query.ts';
export type { Ranked, Ranking } from './queries/rankings.ts';
export type { SeriesLine } from './queries/series.ts';
export {
  type CountedIndicator,
  type CountedRegion,
  mostSuggested,
  type SuggestionQuery,
} from './queries/suggestions.ts';
export type { TextCopy } from './queries/text-copies.ts';
export { evaluationSet, type ReviewedReport } from './reviews/evaluation-set.ts';
export type { ReviewStanding } from './reviews/list.ts';
export type { OverrideInput, ReviewInput } from './reviews/review.ts';
export { Corrections } from './reviews/review.ts';
export type { Passage } from './search/passages.ts';
export { SearchQuery, type TextHit } from './search/search.ts';
export { openStore, type StoreOptions } from './store.ts';
export type {
  Cause,
  Correction,
  DocumentRow,
  Move,
  ObservationRow,
  OverrideRow,
  Pointer,
  PromotionRow,
  ReviewRow,
  VersionRow,
} from './tables/rows.ts';
