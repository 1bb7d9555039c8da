import type { Report } from '@zhibiao/shared';
import type { OverrideRow } from './reviews.ts';

/** Why a version is not the one before it. */
export type Cause = 'first' | 'content' | 'cleaner' | 'parser' | 'lexicon';

/** What a document says now, or said once: a version, and where its page stood when it became so. */
export interface Pointer {
  /** number of the version */
  n: number;
  /** when the snapshot was taken, milliseconds since the epoch */
  time: number;
  /** order of arrival among the extractions of the page: decides between two of one snapshot */
  rank: number;
  /** the page no longer holds this report */
  retired: boolean;
  run: string;
  /** parser and cleaner versions that last confirmed it */
  parser: string;
  cleaner: string;
}

/** One step of a document's history. `at`: milliseconds since the epoch when readers began to see it. */
export interface Move extends Pointer {
  at: number;
  cause: Cause | 'retired' | 'returned' | 'reverted';
  /** who promoted it, for a reprocess */
  by: string | null;
}

/** The head pointer of one report at one page. `rev` is counted up by every compare-and-set. */
export interface DocumentRow {
  id: string;
  page: string;
  ordinal: number;
  source: string | null;
  rev: number;
  head: Pointer | null;
  /** what reprocess runs would make the head; readers follow them once their run is promoted */
  shadows: Pointer[];
  /** oldest first */
  moves: Move[];
  /** `at` of the last move */
  movedAt: number | null;
  /** numbers of versions that were removed with their dropped run: never given again */
  gone?: number[];
  /** how far the figures follow this document; missing in rows that have none yet */
  figures?: Following;
}

/** What the figures hold of a document. Its compare-and-set says before a change which figures may come to be touched. */
interface Following {
  /** versions whose claims may stand in figures */
  in: number[];
  /** the figures say what the document says */
  done: boolean;
  /** the one version that they held whole before the change under way; null where that is not known */
  from: number | null;
  /** milliseconds since the epoch: of the change that they follow, or will */
  at: number;
  /** other figures that may have to be left: those of a review or an override that is no more */
  also?: string[];
}

/** What one parser version found in one article of a page at one snapshot. Written once. */
export interface ExtractionRow {
  id: string;
  page: string;
  /** 1, 2, 3 … per page */
  rank: number;
  article: string;
  extraction: string;
  parser: string;
  cleaner: string;
  /** keys of the snapshots, and when the newest of them was taken */
  snapshots: string[];
  time: number;
  run: string;
  shadow: boolean;
  source: string | null;
  /** the ordinals of its reports */
  ordinals: number[];
  at: number;
}

/** Immutable but for `current` and `mark`. */
export interface VersionRow {
  /** `<document>.<n>` */
  id: string;
  document: string;
  n: number;
  page: string;
  ordinal: number;
  source: string | null;
  article: string;
  extraction: string;
  /** hash of the report with its observations: the same content in the same article is the same version */
  content: string;
  parser: string;
  cleaner: string;
  snapshots: string[];
  cause: Cause;
  /** the version that was the head when this one was written */
  base: number | null;
  run: string;
  time: number;
  at: number;
  report: Omit<Report, 'observations'>;
  /** how many observations it has */
  count: number;
  order: string;
  /** may be the head's: readers still ask the head; never false for the head's version */
  current: boolean;
  /** revision of the document for which `current` was last set */
  mark: number;
  /** what a person said of the report, in lists; `report` has it put right then */
  override?: OverrideRow;
}

/** The word that makes all shadows of a run visible or void, for good. Written once. */
export interface PromotionRow {
  run: string;
  state: 'promoted' | 'dropped';
  at: number;
  by: string;
}
