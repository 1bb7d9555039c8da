import type { Figure, SeriesLine } from '@zhibiao/store';
import { html } from 'hono/html';
import { seriesChart } from '../charts/series.ts';
import { comparable, linesOfRegion } from '../providers/series.ts';
import type { HandlerDeps } from '../route.ts';
import { address } from './address.ts';
import { chartFigure, kindsLegend } from './chart.ts';
import { figureLink } from './figure-cells.ts';
import { period } from './format.ts';
import { codeName, headlines } from './indicators.ts';
import { type Language, type Words, wordsOf } from './labels.ts';
import type { Html } from './layout.ts';

/** A region's headline figures: the last promise and the last result side by side, and both over the years. */
export async function headlineCards(deps: HandlerDeps, region: string, language: Language): Promise<Html> {
  const t = wordsOf(language);
  const cards = await Promise.all(
    headlines.map(async (code) => {
      const [line] = comparable(await linesOfRegion(deps, region, code));
      return line ? card(line, code, region, language) : null;
    }),
  );
  const there = cards.filter((one) => one !== null);
  if (there.length === 0) return html``;
  return html`<section><h2>${t('headlineFigures')}</h2>${kindsLegend(t)}<div class="small-multiples">${there}</div></section>`;
}

async function card(line: SeriesLine, code: string, region: string, language: Language): Promise<Html> {
  const t = wordsOf(language);
  const at = { indicator: code, region };
  const title = html`<a href="${address('/series', at)}">${codeName(code, language)}</a> <span class="quiet">${t(line.measure)}</span>`;
  const chart = await seriesChart([line], language, 'small');
  const query = new URLSearchParams({ ...at, measure: line.measure, below: 'false' });
  return html`<div class="card">${chartFigure(chart, t, {
    title: html`${title}${latest(line, t, language)}`,
    picture: { name: 'series', query },
    bare: true,
  })}</div>`;
}

/** The promise that runs now beside the result that is known. */
function latest({ figures }: SeriesLine, t: Words, language: Language): Html {
  const last = (kind: Figure['kind']) => figures.findLast((figure) => figure.kind === kind);
  return html`<span class="pair">${(['target', 'actual'] as const).map((kind) => {
    const figure = last(kind);
    return figure
      ? html`<span><span class="quiet">${t(kind)} ${period(figure.period)}</span> ${figureLink(figure, language)}</span>`
      : html`<span class="quiet">${t(kind)} –</span>`;
  })}</span>`;
}
