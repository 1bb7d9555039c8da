import type { Genre, Observation } from '@zhibiao/shared';

export type ReviewVerdict = 'checked' | 'wrong' | 'corrected';

/** What a person said of an observation, kept over reprocessing. */
export interface ReviewRow {
  /** id of the observation */
  id: string;
  document: string;
  verdict: ReviewVerdict;
  /** for `corrected`: the fields as they should be */
  fields: Partial<Correction> | null;
  note: string;
  by: string;
  /** milliseconds since the epoch */
  at: number;
  /** the words that were looked at: by them it is found again where a new parser gives the claim another id */
  quote: string;
  sentence: string;
  /** what the observation said then; where it says something else, a person is asked again */
  seen?: Correction;
  /** the version that was looked at */
  n?: number;
}

/** What a review may correct in an observation. */
export type Correction = Pick<
  Observation,
  | 'indicator'
  | 'value'
  | 'valueTo'
  | 'unit'
  | 'bound'
  | 'measure'
  | 'kind'
  | 'region'
  | 'period'
  | 'scope'
  | 'basis'
>;

/** What a person said of a whole report, kept over reprocessing. */
export interface OverrideRow {
  document: string;
  /** its observations stand in no figure */
  excluded: boolean;
  region: { name: string; adcode: string } | null;
  year: number | null;
  genre: Genre | null;
  note: string;
  by: string;
  at: number;
}
