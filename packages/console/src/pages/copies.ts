import type { Figure } from '@zhibiao/store';
import { html } from 'hono/html';
import { ask } from '../providers/asked.ts';
import { figureQuery } from '../providers/figure-query.ts';
import { pageRows } from '../providers/sorted-figures.ts';
import type { ConsoleContext, Handler } from '../route.ts';
import { addressWith } from '../view/address.ts';
import { figureIndicator, figureLink } from '../view/figure-cells.ts';
import { periodColumn, regionColumn } from '../view/figure-columns.ts';
import { figureForm } from '../view/figure-form.ts';
import { value } from '../view/format.ts';
import { type Words, wordFor, wordsOf } from '../view/labels.ts';
import { page, pager } from '../view/layout.ts';
import { type Column, table } from '../view/table.ts';
import { wrongNotice } from '../view/wrong.ts';

/** Figures that several documents give, the worst conflict first. */
export const copiesPage: Handler = async (c, deps) => {
  const t = wordsOf(c.get('language'));
  const conflicts = c.req.query('conflicts') === 'true';
  const { answer, wrong } = await ask(async () => {
    const { kind: _, ...query } = await figureQuery(c, deps);
    return deps.store.copyList({ limit: pageRows, ...query, conflicts });
  });
  return page(
    c,
    {
      title: t('copies'),
      cite: true,
      body: html`<h1>${t('copies')}</h1><p class="lead">${t('copiesNote')}</p>
${figureForm(c, ['measure'], wrong?.name)}${wrongNotice(c, wrong)}
<p><a class="button" href="${addressWith(c, { conflicts: conflicts ? null : 'true', after: null })}">${t(conflicts ? 'showAgreeing' : 'onlyConflicts')}</a></p>
${
  !answer
    ? ''
    : answer.rows.length === 0
      ? html`<p class="empty">${t('none')}</p>`
      : html`${table({ caption: t('copies'), columns: columnsOf(c, t), rows: answer.rows, sortIn: c })}
${pager(c, t, answer.next, `${answer.rows.length} ${t('rowsShown')}`)}`
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
      key: 'indicator',
      label: t('indicator'),
      cell: (f) => html`${figureIndicator(f, language)} <span class="kind ${f.kind}">${t(f.kind)}</span>`,
      by: (f) => f.indicator.code ?? f.indicator.name,
    },
    {
      key: 'agreement',
      label: t('verdict'),
      cell: ({ conflict }) =>
        html`<span class="chip ${conflict ? 'removed' : 'added'}">${t(conflict ? 'conflict' : 'agreement')}</span>`,
    },
    {
      key: 'chosen',
      label: t('chosenValue'),
      cell: (f) =>
        html`${figureLink(f, language)} <span class="quiet">${wordFor(t, 'because', f.chosenBecause)}</span>`,
    },
    {
      key: 'values',
      label: t('values'),
      cell: (f) =>
        f.values.map(
          (one) =>
            html`<div><b>${value({ ...f, value: one.value, valueTo: null }, language)}</b> ${one.documents.map((id) => html`<a class="quiet" href="/documents/${id}">${id.slice(0, 8)}</a> `)}</div>`,
        ),
    },
    {
      key: 'spread',
      label: t('spread'),
      kind: 'n',
      cell: ({ spread }) => `${(spread * 100).toFixed(1)}%`,
      by: ({ spread }) => spread,
    },
  ];
}
