import type { Kind, Period } from '@zhibiao/shared';

/** The year that a report was delivered in, which 今年 is, and the last year that it looks back at; null: not known. */
export interface ReportClock {
  delivered: number | null;
  reviewed: number | null;
}

/** A stretch of a report that speaks of one time: its review of the year, of the term, its plan for either. */
export interface Stretch {
  /** half-open UTF-16 offsets of the article's text */
  start: number;
  end: number;
  kind: Kind;
  /** the year, or the years of the term, that the stretch speaks of; null where the text cannot tell */
  period: Period | null;
  /** several years: a review of five years, a five-year plan */
  term: boolean;
  clock: ReportClock;
  /** false where nothing but the neighbourhood tells the kind */
  certain: boolean;
}
