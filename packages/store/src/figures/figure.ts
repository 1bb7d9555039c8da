import type { Genre, Observation } from '@zhibiao/shared';
import type { FigureRow, Member, ReviewVerdict } from '../tables/rows.ts';
import type { Choice } from './choose.ts';
import { changedAt } from './contribute.ts';

/**
 * What all current observations say about one region, indicator, period, measure, kind, scope and basis: the words of the
 * chosen value (`value`, `quote` …), and why it was chosen.
 */
export interface Figure
  extends Omit<Choice, 'chosen'>,
    Pick<Member, 'kind' | 'value' | 'valueTo' | 'bound' | 'quote' | 'hedge' | 'commitment' | 'confidence'> {
  id: string;
  region: { name: string; adcode: string | null };
  indicator: { name: string; code: string | null };
  period: Observation['period'];
  measure: Observation['measure'];
  scope: string | null;
  basis: string | null;
  unit: string;
  /** whose value it is */
  chosen: {
    document: string;
    /** id of the observation */
    observation: string;
    page: string;
    source: string | null;
    genre: Genre | null;
    reportYear: number | null;
    /** the report is of the figure's own region */
    own: boolean;
    review: ReviewVerdict | null;
  };
  /** when it was first given and when its chosen value last changed, milliseconds since the epoch */
  since: number;
  changedAt: number;
}

/** The id of a figure names its row and its kind. */
export const figureIdOf = (row: string, kind: Observation['kind']): string => `${row} ${kind}`;

export function figureOf(row: FigureRow, choice: Choice): Figure {
  const { chosen, chosenBecause, values, documents, texts, spread, conflict, reportYears } = choice;
  return {
    id: figureIdOf(row.id, chosen.kind),
    region: row.region,
    indicator: row.indicator,
    period: row.period,
    measure: row.measure,
    kind: chosen.kind,
    scope: row.scope,
    basis: row.basis,
    unit: row.unit,
    value: chosen.value,
    valueTo: chosen.valueTo,
    bound: chosen.bound,
    quote: chosen.quote,
    hedge: chosen.hedge,
    commitment: chosen.commitment,
    confidence: chosen.confidence,
    chosen: {
      document: chosen.document,
      observation: chosen.id,
      page: chosen.page,
      source: chosen.source,
      genre: chosen.genre,
      reportYear: chosen.year,
      own: chosen.own,
      review: chosen.review ?? null,
    },
    chosenBecause,
    values,
    documents,
    texts,
    spread,
    conflict,
    reportYears,
    since: row.since,
    changedAt: changedAt(row),
  };
}
