import type { Figure } from '@zhibiao/store';
import { periodText, valueText } from './observation-rows.ts';

export const figureHead = [
  'region',
  'period',
  'kind',
  'indicator',
  'value',
  'scope',
  'documents',
  'chosen because',
  'quote',
] as const;

/** Cells of the table that people read. */
export function figureRow(figure: Figure): string[] {
  const { region, period, kind, indicator, scope, basis, documents, texts, conflict } = figure;
  return [
    region.name,
    periodText(period),
    kind,
    indicator.name,
    figureValue(figure),
    [scope, basis].filter(Boolean).join(' '),
    `${documents}${texts < documents ? ` (${texts} texts)` : ''}${conflict ? ' CONFLICT' : ''}`,
    figure.chosenBecause,
    figure.quote,
  ];
}

export const figureValue = ({ value, valueTo, unit, bound, measure }: Figure): string =>
  valueText({ value, valueTo, unit, bound, measure });
