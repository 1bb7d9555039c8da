import { html, raw } from 'hono/html';
import type { Chart } from '../charts/chart.ts';
import type { Words } from './labels.ts';
import type { Content, Html } from './layout.ts';

export interface ChartParts {
  readonly title?: Content;
  readonly caption?: Content;
  /** what can be downloaded: the name of a picture, and its query */
  readonly picture?: {
    readonly name: 'series' | 'ranking' | 'promises' | 'targets';
    readonly query: URLSearchParams;
  };
  /** the legend stands elsewhere, once for several charts */
  readonly bare?: boolean;
}

/** A chart in the page, with its legend and its downloads. */
export function chartFigure(
  chart: Chart | null,
  t: Words,
  { title, picture, caption, bare = false }: ChartParts = {},
): Html {
  if (!chart) return html``;
  return html`<figure class="chart">${
    title ? html`<p class="chart-title">${title}</p>` : ''
  }${bare ? '' : legend(chart, t)}${raw(chart.svg)}
<figcaption>${caption ? html`<span>${caption}</span>` : ''}${
    chart.note ? html`<span>${t('drawn')} ${chart.note.drawn} / ${chart.note.of}</span>` : ''
  }${picture ? downloads(picture, t) : ''}</figcaption></figure>`;
}

/** The PNG is drawn in the browser, of the SVG: so its button needs the script. */
function downloads({ name, query }: NonNullable<ChartParts['picture']>, t: Words): Html {
  const at = (ending: string) => `/${name}.${ending}${query.size > 0 ? `?${query}` : ''}`;
  return html`<span class="downloads">${t('download')}: <a href="${at('svg')}" download="${name}.svg">SVG</a> <a href="${at('csv')}" download="${name}.csv">CSV</a> <button type="button" class="link" data-png="${name}.png" hidden>PNG</button></span>`;
}

function legend({ legend: of }: Chart, t: Words): Html {
  if (of.length === 0) return html``;
  if (of === 'kinds') return kindsLegend(t);
  return html`<ul class="legend">${of.map(
    (name, i) => html`<li class="s${i + 1}"><i class="full"></i><span>${name}</span></li>`,
  )}${kinds(t)}</ul>`;
}

/** Solid is reported, hollow is promised. */
export const kindsLegend = (t: Words): Html => html`<ul class="legend">${kinds(t)}</ul>`;

const kinds = (t: Words): Html =>
  html`<li><i class="full"></i><span>${t('actual')}</span></li><li><i></i><span>${t('target')}</span></li>`;
