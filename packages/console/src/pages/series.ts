import type { Measure } from '@zhibiao/shared';
import type { ObservationRow } from '@zhibiao/store';
import { html } from 'hono/html';
import { seriesChart } from '../charts/series.ts';
import { ask } from '../providers/asked.ts';
import { comparable, type Line, readSeries } from '../providers/series.ts';
import type { Handler } from '../route.ts';
import { chartFigure } from '../view/chart.ts';
import { comparisonForm } from '../view/comparison-form.ts';
import { figureForm } from '../view/figure-form.ts';
import { period } from '../view/format.ts';
import { indicatorName } from '../view/indicators.ts';
import { type Language, wordsOf } from '../view/labels.ts';
import { chips, type Html, page } from '../view/layout.ts';
import { numberLink, regionLink } from '../view/observation-cells.ts';
import { wrongNotice } from '../view/wrong.ts';

/** Indicators over the years, of one region or several: a picture, and the figures in a grid. */
export const seriesPage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const asked = Boolean(c.req.query('indicator') || c.req.query('code') || c.req.query('name'));
  const { answer, wrong } = await ask(async () => (asked ? readSeries(c, deps) : []));
  const lines = answer ?? [];
  const measure = (c.req.query('measure') || undefined) as Measure | undefined;
  const chart = await seriesChart(comparable(lines, 100, measure), language);
  const query = new URL(c.req.url).search;
  return page(
    c,
    {
      title: t('series'),
      body: html`<h1>${t('series')}</h1>
${figureForm(c, ['measure'], wrong?.name)}${wrongNotice(c, wrong)}
${asked ? comparisonForm(c) : ''}
${chartFigure(chart, t, { download: `/series.svg${query}`, caption: t('seriesNote') })}
${lines.length === 0 ? (wrong ? '' : html`<p class="empty">${t(asked ? 'none' : 'chooseIndicator')}</p>`) : grid(lines.slice(0, mostLines), language)}
${lines.length > mostLines ? html`<p class="notice">${t('narrow')} (${mostLines} / ${lines.length})</p>` : ''}`,
    },
    wrong ? 400 : 200,
  );
};

/** The picture alone. */
export const seriesSvg: Handler = async (c, deps) => {
  const lines = await readSeries(c, deps);
  const measure = (c.req.query('measure') || undefined) as Measure | undefined;
  const chart = await seriesChart(comparable(lines, 100, measure), c.get('language'));
  const { standalone } = await import('../charts/standalone.ts');
  return c.body(standalone(chart), 200, { 'Content-Type': 'image/svg+xml; charset=utf-8' });
};

const mostLines = 80;

function grid(lines: readonly Line[], language: Language): Html {
  const t = wordsOf(language);
  const periods = new Map(
    lines.flatMap(({ rows }) => rows.map((row) => [columnOf(row), row.observation.period!])),
  );
  // Single years in their order; plans for several years stand behind them.
  const columns = [...periods].sort(
    ([, a], [, b]) => Number(a.end > a.start) - Number(b.end > b.start) || a.start - b.start || a.end - b.end,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${t('series')}"><table class="list matrix"><caption class="visually-hidden">${t('series')}</caption>
<thead><tr><th scope="col">${t('region')}</th>${columns.map(([column]) => html`<th scope="col" class="n">${column}</th>`)}</tr></thead>
<tbody>${lines.map(({ first, rows }) => {
    const { indicator, scope, measure } = first.observation;
    return html`<tr><th scope="row">${regionLink(first, language)} <span class="quiet">${indicatorName(indicator, language)} ${t(measure)}</span> ${chips(scope ? [scope] : [])}</th>${columns.map(
      ([column]) =>
        html`<td class="n">${distinct(rows.filter((row) => columnOf(row) === column)).map((row) => html`<div>${numberLink(row, language)}</div>`)}</td>`,
    )}</tr>`;
  })}</tbody></table></div>`;
}

/** A five-year plan's value is not one of its first year: it has a column of its own. */
const columnOf = ({ observation }: ObservationRow) => period(observation.period);

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
