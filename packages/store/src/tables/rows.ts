import type {
  Genre,
  Observation,
  Page,
  QuarantineRecord,
  Report,
  Run,
  Source,
  Webhook,
} from '@zhibiao/shared';

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
 * An observation in a version's statements. `id`: what its row's id has behind the document's; `indicator`, `form`, `sentence`: places in the lists of
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
 * By which the observations of a version are found that are of one region and year, and so lie together in every list. What they say stands in the
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

/** One claim of a document about a figure. */
export interface Member {
  /** id of the observation */
  id: string;
  kind: Observation['kind'];
  /** in the figure's unit */
  value: number;
  valueTo: number | null;
  bound: Observation['bound'];
  quote: string;
  hedge: string | null;
  commitment: string | null;
  confidence: number;
  review?: ReviewVerdict;
}

/** What a document says about a figure. */
export interface Said {
  page: string;
  source: string | null;
  genre: Genre | null;
  /** year of delivery of the report */
  year: number | null;
  /** the figure is of the report's own region */
  own: boolean;
  members: Member[];
}

/** A document's part of a figure. `rev`: the revision of the document that it follows; an older one never overwrites it. */
export interface Contribution {
  document: string;
  rev: number;
  /** null: the document does not speak of it, or no longer */
  now: Said | null;
  /** what it says once one of these runs is promoted, the strongest last; missing where no run would change it */
  later?: { run: string; said: Said | null }[];
}

/** A chosen value: its place in `documents` and in `members` there, why it was chosen, documents, texts, spread, conflict (1). */
export type Picked = [
  document: number,
  member: number,
  because: string,
  documents: number,
  texts: number,
  spread: number,
  conflict: number,
];

/**
 * A figure with its target and its actual value: one region, indicator, period, measure, scope and basis. Holds what every document says of it;
 * the chosen values are computed from that. Rows are emptied but never removed: an older writer must find what it may not overwrite.
 */
export interface FigureRow {
  /** region code and year, by which a region's figures lie together, then a hash of all that names the figure */
  id: string;
  rev: number;
  region: { name: string; adcode: string | null };
  indicator: { name: string; code: string | null };
  /** code of the indicator, or its name where it has none */
  topic: string;
  period: Observation['period'];
  /** first year of the period */
  year: number | null;
  measure: Observation['measure'];
  scope: string | null;
  basis: string | null;
  /** of all its values */
  unit: string;
  documents: Contribution[];
  /** `a` where an actual value is chosen, `t` a target, `at` both, empty for neither */
  kinds: string;
  verdict: 'open' | 'met' | 'missed' | 'cannot tell' | null;
  /** place among all figures that several documents give, the worst conflict first; null for all others */
  dispute: string | null;
  /** which values are chosen now, for whoever reads the table by SQL; null where the row has one value and nothing had to be chosen */
  chosen: { actual: Picked | null; target: Picked | null } | null;
  /** when the chosen values last changed, and the row's id: the order of changes */
  changed: string;
  /** when it was first given, milliseconds since the epoch */
  since: number;
  /** what was chosen before the last change; null when it is new */
  before: { actual: number | null; target: number | null } | null;
}

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

/** The text of a report, as search finds it. Written once. */
export interface TextRow {
  /** document and a hash of what the text is and where it is found: `search/text.ts` */
  id: string;
  document: string;
  /** region, year and a hash as one number: the order of what is found, unique */
  place: number;
  /** of delivery */
  year: number | null;
  text: string;
}

/** The word that makes all shadows of a run visible or void, for good. Written once. */
export interface PromotionRow {
  run: string;
  state: 'promoted' | 'dropped';
  at: number;
  by: string;
}

/** A name and a code that indicators were given together. Written once. */
export interface TermRow {
  /** `<name>\n<code>` */
  id: string;
  name: string;
  code: string | null;
}

/** A region that reports or observations are of. Written once. */
export interface PlaceRow {
  /** its code, or `~` and its name where it has none */
  id: string;
  name: string;
  adcode: string | null;
}

export interface Rows {
  places: PlaceRow;
  terms: TermRow;
  sources: Source;
  webhooks: Webhook;
  pages: Page;
  documents: DocumentRow;
  extractions: ExtractionRow;
  versions: VersionRow;
  statements: StatementsRow;
  stretches: StretchRow;
  figures: FigureRow;
  reviews: ReviewRow;
  overrides: OverrideRow;
  texts: TextRow;
  runs: Run;
  promotions: PromotionRow;
  quarantine: QuarantineRecord;
}
