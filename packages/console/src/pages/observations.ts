import { type Figure, mostCounted } from '@zhibiao/store';
import { exportFormats } from '@zhibiao/store/exports';
import { html } from 'hono/html';
import { ask } from '../providers/asked.ts';
import { figureQuery } from '../providers/figure-query.ts';
import { figureOrders, mostSorted, sortedFigures } from '../providers/sorted-figures.ts';
import type { ConsoleContext, Handler } from '../route.ts';
import { figureIndicator, figureLink, figureSources } from '../view/figure-cells.ts';
import { periodColumn, regionColumn } from '../view/figure-columns.ts';
import { figureForm } from '../view/figure-form.ts';
import { counted } from '../view/format.ts';
import { type Words, wordsOf } from '../view/labels.ts';
import { page, pager } from '../view/layout.ts';
import { type Column, chosenColumns, columnForm, table } from '../view/table.ts';
import { wrongNotice } from '../view/wrong.ts';

/** One row for each figure, its sources folded in. */
export const observationsPage: Handler = async (c, deps) => {
  const t = wordsOf(c.get('language'));
  const { answer, wrong } = await ask(async () =>
    sortedFigures(deps, await figureQuery(c, deps), c.req.query('sort')),
  );
  const columns = columnsOf(c, t);
  return page(
    c,
    {
      title: t('observations'),
      cite: true,
      body: html`<h1>${t('observations')}</h1>
${figureForm(c, ['kind', 'measure'], wrong?.name)}${wrongNotice(c, wrong)}
${
  !answer
    ? ''
    : answer.rows.length === 0
      ? html`<p class="empty">${t('none')}</p>`
      : html`<div class="tools-line">${columnForm(c, t, columns)}<span>${t('download')}: ${exportFormats.map((format) => html`<a href="${exportUrl(c, format)}">${format}</a> `)}</span></div>
${answer.unsorted ? html`<p class="notice">${t('tooManyToSort')} ${mostSorted.toLocaleString('en')}</p>` : ''}${table({ caption: t('observations'), columns: chosenColumns(c, columns), rows: answer.rows, sortedIn: c })}
${pager(c, t, answer.next, shownOf(answer, t))}`
}`,
    },
    wrong ? 400 : 200,
  );
};

function columnsOf(c: ConsoleContext, t: Words): Column<Figure>[] {
  const language = c.get('language');
  return [
    regionColumn(t, language),
    periodColumn(t),
    {
      key: 'kind',
      label: t('kind'),
      cell: ({ kind }) => html`<span class="kind ${kind}">${t(kind)}</span>`,
      by: figureOrders.kind,
    },
    {
      key: 'indicator',
      label: t('indicator'),
      cell: (f) => figureIndicator(f, language),
      by: figureOrders.indicator,
    },
    {
      key: 'value',
      label: t('value'),
      kind: 'n',
      cell: (f) => figureLink(f, language),
      by: figureOrders.value,
    },
    { key: 'quote', label: t('quote'), kind: 'long', cell: ({ quote }) => html`<q>${quote}</q>` },
    {
      key: 'report',
      label: t('report'),
      cell: (f) => figureSources(f, t, language),
      by: figureOrders.report,
    },
  ];
}

const shownOf = ({ rows, total }: { rows: readonly Figure[]; total: number | null }, t: Words): string =>
  total === null
    ? `${rows.length} ${t('rowsShown')}`
    : `${rows.length} / ${counted(total, mostCounted)} ${t('rows')}`;

function exportUrl(c: ConsoleContext, format: string): string {
  const query = new URL(c.req.url).searchParams;
  for (const name of ['sort', 'col', 'after']) query.delete(name);
  query.set('format', format);
  return `/api/v1/observations/export?${query.toString()}`;
}
