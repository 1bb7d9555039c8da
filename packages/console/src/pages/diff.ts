import type { Observation } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import type { ComparedField, ObservationDiff, ObservationRow } from '@zhibiao/store';
import { html } from 'hono/html';
import { compareVersions } from '../providers/comparison.ts';
import { readVersionNumber } from '../providers/filters.ts';
import { type Handler, inAddress } from '../route.ts';
import { exact, period, value } from '../view/format.ts';
import { indicatorName } from '../view/indicators.ts';
import { type Language, type Words, wordFor, wordsOf } from '../view/labels.ts';
import { chips, type Html, page } from '../view/layout.ts';
import { table } from '../view/table.ts';
import { textDiff } from '../view/text-diff.ts';

/** What stands around a claim: a word changed elsewhere in its sentence changes the claim for no reader. */
const around = new Set<ComparedField>(['sentence', 'section']);

/** Two versions of a document: observations side by side, then the text. */
export const diffPage: Handler = async (c, deps) => {
  const id = inAddress(c, 'id');
  const language = c.get('language');
  const t = wordsOf(language);
  const numbers = { from: readVersionNumber(c, 'from'), to: readVersionNumber(c, 'to') };
  const { before, after, observations, text } = await compareVersions(deps, id, numbers);
  const { added, removed, unchanged } = observations;
  const changed = observations.changed.filter(({ fields }) => fields.some((field) => !around.has(field)));
  const moved = observations.changed.length - changed.length;
  const version = (n: number) => html`<a href="/documents/${id}?n=${n}">${t('version')} ${n}</a>`;
  const sameText = text?.parts.every((part) => part.kind === 'same') ?? false;
  return page(c, {
    cite: true,
    title: t('difference'),
    body: html`<h1>${t('difference')}: ${version(before.n)} → ${version(after.n)}</h1>
<p class="lead"><a href="/documents/${id}">${after.report.title}</a> · <a href="/documents/${id}/history">${t('history')}</a></p>
<h2>${t('observations')} <span class="chip added">${t('added')} ${added.length}</span> <span class="chip removed">${t('removed')} ${removed.length}</span> <span class="chip">${t('changed')} ${changed.length}</span> <span class="chip">${t('same')} ${unchanged + moved}</span></h2>
${added.length + removed.length + changed.length === 0 ? html`<p class="empty">${t('sameData')}</p>` : changeTable({ added, removed, changed }, t, language)}
<h2>${t('text')}</h2>
${text === null ? html`<p class="notice">${t('articleMissing')}</p>` : sameText ? html`<p class="empty">${t('sameText')}</p>` : textDiff(text)}`,
  });
};

function changeTable(
  { added, removed, changed }: Pick<ObservationDiff<ObservationRow>, 'added' | 'removed' | 'changed'>,
  t: Words,
  language: Language,
): Html {
  const rows = [
    ...changed.map(({ before, after, fields }) => ({
      before: before.observation,
      after: after.observation,
      fields,
    })),
    ...added.map(({ observation }) => ({ before: null, after: observation, fields: [] })),
    ...removed.map(({ observation }) => ({ before: observation, after: null, fields: [] })),
  ].map((row) => ({ ...row, shown: present(row.after ?? row.before, 'the after or the before') }));
  rows.sort((a, b) => a.shown.span.start - b.shown.span.start);
  return table<(typeof rows)[number]>({
    caption: t('observations'),
    rows,
    row: ({ before, after }) => ({ kind: before ? (after ? '' : 'removed') : 'added' }),
    columns: [
      {
        key: 'indicator',
        label: t('indicator'),
        cell: ({ shown }) =>
          html`${indicatorName(shown.indicator, language)} <span class="quiet">${t(shown.kind)} ${period(shown.period)}</span>`,
      },
      { key: 'before', label: t('before'), cell: ({ before }) => claim(before, language) },
      { key: 'after', label: t('after'), cell: ({ after }) => claim(after, language) },
      {
        key: 'changed',
        label: t('changed'),
        cell: ({ fields }) => chips(fields.map((field) => wordFor(t, 'field', field))),
      },
    ],
  });
}

const claim = (o: Observation | null, language: Language): Html =>
  o === null
    ? html`–`
    : html`<span class="number" title="${exact(o)}">${value(o, language)}</span><br><q class="quiet">${o.quote}</q>`;
