import type { Observation } from '@zhibiao/shared';
import type { ReviewRow } from './reviews.ts';

/** One observation of one version as readers get it: put together from the version and its statements. */
export interface ObservationRow {
  /** `<document>.<n>.<place in the text>` */
  key: string;
  /** names the same claim in all versions of the document */
  id: string;
  document: string;
  n: number;
  page: string;
  source: string | null;
  article: string;
  parser: string;
  snapshots: string[];
  /** when the newest of its snapshots was taken */
  time: number;
  /** when the version was written */
  at: number;
  /** names the same figure in all documents: region, indicator, period, measure, kind, scope */
  figure: string;
  /** code of the indicator, or its name where it has none */
  topic: string;
  report: {
    title: string;
    ordinal: number;
    year: number | null;
    adcode: string | null;
    region: string | null;
  };
  observation: Observation;
  order: string;
  /** what a person said of it; `observation` has the corrected fields then */
  review?: ReviewRow;
  /** as the parser read it, where a person has corrected it or its report */
  read?: Observation;
}

/** What many observations of a version have in common. */
export type StatementForm = Pick<Observation, 'unit' | 'measure' | 'kind' | 'period' | 'region' | 'section'>;

/** What few observations have. */
export interface RareFields
  extends Partial<
    Pick<Observation, 'valueTo' | 'bound' | 'basis' | 'hedge' | 'commitment' | 'scope' | 'flags'>
  > {
  /** the parser's name of the observation, where that is not its place in the report */
  name?: string;
  /** where the sentence does not have it at this place, or has signs that SQL counts otherwise */
  quote?: string;
}

/**
 * An observation in a version's statements. `id`: what its row's id has behind the document's; `indicator`, `form`,
 * `sentence`: places in the lists of
 * the version; `from`, `length`: the quote in the sentence, in UTF-16 code units.
 */
export type Statement = [
  id: string,
  indicator: number,
  form: number,
  value: number,
  confidence: number,
  sentence: number,
  from: number,
  length: number,
  rare?: RareFields,
];

/**
 * Everything that a version states, in one row: its observations in the order of the report, and once what many of them share.
 * Written once.
 */
export interface StatementsRow {
  /** `<document>.<n>` */
  id: string;
  /** where a sentence starts in the article's text, and its words; its end where that is not the end of its words */
  sentences: [start: number, text: string, end?: number][];
  indicators: Observation['indicator'][];
  forms: StatementForm[];
  observations: Statement[];
}

/**
 * By which the observations of a version are found that are of one region and year, and so lie together in every list.
 * What they say stands in the
 * version's statements. Written once.
 */
export interface StretchRow {
  /** what the `order` of all its observations starts with: region, year, document and version */
  order: string;
  document: string;
  n: number;
  source: string | null;
  /** first year of the period */
  year: number | null;
  reportYear: number | null;
  at: number;
  /** how many observations it has */
  count: number;
  /** `a` where it has actual values, `t` targets, `at` both */
  kinds: string;
  /** the greatest confidence of an observation */
  confidence: number;
  topics: string[];
  flags?: string[];
}
