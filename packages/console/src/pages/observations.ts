import type { ObservationRow } from '@zhibiao/store';
import { html } from 'hono/html';
import { observationFilters } from '../providers/filters.ts';
import type { Handler } from '../route.ts';
import { filterForm } from '../view/form.ts';
import { exact, period, value } from '../view/format.ts';
import { type Language, type Words, wordsOf } from '../view/labels.ts';
import { chips, page, pager } from '../view/layout.ts';

export const observationsPage: Handler = async (c, { store }) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const { rows, next } = await store.observations({ limit: 100, ...observationFilters(c) });
  return page(c, {
    title: t('observations'),
    body: html`<h1>${t('observations')}</h1>
${filterForm(c, t, [
  { name: 'region', label: t('regionCode'), size: 8, pattern: '\\d{6}' },
  { name: 'name', label: t('indicatorName'), size: 16 },
  { name: 'code', label: t('code'), size: 14 },
  { name: 'year', label: t('period'), size: 5, pattern: '\\d{4}' },
  {
    name: 'kind',
    label: t('kind'),
    options: [
      ['', t('all')],
      ['actual', t('actual')],
      ['target', t('target')],
    ],
  },
])}
${
  rows.length === 0
    ? html`<p class="empty">${t('none')}</p>`
    : html`<table class="list">
<thead><tr><th>${t('region')}</th><th>${t('period')}</th><th>${t('kind')}</th><th>${t('indicator')}</th><th class="n">${t('value')}</th><th>${t('quote')}</th></tr></thead>
<tbody>${rows.map((row) => line(row, t, language))}</tbody></table>${pager(c, t, next)}`
}`,
  });
};

function line({ id, document, n, observation: o }: ObservationRow, t: Words, language: Language) {
  return html`<tr>
<td>${o.region.adcode ? html`<a class="quiet" href="/observations?region=${o.region.adcode}">${o.region.name}</a>` : o.region.name || '–'}</td>
<td>${period(o.period)}</td>
<td><span class="kind ${o.kind}">${t(o.kind)}</span></td>
<td><a class="quiet" href="/observations?name=${encodeURIComponent(o.indicator.name)}">${o.indicator.name}</a> ${chips(o.scope ? [o.scope] : [])}</td>
<td class="n"><a class="number ${o.kind}" href="/documents/${document}?n=${n}#w-${id}" title="${exact(o)}">${value(o, language)}</a></td>
<td><q title="${o.sentence.text}">${o.quote}</q> ${chips(o.flags, 'warn')}</td>
</tr>`;
}
