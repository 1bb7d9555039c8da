import type { ObservationRow } from '@zhibiao/store';
import { html } from 'hono/html';
import type { FigureView } from '../providers/figures.ts';
import { value } from './format.ts';
import type { Language, Words } from './labels.ts';
import type { Html } from './layout.ts';
import { wordsAddress } from './observation-cells.ts';

/** The report of a figure, the other reports that give it folded behind it; how to cite it. */
export function sourcesOf(
  { id, chosen, sources, conflict }: FigureView,
  t: Words,
  report: (row: ObservationRow) => Html,
  language: Language,
): Html {
  const mark = conflict ? html` <span class="chip warn">${t('conflict')}</span>` : '';
  const cite = html` <a class="quiet nowrap" href="/figures/${encodeURIComponent(id)}">${t('cite')}</a>`;
  if (sources.length < 2) return html`${report(chosen)}${mark}${cite}`;
  return html`${report(chosen)}${mark}${cite}<details><summary class="quiet">${t('moreSources')} ${sources.length - 1}</summary>${sources
    .slice(1)
    .map(
      (row) =>
        html`<div>${report(row)} <a href="${wordsAddress(row)}">${value(row.observation, language)}</a></div>`,
    )}</details>`;
}
