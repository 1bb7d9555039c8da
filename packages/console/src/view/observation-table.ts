import type { DocumentDetail, ObservationRow } from '@zhibiao/store';
import { html } from 'hono/html';
import { exact, period, time, value } from './format.ts';
import { type Language, type Words, wordFor } from './labels.ts';
import { chips, flagChips, type Html } from './layout.ts';
import { indicatorLink, shortId } from './observation-cells.ts';

/** The observations of one document; each number is a link to its words. */
export function observationTable(
  { version, observations }: DocumentDetail,
  t: Words,
  language: Language,
): Html {
  const kinds = ['actual', 'target'] as const;
  const count = (kind: string) => observations.filter(({ observation }) => observation.kind === kind).length;
  return html`<div class="tools" hidden>
<input type="search" data-find placeholder="${t('findInTable')}" aria-label="${t('findInTable')}">
<span class="choice" role="group"><button type="button" data-kind="" aria-pressed="true">${t('all')} ${observations.length}</button>${kinds.map(
    (kind) =>
      html`<button type="button" data-kind="${kind}" aria-pressed="false">${t(kind)} ${count(kind)}</button>`,
  )}</span>
</div>
<table class="observations"><caption class="visually-hidden">${t('observations')}</caption>
<thead><tr><th>${t('indicator')}</th><th class="n">${t('value')}</th><th>${t('period')}</th></tr></thead>
<tbody>${observations.map((row) => line(row, version.report.region?.name ?? null, t, language))}</tbody>
</table>`;
}

/** What a person said of it; how it was read where they have corrected it. */
function reviewMark({ review, read, observation }: ObservationRow, t: Words, language: Language): Html {
  const was = read && value(read, language) !== value(observation, language) ? value(read, language) : '';
  if (!review) return was ? html` <span class="quiet">${t('readAs')}: ${was}</span>` : html``;
  return html` <span class="chip ${review.verdict}" title="${review.by} ${time(review.at, language)} ${review.note}">${wordFor(
    t,
    'review',
    review.verdict,
  )} · ${review.by}</span>${was ? html` <span class="quiet">${t('readAs')}: ${was}</span>` : ''}`;
}

function line(row: ObservationRow, home: string | null, t: Words, language: Language): Html {
  const { id, observation: o } = row;
  const where = o.region.name && o.region.name !== home ? [o.region.name] : [];
  const notes = [...where, ...[o.scope, o.commitment].filter((note) => note !== null)];
  return html`<tr id="o-${id}" data-o="${id}" data-kind="${o.kind}">
<td>${indicatorLink(row, language)} ${chips(notes)}${flagChips(t, o.flags)}${reviewMark(row, t, language)}</td>
<td class="n"><a class="number ${o.kind}" href="#w-${id}" title="${exact(o)}" aria-label="${value(o, language)}: ${t('showWords')}">${value(o, language)}</a></td>
<td class="t"><span class="kind ${o.kind}">${t(o.kind)}</span> ${period(o.period)} <a class="rv" href="${row.document}/review?o=${shortId(row)}">${t('review')}</a></td>
</tr>`;
}
