import { type Figure, mostCounted } from '@zhibiao/store';
import { html } from 'hono/html';
import { ask } from '../providers/asked.ts';
import { figureQuery } from '../providers/figure-query.ts';
import { readListing } from '../providers/listing.ts';
import type { ConsoleContext, Handler } from '../route.ts';
import { addressWith } from '../view/address.ts';
import { figureColumns } from '../view/figure-columns.ts';
import { figureForm } from '../view/figure-form.ts';
import { value } from '../view/format.ts';
import { type Words, wordFor, wordsOf } from '../view/labels.ts';
import { page } from '../view/layout.ts';
import { list } from '../view/list.ts';
import type { Column } from '../view/table.ts';
import { wrongNotice } from '../view/wrong.ts';

/** Figures that several documents give, the worst conflict first. */
export const copiesPage: Handler = async (c, deps) => {
  const t = wordsOf(c.get('language'));
  const conflicts = c.req.query('conflicts') === 'true';
  const columns = columnsOf(c, t);
  const { answer, wrong } = await ask(async () => {
    const { kind: _, after: __, ...query } = await figureQuery(c, deps);
    const listing = {
      page: (limit: number, after?: string) => deps.store.copyList({ ...query, conflicts, limit, after }),
      count: () => deps.store.copyCount({ ...query, conflicts }),
      about: true,
      ends: mostCounted,
    };
    return readListing(c, listing, columns);
  });
  return page(
    c,
    {
      title: t('copies'),
      cite: true,
      body: html`<h1>${t('copies')}</h1><p class="lead">${t('copiesNote')}</p>
${figureForm(c, ['measure'], wrong?.name)}${wrongNotice(c, wrong)}
<p><a class="button" href="${addressWith(c, { conflicts: conflicts ? null : 'true', after: null, skip: null })}">${t(conflicts ? 'showAgreeing' : 'onlyConflicts')}</a></p>
${answer ? list(c, { caption: t('copies'), columns, shown: answer, empty: t('none') }) : ''}`,
    },
    wrong ? 400 : 200,
  );
};

function columnsOf(c: ConsoleContext, t: Words): Column<Figure>[] {
  const language = c.get('language');
  const of = figureColumns((figure: Figure) => figure, language);
  return [
    of.region,
    of.period,
    of.kind,
    of.indicator,
    of.code,
    of.other,
    of.measure,
    {
      key: 'agreement',
      label: t('agreementHead'),
      cell: ({ conflict }) =>
        html`<span class="chip ${conflict ? 'removed' : 'added'}">${t(conflict ? 'conflict' : 'agreement')}</span>`,
      by: ({ conflict }) => Number(!conflict),
    },
    { ...of.value, key: 'chosen', label: t('chosenValue') },
    {
      key: 'because',
      label: t('chosenBecause'),
      cell: (f) => html`<span class="quiet">${wordFor(t, 'because', f.chosenBecause)}</span>`,
      by: (f) => f.chosenBecause,
    },
    {
      key: 'values',
      label: t('valuesAndReports'),
      cell: (f) =>
        f.values.map(
          (one) =>
            html`<div><b>${value({ ...f, value: one.value, valueTo: null }, language)}</b> ${one.documents.map((id, i) => html`<a class="quiet" href="/documents/${id}" aria-label="${t('report')} ${i + 1}">${i + 1}</a> `)}</div>`,
        ),
      by: (f) => f.documents,
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
