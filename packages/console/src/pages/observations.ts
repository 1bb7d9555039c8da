import type { ObservationRow } from '@zhibiao/store';
import { exportFormats } from '@zhibiao/store/exports';
import { html } from 'hono/html';
import { ask } from '../providers/asked.ts';
import { figureQuery } from '../providers/figure-query.ts';
import { type FigureView, groupFigures } from '../providers/figures.ts';
import type { ConsoleContext, Handler } from '../route.ts';
import { figureForm } from '../view/figure-form.ts';
import { sourcesOf } from '../view/figure-sources.ts';
import { period } from '../view/format.ts';
import { type Words, wordsOf } from '../view/labels.ts';
import { chips, flagChips, page, pager } from '../view/layout.ts';
import { indicatorLink, numberLink, regionLink, reportLink } from '../view/observation-cells.ts';
import { type Column, chosenColumns, columnForm, table } from '../view/table.ts';
import { wrongNotice } from '../view/wrong.ts';

/** One row for each figure, its sources folded in. */
export const observationsPage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const { answer, wrong } = await ask(async () =>
    deps.store.observations({ limit: 100, ...(await figureQuery(c, deps)) }),
  );
  const figures = groupFigures(answer?.rows ?? []);
  const columns = columnsOf(c, t);
  return page(
    c,
    {
      title: t('observations'),
      body: html`<h1>${t('observations')}</h1>
${figureForm(c, ['kind', 'measure'], wrong?.name)}${wrongNotice(c, wrong)}
${
  !answer
    ? ''
    : figures.length === 0
      ? html`<p class="empty">${t('none')}</p>`
      : html`<div class="tools-line">${columnForm(c, t, columns)}<span>${t('download')}: ${exportFormats.map((format) => html`<a href="${exportUrl(c, format)}">${format}</a> `)}</span></div>
${table({ caption: t('observations'), columns: chosenColumns(c, columns), rows: figures, sortIn: c })}
${pager(c, t, answer.next, `${figures.length} ${t('rowsShown')}`)}`
}`,
    },
    wrong ? 400 : 200,
  );
};

function columnsOf(c: ConsoleContext, t: Words): Column<FigureView>[] {
  const language = c.get('language');
  const o = ({ chosen }: FigureView) => chosen.observation;
  return [
    {
      key: 'region',
      label: t('region'),
      cell: ({ chosen }) => regionLink(chosen, language),
      by: (f) => o(f).region.adcode ?? o(f).region.name,
    },
    {
      key: 'period',
      label: t('period'),
      kind: 't',
      cell: (f) => period(o(f).period),
      by: (f) => o(f).period?.start ?? null,
    },
    {
      key: 'kind',
      label: t('kind'),
      cell: (f) => html`<span class="kind ${o(f).kind}">${t(o(f).kind)}</span>`,
      by: (f) => o(f).kind,
    },
    {
      key: 'indicator',
      label: t('indicator'),
      cell: (f) => html`${indicatorLink(f.chosen, language)} ${chips(notesOf(f.chosen))}`,
      by: (f) => o(f).indicator.code ?? o(f).indicator.name,
    },
    {
      key: 'value',
      label: t('value'),
      kind: 'n',
      cell: (f) => numberLink(f.chosen, language),
      by: (f) => o(f).value,
    },
    {
      key: 'quote',
      label: t('quote'),
      kind: 'long',
      cell: (f) => html`<q title="${o(f).sentence.text}">${o(f).quote}</q> ${flagChips(t, o(f).flags)}`,
    },
    { key: 'report', label: t('report'), cell: (f) => sourcesOf(f, t, reportLink, language) },
  ];
}

/** What tells a figure apart that is otherwise called the same. */
const notesOf = ({ observation: o }: ObservationRow): string[] =>
  [o.scope, o.basis, o.commitment].filter((note) => note !== null);

function exportUrl(c: ConsoleContext, format: string): string {
  const query = new URL(c.req.url).searchParams;
  for (const name of ['sort', 'col', 'after']) query.delete(name);
  query.set('format', format);
  return `/api/v1/observations/export?${query.toString()}`;
}
