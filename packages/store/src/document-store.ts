import type {
  Archive,
  Article,
  BlobKey,
  Extraction,
  PageBook,
  Quarantine,
  QuarantineRecord,
  Run,
  RunBook,
  Source,
  Webhook,
} from '@zhibiao/shared';
import type { VersionDiff, VersionName } from './compare/versions.ts';
import type { Figure } from './figures/figure.ts';
import type { Coverage, CoverageQuery } from './queries/coverage.ts';
import type { DocumentDetail, HistoryEntry } from './queries/documents.ts';
import type { FigureChange, FigurePromise, PromiseCounts } from './queries/figure-lists.ts';
import type {
  ChangeQuery,
  CopyQuery,
  FigureQuery,
  PromiseQuery,
  RankingQuery,
} from './queries/figure-query.ts';
import type { DocumentQuery, ObservationQuery, PageOf } from './queries/query.ts';
import type { Ranking } from './queries/rankings.ts';
import type { SeriesLine } from './queries/series.ts';
import type { CountedIndicator, CountedRegion, SuggestionQuery } from './queries/suggestions.ts';
import type { TextCopy } from './queries/text-copies.ts';
import type { ReviewStanding } from './reviews/list.ts';
import type { OverrideInput, ReviewInput } from './reviews/review.ts';
import type { SearchQuery, TextHit } from './search/search.ts';
import type { Tables } from './tables/definitions.ts';
import type { Cause, ObservationRow, OverrideRow, ReviewRow, VersionRow } from './tables/rows.ts';

/** What the store worker hands over: an extraction of a page's article, and where it comes from. */
export interface Commit {
  /** canonical URL */
  page: string;
  source: string | null;
  run: string;
  article: Article;
  articleKey: BlobKey;
  extraction: Extraction;
  extractionKey: BlobKey;
  /** keys of the snapshots that the article was cleaned from */
  snapshots?: readonly string[];
  /**
   * When the newest of these snapshots was taken, milliseconds since the epoch. It decides which of two extractions is the newer,
   * so that reordered messages do no harm; without it the page's state or, failing that, the clock has to do.
   */
  time?: number;
  cleaner?: string;
  /** why, where the caller knows better than a comparison with the version before */
  cause?: Cause;
  /** a reprocess: readers see nothing of it until its run is promoted */
  shadow: boolean;
}

export interface CommitResult {
  documents: {
    document: string;
    n: number;
    cause: Cause;
    /** false where the content was there already: then the version before was confirmed */
    created: boolean;
    /** whether readers now see another version than before */
    moved: boolean;
  }[];
  /** documents whose report the page no longer holds */
  retired: string[];
}

export interface PromoteResult {
  /** documents whose head the run decided */
  moved: number;
  /** documents which a newer snapshot had reached meanwhile: their shadow was left aside */
  overtaken: number;
}

/** Source definitions and their state. */
export interface SourceBook {
  saveSource(source: Source): Promise<void>;
  getSource(id: string): Promise<Source | null>;
  /** By id. */
  listSources(): Promise<Source[]>;
  removeSource(id: string): Promise<void>;
}

/**
 * The questions to the figures: what all current observations say, one answer each. Lists come in pages; `next` of a page is `after` of the
 * following one, null at the end. Figures, series, promises and copies of a region and an indicator are answered as of
 * a time too (`asOf`). Every
 * question throws UsageError for a filter that is wrong and for a cursor of another question.
 */
export interface FigureBook {
  /** By region and year. */
  figures(query?: FigureQuery): Promise<PageOf<Figure>>;
  /** How many there are, `mostCounted` of them or more; null where no index tells. */
  figureCount(query?: FigureQuery): Promise<number | null>;
  /** @returns null where nobody gives it now */
  figure(id: string): Promise<Figure | null>;
  /** The lines of one indicator over regions and years; a page holds whole lines. @throws UsageError without code or name */
  seriesLines(query: FigureQuery): Promise<PageOf<SeriesLine>>;
  /** Targets with what became of them, by region and year. */
  promiseList(query?: PromiseQuery): Promise<PageOf<FigurePromise>>;
  /** How many promises there are of each verdict, `mostCounted` of them or more. */
  promiseCounts(query?: PromiseQuery): Promise<PromiseCounts>;
  /** Figures that several documents give, the worst conflict first. */
  copyList(query?: CopyQuery): Promise<PageOf<Figure>>;
  /** About how many they are, `mostCounted` of them or more; null where no index tells. */
  copyCount(query?: CopyQuery): Promise<number | null>;
  /** Regions by a figure of one year. @throws UsageError without code or name */
  ranking(query: RankingQuery): Promise<Ranking>;
  /** Region by region: which years' reports are there, and what they state. */
  coverage(query?: CoverageQuery): Promise<PageOf<Coverage>>;
  /** How many regions that is; null where too many reports would have to be read. */
  coverageCount(query?: CoverageQuery): Promise<number | null>;
  /** Figures that are new, changed or gone since a time, oldest first. */
  changes(query: ChangeQuery): Promise<PageOf<FigureChange>>;
  /** About how many they are, `mostCounted` of them or more; null where no index tells. */
  changeCount(query: ChangeQuery): Promise<number | null>;
  /** Names that indicators have, with their codes and how many figures there are of them. */
  indicators(query?: SuggestionQuery): Promise<PageOf<CountedIndicator>>;
  /** How many figures there are of each of these codes, `mostSuggested` of them or more. */
  codeCounts(codes: readonly string[]): Promise<Map<string, number>>;
  /** Regions of which something is known. */
  regions(query?: SuggestionQuery): Promise<PageOf<CountedRegion>>;
  /** Makes all figures anew from the observations. Killed anywhere, it is finished by calling it again. */
  rebuildFigures(progress?: (documents: number) => void): Promise<{ documents: number; figures: number }>;
}

