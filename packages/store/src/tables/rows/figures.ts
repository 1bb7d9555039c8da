import type { Genre, Observation } from '@zhibiao/shared';
import type { ReviewVerdict } from './reviews.ts';

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
 * A source, or reports of a genre, speak of a region's year. Written once, and left there when they no longer do: it
 * says where to look.
 */
export interface GiverRow {
  /** `key`, a line break, then region and year as the ids of their figures begin: `figures/givers.ts` */
  id: string;
  /** `genre budget`, `source demo`; with a tab and `actual` or `target` behind it, of such values alone */
  key: string;
  /** first year of the period */
  year: number | null;
}

/**
 * A figure with its target and its actual value: one region, indicator, period, measure, scope and basis. Holds what
 * every document says of it;
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
