import { present } from '@zhibiao/shared';
import type { Figure } from '@zhibiao/store';
import { html } from 'hono/html';
import { figureIndicator, figureLink, figureRegion, figureSources } from './figure-cells.ts';
import { period } from './format.ts';
import { codeName, indicatorName } from './indicators.ts';
import { type Language, type Words, wordsOf } from './labels.ts';
import type { Column } from './table.ts';

/** Columns of tables whose rows have a figure; what a row has besides it follows in the page. */
export function figureColumns<T>(of: (row: T) => Figure, language: Language) {
  const t: Words = wordsOf(language);
  const figure = <K extends string>(
    key: K,
    column: Omit<Column<Figure>, 'key' | 'cell' | 'by'> & Pick<Column<Figure>, 'cell' | 'by'>,
  ): Column<T> => ({
    ...column,
    key,
    cell: (row) => column.cell(of(row)),
    by: column.by && ((row) => present(column.by, 'the order of the column')(of(row))),
    look: undefined,
  });
  return {
    region: figure('region', {
      label: t('region'),
      cell: (f) => figureRegion(f, language),
      by: (f) => f.region.adcode ?? f.region.name,
    }),
    period: figure('period', {
      label: t('period'),
      kind: 't',
      cell: (f) => period(f.period),
      by: (f) => f.period?.start ?? null,
    }),
    kind: figure('kind', {
      label: t('kind'),
      cell: ({ kind }) => html`<span class="kind ${kind}">${t(kind)}</span>`,
      by: (f) => f.kind,
    }),
    indicator: figure('indicator', {
      label: t('indicator'),
      cell: (f) => figureIndicator(f, language),
      by: (f) => indicatorName(f.indicator, language),
    }),
    code: figure('code', {
      label: t('code'),
      spare: true,
      cell: ({ indicator: { code } }) => (code ? html`<code>${code}</code>` : ''),
      by: (f) => f.indicator.code,
    }),
    other: figure('other', {
      label: t('otherName'),
      spare: true,
      cell: ({ indicator: { code, name } }) => (language === 'en' ? name : code ? codeName(code, 'en') : ''),
      by: (f) => f.indicator.name,
    }),
    measure: figure('measure', {
      label: t('measure'),
      spare: true,
      cell: ({ measure }) => t(measure),
      by: (f) => f.measure,
    }),
    value: figure('value', {
      label: t('value'),
      kind: 'n',
      cell: (f) => figureLink(f, language),
      by: (f) => f.value,
    }),
    exact: figure('exact', {
      label: t('exactValue'),
      kind: 'n',
      spare: true,
      cell: ({ value, unit }) => `${value} ${unit}`,
      by: (f) => f.value,
    }),
    quote: figure('quote', {
      label: t('quote'),
      kind: 'long',
      cell: ({ quote }) => html`<q>${quote}</q>`,
      by: undefined,
    }),
    confidence: figure('confidence', {
      label: t('confidence'),
      kind: 'n',
      spare: true,
      cell: ({ confidence }) => confidence.toFixed(2),
      by: (f) => f.confidence,
    }),
    report: figure('report', {
      label: t('report'),
      cell: (f) => figureSources(f, t, language),
      by: (f) => f.chosen.reportYear,
    }),
    reports: figure('reports', {
      label: t('numberOfReports'),
      kind: 'n',
      spare: true,
      cell: ({ documents }) => documents,
      by: (f) => f.documents,
    }),
  };
}
