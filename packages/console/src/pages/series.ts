import type { ObservationRow } from '@zhibiao/store';
import { html } from 'hono/html';
import { figureQuery } from '../providers/figure-query.ts';
import type { Handler } from '../route.ts';
import { figureForm } from '../view/figure-form.ts';
import { period } from '../view/format.ts';
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
  const columns = [...new Map(rows.map((row) => [columnOf(row), row.observation.period!])).entries()].sort(
    ([, a], [, b]) => a.start - b.start || a.end - b.end,
  );
  return html`<div class="scroll"><table class="list grid">
<thead><tr><th>${region}</th>${columns.map(([column]) => html`<th class="n">${column}</th>`)}</tr></thead>
<tbody>${linesOf(rows).map((line) => {
    const { indicator, scope } = line[0]!.observation;
    return html`<tr><td>${regionLink(line[0]!, '/observations')} <span class="quiet">${indicator.name}</span> ${chips(scope ? [scope] : [])}</td>${columns.map(
      ([column]) =>
        html`<td class="n">${distinct(line.filter((row) => columnOf(row) === column)).map((row) => html`${numberLink(row, language)}<br>`)}</td>`,
    )}</tr>`;
  })}</tbody></table></div>`;
}

/** A five-year plan's value is not one of its first year: it has a column of its own. */
const columnOf = ({ observation }: ObservationRow) => period(observation.period);

/** What can be compared over the years, region by region, the longest first. */
function linesOf(rows: readonly ObservationRow[]): ObservationRow[][] {
  const lines = new Map<string, ObservationRow[]>();
  for (const row of rows) {
    const { region, indicator, measure, unit, scope } = row.observation;
    const key = JSON.stringify([
      region.adcode ?? region.name,
      indicator.code ?? indicator.name,
      measure,
      unit,
      scope,
    ]);
    lines.set(key, [...(lines.get(key) ?? []), row]);
  }
  const place = (line: ObservationRow[]) => line[0]!.observation.region.adcode ?? '~';
  return [...lines.values()].sort((a, b) => place(a).localeCompare(place(b)) || b.length - a.length);
}

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
