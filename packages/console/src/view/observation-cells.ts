import type { ObservationRow } from '@zhibiao/store';
import { html } from 'hono/html';
import { exact, value } from './format.ts';
import type { Language } from './labels.ts';
import type { Html } from './layout.ts';

/** A number that leads to its words. */
export const numberLink = ({ id, document, n, observation: o }: ObservationRow, language: Language): Html =>
  html`<a class="number ${o.kind}" href="/documents/${document}?n=${n}#w-${id}" title="${exact(o)}&#10;${o.sentence.text}">${value(o, language)}</a>`;

/** A region that leads to what is known of it; `path` is the list to stay on. */
export function regionLink({ observation: { region } }: ObservationRow, path: string): Html {
  if (!region.adcode) return html`${region.name || '–'}`;
  return html`<a class="quiet" href="${path}?region=${region.adcode}" title="${region.adcode}">${region.name}</a>`;
}

/** An indicator that leads to its series in the same region. */
export function indicatorLink({ observation: { indicator, region } }: ObservationRow): Html {
  const query = new URLSearchParams({ indicator: indicator.code ?? indicator.name });
  if (region.adcode) query.set('region', region.adcode);
  return html`<a class="quiet" href="/series?${query.toString()}" title="${indicator.code ?? ''}">${indicator.name}</a>`;
}

/** The report in which it stands. */
export const reportLink = ({ document, n, report }: ObservationRow): Html =>
  html`<a class="quiet" href="/documents/${document}?n=${n}" title="${report.title}">${report.region ?? '–'} ${report.year ?? ''}</a>`;
