import type { Observation } from '@zhibiao/shared';
import { NotFoundError } from '@zhibiao/store';
import type { DiffSample, ReprocessDiff } from '@zhibiao/store/reprocess';
import { html } from 'hono/html';
import { withProgress } from '../providers/runs.ts';
import type { Handler } from '../route.ts';
import { exact, period, value } from '../view/format.ts';
import { indicatorName } from '../view/indicators.ts';
import { type Language, type Words, wordFor, wordsOf } from '../view/labels.ts';
import { type Content, chips, type Html, outside, page } from '../view/layout.ts';
import { runActions, runProgress } from '../view/run-cells.ts';
import { type Column, table } from '../view/table.ts';

/** What a reprocess would change, to be read before it is promoted: totals, indicators, sources, samples. */
export const runDiffPage: Handler = async (c, { store, producer, diffs }) => {
  const id = c.req.param('id')!;
  const language = c.get('language');
  const t = wordsOf(language);
  const run = await store.getRun(id);
  if (!run) throw new NotFoundError(`There is no run ${id}.`, id);
  const [diff, state] = await Promise.all([diffs.of(id), withProgress(producer, run)]);
  return page(c, {
    title: `${t('difference')} ${id}`,
    body: html`<h1>${t('difference')}: ${id}</h1>
<div class="tools-line">${runProgress(state, t)} ${runActions(state, t)}</div>
${totals(diff, t)}
<h2>${t('indicator')}</h2>
${countTable(
  [t('indicator')],
  diff.byIndicator
    .slice(0, 50)
    .map((row) => ({ ...row, cells: [html`${row.name} <span class="quiet">${row.code ?? ''}</span>`] })),
  t,
)}
<h2>${t('source')}</h2>
${countTable(
  [t('source'), t('documents')],
  diff.bySource.map((row) => ({ ...row, cells: [row.source ?? '–', row.documents] })),
  t,
)}
<h2>${t('samples')}</h2>
${diff.samples.map((sample) => sampleCard(sample, t, language))}`,
  });
};

function totals({ documents: d, observations: o, coverage, byField }: ReprocessDiff, t: Words): Html {
  const facts: [string, string | number][] = [
    [t('coverage'), `${coverage.pages} / ${coverage.ofPages}`],
    [
      t('documents'),
      `${d.compared} (${t('changed')} ${d.changed}, ${t('added')} ${d.added}, ${t('removed')} ${d.retired})`,
    ],
    [t('overtaken'), d.overtaken],
    [t('observations'), `${o.before} → ${o.after}`],
    [t('same'), o.unchanged],
  ];
  return html`<dl class="facts">${facts.map(([name, fact]) => html`<div><dt>${name}</dt><dd>${fact}</dd></div>`)}</dl>
<p><span class="chip added">${t('added')} ${o.added}</span> <span class="chip removed">${t('removed')} ${o.removed}</span> <span class="chip">${t('changed')} ${o.changed}</span> ${chips(
    Object.entries(byField).map(([field, count]) => `${wordFor(t, 'field', field)} ${count}`),
  )}</p>`;
}

interface CountRow {
  readonly cells: readonly Content[];
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

function countTable(head: readonly string[], rows: readonly CountRow[], t: Words): Html {
  if (rows.length === 0) return html`<p class="empty">${t('sameData')}</p>`;
  const counts = (['added', 'removed', 'changed'] as const).map(
    (key): Column<CountRow> => ({ key, label: t(key), kind: 'n', cell: (row) => row[key] }),
  );
  const own = head.map(
    (label, i): Column<CountRow> => ({ key: label, label, cell: ({ cells }) => cells[i] ?? '' }),
  );
  return table({ caption: head[0] ?? '', columns: [...own, ...counts], rows });
}

function sampleCard(
  { kind, document, page: url, fields, before, after }: DiffSample,
  t: Words,
  language: Language,
): Html {
  const shown = (after ?? before)!;
  const claim = (o: Observation | null) =>
    o === null
      ? '–'
      : html`<span class="number" title="${exact(o)}">${value(o, language)}</span> <span class="quiet">${indicatorName(o.indicator, language)} ${t(o.kind)} ${period(o.period)}</span>`;
  return html`<div class="sample panel">
<p><span class="chip ${kind === 'changed' ? '' : kind}">${t(kind)}</span> ${chips(fields.map((field) => wordFor(t, 'field', field)))} <a href="/documents/${document}">${shown.region.name || document}</a> <span class="quiet">${outside(url)}</span></p>
<p>${claim(before)} → ${claim(after)}</p>
<blockquote>${shown.sentence.text}</blockquote>
</div>`;
}
