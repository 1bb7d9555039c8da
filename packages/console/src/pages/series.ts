import type { Figure, SeriesLine } from '@zhibiao/store';
import { html } from 'hono/html';
import { seriesChart } from '../charts/series.ts';
import { ask } from '../providers/asked.ts';
import { comparable, measureOf, readSeries } from '../providers/series.ts';
import type { Handler } from '../route.ts';
import { queryWithout } from '../view/address.ts';
import { chartFigure } from '../view/chart.ts';
import { comparisonForm } from '../view/comparison-form.ts';
import { figureLink, figureRegion } from '../view/figure-cells.ts';
import { figureForm } from '../view/figure-form.ts';
import { period } from '../view/format.ts';
import { indicatorName } from '../view/indicators.ts';
import { type Language, wordsOf } from '../view/labels.ts';
import { chips, type Html, page } from '../view/layout.ts';
import { wrongNotice } from '../view/wrong.ts';

const mostLines = 40;

/** Indicators over the years, of one region or several: a picture, and the figures in a grid. */
export const seriesPage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const asked = Boolean(c.req.query('indicator') || c.req.query('code') || c.req.query('name'));
  const { answer, wrong } = await ask(async () => (asked ? readSeries(c, deps) : []));
  const lines = answer ?? [];
  const chart = await seriesChart(comparable(lines, measureOf(c)), language);
  return page(
    c,
    {
      title: t('series'),
      cite: true,
      body: html`<h1>${t('series')}</h1>
${figureForm(c, ['measure'], wrong?.name)}${wrongNotice(c, wrong)}
${asked ? comparisonForm(c) : ''}
${chartFigure(chart, t, {
  picture: { name: 'series', query: queryWithout(c, ['lang']) },
  caption: t('seriesNote'),
})}
${
  lines.length === 0
    ? wrong
      ? ''
      : html`<p class="empty">${t(asked ? 'none' : 'chooseIndicator')}</p>`
    : grid(lines.slice(0, mostLines), language)
}
${lines.length > mostLines ? html`<p class="notice">${t('narrow')} (${mostLines} / ${lines.length})</p>` : ''}`,
    },
    wrong ? 400 : 200,
  );
};

function grid(lines: readonly SeriesLine[], language: Language): Html {
  const t = wordsOf(language);
  const all = lines.flatMap(({ figures, others }) => [...figures, ...others]);
  const periods = new Map(all.map((figure) => [columnOf(figure), figure.period]));
  const span = (p: Figure['period']) => (p ? p.end - p.start : 99);
  // Single years in their order; plans for several years stand behind them, then what has no year.
  const columns = [...periods].sort(
    ([, a], [, b]) =>
      Number(span(a) > 0) - Number(span(b) > 0) ||
      (a?.start ?? 9999) - (b?.start ?? 9999) ||
      span(a) - span(b),
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${t('series')}"><table class="list matrix"><caption class="visually-hidden">${t('series')}</caption>
<thead><tr><th scope="col">${t('region')}</th>${columns.map(([column]) => html`<th scope="col" class="n">${column}</th>`)}</tr></thead>
<tbody>${lines.map((line) => {
    const own = [...line.figures, ...line.others];
    return html`<tr><th scope="row">${figureRegion(line, language)} <span class="quiet">${indicatorName(
      line.indicator,
      language,
    )} ${t(line.measure)}</span> ${chips([line.scope, line.basis].filter((note) => note !== null))}</th>${columns.map(
      ([column]) =>
        html`<td class="n">${own
          .filter((figure) => columnOf(figure) === column)
          .map((figure) => html`<div>${figureLink(figure, language)}</div>`)}</td>`,
    )}</tr>`;
  })}</tbody></table></div>`;
}

/** A five-year plan's value is not one of its first year: it has a column of its own. */
const columnOf = ({ period: p }: Figure) => (p?.from || p?.to ? `${p.from ?? ''}–${p.to ?? ''}` : period(p));
