import type { FigureCopies } from '@zhibiao/store';
import { html } from 'hono/html';
import { ask } from '../providers/asked.ts';
import { figureQuery } from '../providers/figure-query.ts';
import type { ConsoleContext, Handler } from '../route.ts';
import { figureForm } from '../view/figure-form.ts';
import { period } from '../view/format.ts';
import { type Words, wordsOf } from '../view/labels.ts';
import { page } from '../view/layout.ts';
import { indicatorLink, numberLink, regionLink, reportLink } from '../view/observation-cells.ts';
import { type Column, table } from '../view/table.ts';
import { wrongNotice } from '../view/wrong.ts';

/** Figures that several documents give: conflicts first. */
export const copiesPage: Handler = async (c, deps) => {
  const t = wordsOf(c.get('language'));
  const { answer, wrong } = await ask(async () => {
    const query = await figureQuery(c, deps);
    const narrowed = [query.region, query.code, query.name, query.document].some((f) => f !== undefined);
    return { narrowed, figures: narrowed ? await deps.store.copies(query) : [] };
  });
  const figures = answer?.figures ?? [];
  const shown = [...figures].sort((a, b) => Number(b.conflict) - Number(a.conflict)).slice(0, mostFigures);
  return page(
    c,
    {
      title: t('copies'),
      body: html`<h1>${t('copies')}</h1>
${figureForm(c, ['kind'], wrong?.name)}${wrongNotice(c, wrong)}
${
  !answer
    ? ''
    : shown.length === 0
      ? html`<p class="empty">${t(answer.narrowed ? 'none' : 'chooseRegion')}</p>`
      : html`<p><span class="chip removed">${t('conflict')} ${figures.filter((f) => f.conflict).length}</span> <span class="chip added">${t('agreement')} ${figures.filter((f) => !f.conflict).length}</span></p>
${table({ caption: t('copies'), columns: columnsOf(c, t), rows: shown })}`
}`,
    },
    wrong ? 400 : 200,
  );
};

const mostFigures = 100;

function columnsOf(c: ConsoleContext, t: Words): Column<FigureCopies>[] {
  const language = c.get('language');
  const first = ({ rows }: FigureCopies) => rows[0]!;
  return [
    { key: 'region', label: t('region'), cell: (f) => regionLink(first(f), language) },
    { key: 'period', label: t('period'), kind: 't', cell: (f) => period(first(f).observation.period) },
    {
      key: 'indicator',
      label: t('indicator'),
      cell: (f) =>
        html`${indicatorLink(first(f), language)} <span class="kind ${first(f).observation.kind}">${t(first(f).observation.kind)}</span>`,
    },
    {
      key: 'agreement',
      label: t('verdict'),
      cell: ({ conflict }) =>
        html`<span class="chip ${conflict ? 'removed' : 'added'}">${t(conflict ? 'conflict' : 'agreement')}</span>`,
    },
    {
      key: 'value',
      label: t('value'),
      cell: ({ rows }) =>
        rows.map(
          (row) =>
            html`<div>${numberLink(row, language)} <span class="quiet">${reportLink(row)} · ${row.source ?? new URL(row.page).host}</span></div>`,
        ),
    },
  ];
}
