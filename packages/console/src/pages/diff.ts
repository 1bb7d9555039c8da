import type { Observation } from '@zhibiao/shared';
import { html } from 'hono/html';
import type { ObservationChange, TextChange } from '../providers/changes.ts';
import { compareVersions } from '../providers/comparison.ts';
import { readVersionNumber } from '../providers/filters.ts';
import type { Handler } from '../route.ts';
import { exact, period, value } from '../view/format.ts';
import { type Language, type Words, wordsOf } from '../view/labels.ts';
import { chips, type Html, page } from '../view/layout.ts';

/** Two versions of a document: observations side by side, then the text. */
export const diffPage: Handler = async (c, deps) => {
  const id = c.req.param('id')!;
  const language = c.get('language');
  const t = wordsOf(language);
  const numbers = { from: readVersionNumber(c, 'from'), to: readVersionNumber(c, 'to') };
  const { before, after, observations, text } = await compareVersions(deps, id, numbers);
  const count = (test: (change: ObservationChange) => boolean) => observations.filter(test).length;
  return page(c, {
    title: t('difference'),
    body: html`<h1>${t('difference')}: <a href="/documents/${id}?n=${before.version.n}">${t('version')} ${before.version.n}</a> → <a href="/documents/${id}?n=${after.version.n}">${t('version')} ${after.version.n}</a></h1>
<p class="lead"><a href="/documents/${id}">${after.version.report.title}</a> · <a href="/documents/${id}/history">${t('history')}</a></p>
<h2>${t('observations')} <span class="chip added">${t('added')} ${count((x) => !x.before)}</span> <span class="chip removed">${t('removed')} ${count((x) => !x.after)}</span> <span class="chip changed">${t('changed')} ${count((x) => x.fields.length > 0)}</span></h2>
${observations.length === 0 ? html`<p class="empty">${t('sameData')}</p>` : changeTable(observations, t, language)}
<h2>${t('text')}</h2>
${text === null ? html`<p class="notice">${t('articleMissing')}</p>` : text.length === 0 ? html`<p class="empty">${t('sameText')}</p>` : textDiff(text)}`,
  });
};

function changeTable(changes: readonly ObservationChange[], t: Words, language: Language): Html {
  return html`<table class="list diff">
<thead><tr><th>${t('indicator')}</th><th>${t('before')}</th><th>${t('after')}</th><th>${t('changed')}</th></tr></thead>
<tbody>${changes.map(({ before, after, fields }) => {
    const o = (after ?? before)!;
    return html`<tr class="${before ? (after ? 'changed' : 'removed') : 'added'}">
<td>${o.indicator.name} <span class="quiet">${t(o.kind)} ${period(o.period)}</span></td>
<td>${claim(before, language)}</td><td>${claim(after, language)}</td>
<td>${chips(fields)}</td></tr>`;
  })}</tbody></table>`;
}

const claim = (o: Observation | null, language: Language): Html =>
  o === null
    ? html`–`
    : html`<span class="number" title="${exact(o)}">${value(o, language)}</span><br><q class="quiet">${o.quote}</q>`;

function textDiff(changes: readonly TextChange[]): Html {
  return html`<div class="text-diff">${changes.map((change) =>
    'skipped' in change
      ? html`<p class="skipped">⋯ ${change.skipped}</p>`
      : html`<p>${change.pieces.map(({ text, kind }) =>
          kind === 'added'
            ? html`<ins>${text}</ins>`
            : kind === 'removed'
              ? html`<del>${text}</del>`
              : html`${text}`,
        )}</p>`,
  )}</div>`;
}
