import type { Figure } from '@zhibiao/store';
import { regionName } from '../providers/regions.ts';
import { sentencesOf } from '../providers/sentences.ts';
import { figureAddress, figureWords } from '../view/figure-cells.ts';
import { period, value } from '../view/format.ts';
import { indicatorName } from '../view/indicators.ts';
import type { AssistantDeps } from './deps.ts';

/** A figure as an assistant gets it: its value, the sentence that proves it, and where both can be looked at. */
export interface Told {
  readonly id: string;
  readonly region: string;
  readonly adcode: string | null;
  readonly indicator: string;
  readonly code: string | null;
  readonly period: string;
  readonly kind: 'actual' | 'target';
  readonly measure: string;
  /** multiplied out, in `unit`; read with `bound` */
  readonly value: number;
  readonly valueTo: number | null;
  readonly bound: string;
  readonly unit: string;
  /** as one would say it */
  readonly text: string;
  readonly scope: string | null;
  readonly basis: string | null;
  readonly conflict: boolean;
  readonly documents: number;
  readonly sentence: string;
  /** stable address of the figure in the console */
  readonly address: string;
  /** address of the words in the text */
  readonly words: string;
  /** the page that was crawled */
  readonly page: string;
}

/** Figures with their sentences, in their order. */
export async function tell(deps: AssistantDeps, figures: readonly Figure[]): Promise<Told[]> {
  const sentences = await sentencesOf(deps, figures);
  return figures.map((figure) => ({
    id: figure.id,
    region: regionName(figure.region, 'zh'),
    adcode: figure.region.adcode,
    indicator: indicatorName(figure.indicator, 'zh'),
    code: figure.indicator.code,
    period: figure.period?.from ? `${figure.period.from}/${figure.period.to}` : period(figure.period),
    kind: figure.kind,
    measure: figure.measure,
    value: figure.value,
    valueTo: figure.valueTo,
    bound: figure.bound,
    unit: figure.unit,
    text: value(figure, 'zh'),
    scope: figure.scope,
    basis: figure.basis,
    conflict: figure.conflict,
    documents: figure.documents,
    sentence: sentences.get(figure.id) ?? figure.quote,
    address: `${deps.console}${figureAddress(figure)}`,
    words: `${deps.console}${figureWords(figure)}`,
    page: figure.chosen.page,
  }));
}
