import type { FigureCopies } from '@zhibiao/store';
import { html } from 'hono/html';
import { figureQuery } from '../providers/figure-query.ts';
import type { Handler } from '../route.ts';
import { figureForm } from '../view/figure-form.ts';
import { period } from '../view/format.ts';
import { type Language, type Words, wordsOf } from '../view/labels.ts';
import { page } from '../view/layout.ts';
import { indicatorLink, numberLink, regionLink, reportLink } from '../view/observation-cells.ts';

/** Figures that several documents give: conflicts first. */
export const copiesPage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const query = await figureQuery(c, deps);
  const narrowed = [query.region, query.code, query.name, query.document].some(
    (filter) => filter !== undefined,
  );
  const figures = narrowed ? await deps.store.copies(query) : [];
  const shown = [...figures].sort((a, b) => Number(b.conflict) - Number(a.conflict)).slice(0, mostFigures);
  return page(c, {
    title: t('copies'),
    body: html`<h1>${t('copies')}</h1>
${figureForm(c, t, ['kind'])}
${
  shown.length === 0
    ? html`<p class="empty">${t(narrowed ? 'none' : 'chooseRegion')}</p>`
    : html`<p><span class="chip removed">${t('conflict')} ${figures.filter((f) => f.conflict).length}</span> <span class="chip added">${t('agreement')} ${figures.filter((f) => !f.conflict).length}</span></p>
<table class="list">
<thead><tr><th>${t('region')}</th><th>${t('period')}</th><th>${t('indicator')}</th><th></th><th>${t('value')}</th></tr></thead>
<tbody>${shown.map((figure) => line(figure, t, language))}</tbody></table>`
}`,
  });
};

const mostFigures = 300;

function line({ rows, conflict }: FigureCopies, t: Words, language: Language) {
  const first = rows[0]!;
  return html`<tr>
<td>${regionLink(first, '/copies')}</td>
<td class="t">${period(first.observation.period)}</td>
<td>${indicatorLink(first)} <span class="kind ${first.observation.kind}">${t(first.observation.kind)}</span></td>
<td><span class="chip ${conflict ? 'removed' : 'added'}">${t(conflict ? 'conflict' : 'agreement')}</span></td>
<td>${rows.map((row) => html`${numberLink(row, language)} <span class="quiet">${reportLink(row)} · ${row.source ?? new URL(row.page).host}</span><br>`)}</td>
</tr>`;
}
