import { html, raw } from 'hono/html';
import type { Chart } from '../charts/chart.ts';
import type { Words } from './labels.ts';
import type { Content, Html } from './layout.ts';

/** A chart in the page, with its legend; what it shows can be downloaded where an address is given. */
export function chartFigure(
  chart: Chart | null,
  t: Words,
  { title, download, caption }: { title?: Content; download?: string; caption?: Content } = {},
): Html {
  if (!chart) return html``;
  return html`<figure class="chart">${title ? html`<p class="chart-title">${title}</p>` : ''}${legend(chart, t)}${raw(chart.svg)}
<figcaption>${caption ?? ''}${chart.note ? html`<span>${t('drawn')} ${chart.note.drawn} / ${chart.note.of}</span>` : ''}${
    download
      ? html`<a href="${download}" download>SVG</a> <button type="button" class="quiet" data-png hidden>PNG</button>`
      : ''
  }</figcaption></figure>`;
}

function legend({ legend: of }: Chart, t: Words): Html {
  if (of.length === 0) return html``;
  if (of !== 'kinds') {
    return html`<ul class="legend">${of.map((name, i) => html`<li class="s${i + 1}"><i class="full"></i><span>${name}</span></li>`)}${kinds(t)}</ul>`;
  }
  return html`<ul class="legend">${kinds(t)}</ul>`;
}

const kinds = (t: Words): Html =>
  html`<li><i class="full"></i><span>${t('actual')}</span></li><li><i></i><span>${t('target')}</span></li>`;
