import type { Figure } from '@zhibiao/store';
import { html } from 'hono/html';
import { regionName } from '../providers/regions.ts';
import { address } from './address.ts';
import { exact, value } from './format.ts';
import { indicatorName } from './indicators.ts';
import { type Language, type Words, wordFor } from './labels.ts';
import { chips, type Html } from './layout.ts';

/** Where the words of a figure's chosen value are shown. */
export const figureWords = ({ chosen }: Pick<Figure, 'chosen'>): string =>
  `/documents/${chosen.document}#w-${chosen.observation}`;

export const figureAddress = ({ id }: Pick<Figure, 'id'>): string => `/figures/${encodeURIComponent(id)}`;

/** The chosen value, which leads to its words. */
export const figureLink = (figure: Figure, language: Language): Html =>
  html`<a class="number ${figure.kind}" href="${figureWords(figure)}" title="${figure.quote}&#10;${exact(figure)}">${value(
    figure,
    language,
  )}</a>`;

/** The region of a figure, which leads to its page. */
export function figureRegion({ region }: Pick<Figure, 'region'>, language: Language): Html {
  if (!region.adcode) return html`${region.name || '–'}`;
  return html`<a class="quiet" href="/regions/${region.adcode}" title="${region.adcode}">${regionName(region, language)}</a>`;
}

/** The indicator, which leads to its series in the same region; what tells the figure apart behind it. */
export function figureIndicator(figure: Figure, language: Language): Html {
  const { indicator, region, scope, basis, commitment } = figure;
  const to = address('/series', { indicator: indicator.code ?? indicator.name, region: region.adcode });
  return html`<a class="quiet" href="${to}" title="${indicator.code ?? ''}">${indicatorName(
    indicator,
    language,
  )}</a> ${chips([scope, basis, commitment].filter((note) => note !== null))}`;
}

/** Which reports give it and why this value was chosen, folded behind the number of reports. */
export function figureSources(figure: Figure, t: Words, language: Language): Html {
  const { chosen, values, documents, texts, conflict, chosenBecause } = figure;
  const mark = html`${conflict ? html` <span class="chip warn">${t('conflict')}</span>` : ''}${
    chosen.review
      ? html` <span class="chip ${chosen.review}">${wordFor(t, 'review', chosen.review)}</span>`
      : ''
  }`;
  const report = html`<a class="quiet" href="/documents/${chosen.document}">${
    chosen.reportYear ?? '–'
  }</a>${mark} <a class="quiet nowrap" href="${figureAddress(figure)}">${t('cite')}</a>`;
  if (documents < 2) return report;
  return html`${report}<details><summary class="quiet">${documents} ${t('reportsGive')}</summary>
<div class="quiet">${t('chosenBecause')}: ${wordFor(t, 'because', chosenBecause)}; ${texts} ${t('independentTexts')}</div>
${values.map(
  (one) =>
    html`<div>${value({ ...figure, value: one.value, valueTo: null }, language)} ${one.documents.map(
      (id, i) => html`<a href="/documents/${id}" aria-label="${t('report')} ${i + 1}">${i + 1}</a> `,
    )}</div>`,
)}</details>`;
}
