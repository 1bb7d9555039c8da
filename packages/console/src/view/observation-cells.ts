import type { ObservationRow } from '@zhibiao/store';
import { html } from 'hono/html';
import { regionName } from '../providers/regions.ts';
import { address } from './address.ts';
import { exact, value } from './format.ts';
import { indicatorName } from './indicators.ts';
import type { Language } from './labels.ts';
import type { Html } from './layout.ts';

/** Where the words of an observation are shown. */
export const wordsAddress = ({ id, document, n }: Pick<ObservationRow, 'id' | 'document' | 'n'>): string =>
  `/documents/${document}?n=${n}#w-${id}`;

/** The part of an observation's id that tells it apart within its document. */
export const shortId = ({ id, document }: Pick<ObservationRow, 'id' | 'document'>): string =>
  id.slice(document.length + 1);

/** A number that leads to its words. */
export const numberLink = (row: ObservationRow, language: Language): Html => {
  const o = row.observation;
  return html`<a class="number ${o.kind}" href="${wordsAddress(row)}" title="${exact(o)}&#10;${o.sentence.text}">${value(o, language)}</a>${o.hedge ? html`<span class="hedge">${o.hedge}</span>` : ''}`;
};

/** A region that leads to its page. */
export function regionLink({ observation: { region } }: ObservationRow, language: Language): Html {
  if (!region.adcode) return html`${region.name || '–'}`;
  return html`<a class="quiet" href="/regions/${region.adcode}" title="${region.adcode}">${regionName(region, language)}</a>`;
}

/** An indicator that leads to its series in the same region. */
export function indicatorLink(
  { observation: { indicator, region } }: ObservationRow,
  language: Language,
): Html {
  const to = address('/series', { indicator: indicator.code ?? indicator.name, region: region.adcode });
  return html`<a class="quiet" href="${to}" title="${indicator.code ?? ''}">${indicatorName(indicator, language)}</a>`;
}

/** The report in which it stands. */
export const reportLink = ({ document, n, report }: ObservationRow): Html =>
  html`<a class="quiet" href="/documents/${document}?n=${n}" title="${report.title}">${report.region ?? '–'} ${report.year ?? ''}</a>`;