/** What people say of observations and reports. The figures follow before a word resolves. */
export interface ReviewBook {
  /** @throws NotFoundError when readers see no such observation in the document, UsageError */
  review(input: ReviewInput): Promise<ReviewRow>;
  /** Takes back what was said of an observation. */
  unreview(observation: string): Promise<void>;
  /** Of a document, or the latest of all. */
  reviews(query?: { document?: string; limit?: number }): Promise<ReviewRow[]>;
  /** How reviews stand to what readers see now, in their order. */
  reviewStandings(reviews: readonly ReviewRow[]): Promise<ReviewStanding[]>;
  /** Corrects or excludes a whole report. @throws NotFoundError, UsageError */
  override(input: OverrideInput): Promise<OverrideRow>;
  unoverride(document: string): Promise<void>;
  overrideOf(document: string): Promise<OverrideRow | null>;
}

/** The database of documents, versions and observations. Both implementations give the same answers. */
export interface DocumentStore extends PageBook, Quarantine, RunBook, SourceBook, FigureBook, ReviewBook {
  /** Address or file, without secrets. */
  readonly name: string;
  /** The rows themselves, for keepers: verify, backup, restore. */
  readonly tables: Tables;

  /**
   * Stores every report of an extraction as a version of its document. Doing it again, in another order, at once with others, or after
   * having been killed at any point gives the same result as doing it once.
   * @throws CorruptInputError, UnknownSchemaError, RowTooLargeError before anything is written; StoreUnavailableError, StoreBusyError
   */
  commit(input: Commit): Promise<CommitResult>;

  /** Newest first. */
  saveWebhook(webhook: Webhook): Promise<void>;
  getWebhook(id: string): Promise<Webhook | null>;
  listWebhooks(): Promise<Webhook[]>;
  removeWebhook(id: string): Promise<void>;

  listRuns(limit?: number): Promise<Run[]>;
  /** Oldest first. */
  runsIn(state: 'running' | 'stopped'): Promise<Run[]>;
  /** Makes all shadows of a run visible at one instant. May be repeated. @throws NotFoundError, UsageError when it was dropped */
  promote(run: string, by: string): Promise<PromoteResult>;
  /** Throws all shadows of a run away. May be repeated. @throws NotFoundError, UsageError when it was promoted */
  drop(run: string, by: string): Promise<void>;

  /** Newest first; resolved ones only where asked for. */
  listQuarantine(query?: {
    resolved?: boolean;
    run?: string;
    /** name of the error's class */
    error?: string;
    limit?: number;
  }): Promise<QuarantineRecord[]>;
  resolveQuarantine(id: string, at: number): Promise<void>;

  documents(query?: DocumentQuery): Promise<PageOf<VersionRow>>;
  /** @returns about how many of them there are, or null where no index tells @throws UsageError */
  documentCount(query?: DocumentQuery): Promise<number | null>;
  /** @returns the version that readers see (or saw at `asOf`, or number `n`), or null */
  document(id: string, at?: { asOf?: number; n?: number }): Promise<DocumentDetail | null>;
  /** Oldest first. @throws NotFoundError */
  history(id: string): Promise<HistoryEntry[]>;
  /** In the order of the text. */
  observationsOf(document: string, n: number): Promise<ObservationRow[]>;
  observations(query?: ObservationQuery): Promise<PageOf<ObservationRow>>;

  /** Two versions side by side; their text too where an archive is given. @throws NotFoundError */
  diff(before: VersionName, after: VersionName, archive?: Archive): Promise<VersionDiff>;
  /** Reports that hold words, with the words in their text. @throws UsageError for a word of one character */
  search(query: SearchQuery): Promise<PageOf<TextHit>>;
  /** Pages whose text is a copy of this page's, nearest first; their titles and dates where an archive is given. */
  copiesOf(url: string, archive?: Archive): Promise<TextCopy[]>;
  /** Those of these pages whose texts are copies of one another, in groups of two and more. */
  clustersOf(urls: readonly string[], archive?: Archive): Promise<TextCopy[][]>;
  close(): Promise<void>;
}
