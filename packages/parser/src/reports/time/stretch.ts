import type { Kind, Period } from '@zhibiao/shared';

/** What times of a report are counted from; null: not known. */
export interface ReportClock {
  /** 今年: the year of delivery; a communiqué writes as of the year that it reviews */
  present: number | null;
  /** the last year that it looks back at */
  reviewed: number | null;
  /** the years that it looks back at where they are several: what 年均 means in a review */
  term: Period | null;
  /** false: nothing in it is a promise */
  promises: boolean;
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
  /** notes below a text, which explain it: what they do not date themselves states nothing */
  notes: boolean;
  /** false where nothing but the neighbourhood tells the kind */
  certain: boolean;
}
