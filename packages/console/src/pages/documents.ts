import type { VersionRow } from '@zhibiao/store';
import { html } from 'hono/html';
import { documentFilters } from '../providers/filters.ts';
import type { Handler } from '../route.ts';
import { filterForm } from '../view/form.ts';
import { time } from '../view/format.ts';
import { type Language, type Words, wordsOf } from '../view/labels.ts';
import { flagChips, page, pager } from '../view/layout.ts';

export const documentsPage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const [{ rows, next }, sources] = await Promise.all([
    deps.store.documents({ limit: 100, ...documentFilters(c, deps) }),
    deps.store.listSources(),
  ]);
  const filtered = new URL(c.req.url).searchParams.size > 0;
  return page(c, {
    title: t('documents'),
    body: html`<h1>${t('documents')}</h1>
${filterForm(c, t, [
  { name: 'region', label: t('regionFilter'), size: 10 },
  { name: 'year', label: t('delivered'), size: 5, pattern: '\\d{4}' },
  {
    name: 'source',
    label: t('source'),
    options: [['', t('all')], ...sources.map((s) => [s.id, s.name] as const)],
  },
  { name: 'flag', label: t('flags'), size: 18 },
])}
${
  rows.length === 0
    ? html`<p class="empty">${t(filtered ? 'none' : 'noneYet')}</p>`
    : html`<table class="list">
<thead><tr><th>${t('region')}</th><th class="n">${t('delivered')}</th><th>${t('reportTitle')}</th><th class="n">${t('count')}</th><th>${t('source')}</th><th class="n">${t('version')}</th><th>${t('crawledAt')}</th></tr></thead>
<tbody>${rows.map((row) => documentRow(row, t, language))}</tbody>
</table>${pager(c, t, next)}`
}`,
  });
};

function documentRow(
  { document, report, count, source, n, time: at }: VersionRow,
  t: Words,
  language: Language,
) {
  const { region, year, flags } = report;
  return html`<tr>
<td>${region?.adcode ? html`<a class="quiet" href="/documents?region=${region.adcode}">${region.name}</a>` : (region?.name ?? '–')}</td>
<td class="n">${year === null ? '–' : html`<a class="quiet" href="/documents?year=${year}">${year}</a>`}</td>
<td><a href="/documents/${document}">${report.title || t('reportTitle')}</a> ${flagChips(t, flags)}</td>
<td class="n">${count}</td>
<td>${source === null ? '–' : html`<a class="quiet" href="/documents?source=${source}">${source}</a>`}</td>
<td class="n">${n === 1 ? '1' : html`<a class="quiet" href="/documents/${document}/history">${n}</a>`}</td>
<td class="t">${time(at, language)}</td>
</tr>`;
}
