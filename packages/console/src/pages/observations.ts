import type { ObservationRow } from '@zhibiao/store';
import { exportFormats } from '@zhibiao/store/exports';
import { html } from 'hono/html';
import { figureQuery } from '../providers/figure-query.ts';
import type { ConsoleContext, Handler } from '../route.ts';
import { figureForm } from '../view/figure-form.ts';
import { period } from '../view/format.ts';
import { type Language, type Words, wordsOf } from '../view/labels.ts';
import { chips, flagChips, page, pager } from '../view/layout.ts';
import { indicatorLink, numberLink, regionLink, reportLink } from '../view/observation-cells.ts';

export const observationsPage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const { rows, next } = await deps.store.observations({ limit: 100, ...(await figureQuery(c, deps)) });
  return page(c, {
    title: t('observations'),
    body: html`<h1>${t('observations')}</h1>
${figureForm(c, t, ['kind'])}
${
  rows.length === 0
    ? html`<p class="empty">${t('none')}</p>`
    : html`<table class="list">
<thead><tr><th>${t('region')}</th><th>${t('period')}</th><th>${t('kind')}</th><th>${t('indicator')}</th><th class="n">${t('value')}</th><th>${t('quote')}</th><th>${t('report')}</th></tr></thead>
<tbody>${rows.map((row) => line(row, t, language))}</tbody></table><p class="downloads">${t('download')}: ${exportFormats.map((format) => html`<a href="${exportUrl(c, format)}">${format}</a> `)}</p>${pager(c, t, next)}`
}`,
  });
};

function exportUrl(c: ConsoleContext, format: string): string {
  const query = new URL(c.req.url).searchParams;
  query.set('format', format);
  return `/api/observations/export?${query.toString()}`;
}

function line(row: ObservationRow, t: Words, language: Language) {
  const o = row.observation;
  return html`<tr>
<td>${regionLink(row, '/observations')}</td>
<td class="t">${period(o.period)}</td>
<td><span class="kind ${o.kind}">${t(o.kind)}</span></td>
<td>${indicatorLink(row)} ${chips([o.scope, o.commitment].filter((note) => note !== null))}</td>
<td class="n">${numberLink(row, language)}</td>
<td><q title="${o.sentence.text}">${o.quote}</q> ${flagChips(t, o.flags)}</td>
<td class="t">${reportLink(row)}</td>
</tr>`;
}
