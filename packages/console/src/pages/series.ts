import type { ObservationRow } from '@zhibiao/store';
import { html } from 'hono/html';
import { figureQuery } from '../providers/figure-query.ts';
import type { Handler } from '../route.ts';
import { figureForm } from '../view/figure-form.ts';
import { type Language, wordsOf } from '../view/labels.ts';
import { chips, type Html, page } from '../view/layout.ts';
import { numberLink, regionLink } from '../view/observation-cells.ts';

/** One indicator: a row for each region and measure, a column for each year, results and targets in the cells. */
export const seriesPage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const query = await figureQuery(c, deps);
  const asked = query.code !== undefined || query.name !== undefined;
  const rows = asked ? await deps.store.series(query) : [];
  const dated = rows.filter((row) => row.observation.period !== null);
  return page(c, {
    title: t('series'),
    body: html`<h1>${t('series')}</h1>
${figureForm(c, t, ['measure'])}
${dated.length === 0 ? html`<p class="empty">${t(asked ? 'none' : 'chooseIndicator')}</p>` : grid(dated, t('region'), language)}
<p class="quiet">${t('seriesNote')} <span class="kind actual">${t('actual')}</span> <span class="kind target">${t('target')}</span></p>`,
  });
};

function grid(rows: readonly ObservationRow[], region: string, language: Language): Html {
  const years = [...new Set(rows.map(yearOf))].sort((a, b) => a - b);
  const lines = new Map<string, ObservationRow[]>();
  for (const row of rows) {
    const { region: place, indicator, measure, unit, scope } = row.observation;
    const key = JSON.stringify([
      place.adcode ?? place.name,
      indicator.code ?? indicator.name,
      measure,
      unit,
      scope,
    ]);
    lines.set(key, [...(lines.get(key) ?? []), row]);
  }
  return html`<div class="scroll"><table class="list grid">
<thead><tr><th>${region}</th>${years.map((year) => html`<th class="n">${year}</th>`)}</tr></thead>
<tbody>${[...lines.values()].map((line) => {
    const { indicator, scope } = line[0]!.observation;
    return html`<tr><td>${regionLink(line[0]!, '/observations')} <span class="quiet">${indicator.name}</span> ${chips(scope ? [scope] : [])}</td>${years.map(
      (year) =>
        html`<td class="n">${distinct(line.filter((row) => yearOf(row) === year)).map((row) => html`${numberLink(row, language)}<br>`)}</td>`,
    )}</tr>`;
  })}</tbody></table></div>`;
}

const yearOf = ({ observation }: ObservationRow) => observation.period!.start;

/** Copies of one figure are shown once, the surest first, as they come. */
function distinct(rows: readonly ObservationRow[]): ObservationRow[] {
  const seen = new Set<string>();
  return rows.filter(({ observation: { kind, value, valueTo, bound } }) => {
    const key = `${kind} ${value} ${valueTo} ${bound}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
