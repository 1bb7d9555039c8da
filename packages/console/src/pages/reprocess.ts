import { countReprocess, presentVersions, type ReprocessSize } from '@zhibiao/runtime/count-reprocess';
import { html } from 'hono/html';
import { readReprocess, reprocessFields } from '../forms/reprocess-form.ts';
import { ask } from '../providers/asked.ts';
import { listRuns } from '../providers/runs.ts';
import type { Handler } from '../route.ts';
import { filterForm, flagOptions } from '../view/form.ts';
import { duration, time } from '../view/format.ts';
import { type Language, wordFor, wordsOf } from '../view/labels.ts';
import { type Html, page } from '../view/layout.ts';
import { runProgress, runState, selectionWords } from '../view/run-cells.ts';
import { table } from '../view/table.ts';
import { wrongNotice } from '../view/wrong.ts';

/** What to read again: chosen, counted, started; and the runs that did so before. */
export const reprocessPage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const versions = presentVersions(deps.config.lexiconDir);
  const asked = c.req.query('from') !== undefined;
  const [{ answer: size, wrong }, sources, runs] = await Promise.all([
    ask(async () => {
      const selection = readReprocess((name) => (c.req.query(name) ?? '').trim(), versions);
      return asked ? await countReprocess(deps.store, selection) : null;
    }),
    deps.store.listSources(),
    listRuns(deps, 100),
  ]);
  const again = runs.filter(({ type }) => type === 'reprocess').slice(0, 20);
  const decided = await deps.store.tables.promotions.getMany(again.map(({ id }) => id));
  const by = new Map(decided.map((row) => [row.run, row]));
  const all = ['', t('all')] as const;
  const genres = (['work-report', 'communique', 'budget'] as const).map(
    (one) => [one, wordFor(t, 'genre', one)] as const,
  );
  return page(
    c,
    {
      title: t('reprocess'),
      body: html`<h1>${t('reprocess')}</h1><p>${t('reprocessNote')}</p>
${filterForm(
  c,
  t,
  [
    {
      name: 'from',
      label: t('readAgainFrom'),
      options: [
        ['parse', t('fromTexts')],
        ['clean', t('fromPages')],
      ],
    },
    { name: 'source', label: t('source'), options: [all, ...sources.map((s) => [s.id, s.name] as const)] },
    { name: 'region', label: t('regionFilter'), size: 10 },
    { name: 'year', label: t('delivered'), size: 5, pattern: '\\d{4}' },
    { name: 'genre', label: t('genre'), options: [all, ...genres] },
    { name: 'flag', label: t('flags'), options: flagOptions(t) },
    {
      name: 'older',
      label: t('readBy'),
      options: [all, ['parser', t('olderParser')], ['cleaner', t('olderCleaner')]],
    },
  ],
  wrong?.name,
  'countThem',
)}${wrongNotice(c, wrong)}
${size ? sizeWords(size, (name) => c.req.query(name) ?? '', language) : ''}
<h2>${t('earlierReprocesses')}</h2>
${
  again.length === 0
    ? html`<p class="empty">${t('runsEmpty')}</p>`
    : table({
        caption: t('earlierReprocesses'),
        rows: again,
        columns: [
          { key: 'run', label: t('run'), cell: ({ id }) => html`<a href="/runs/${id}">${id}</a>` },
          { key: 'what', label: t('what'), cell: (run) => selectionWords(run, language) },
          { key: 'state', label: t('state'), cell: (run) => runState(run, t) },
          { key: 'progress', label: t('progress'), cell: (run) => runProgress(run, t) },
          { key: 'started', label: t('started'), kind: 't', cell: (run) => time(run.startedAt, language) },
          {
            key: 'by',
            label: t('decidedBy'),
            cell: ({ id }) => {
              const row = by.get(id);
              return row
                ? html`${wordFor(t, 'state', row.state)} · ${row.by} · ${time(row.at, language)}`
                : '–';
            },
          },
          {
            key: 'diff',
            label: t('difference'),
            quiet: true,
            cell: ({ id }) => html`<a class="button" href="/runs/${id}/diff">${t('difference')}</a>`,
          },
        ],
      })
}`,
    },
    wrong ? 400 : 200,
  );
};

function sizeWords(
  { pages, more, rate }: ReprocessSize,
  read: (name: string) => string,
  language: Language,
): Html {
  const t = wordsOf(language);
  const takes =
    rate === null ? t('timeUnknown') : `${t('takesAbout')} ${duration((pages / rate) * 1_000, language)}`;
  return html`<section class="panel count"><p><b>${pages.toLocaleString('en')}${more ? '+' : ''}</b> ${t('pagesToRead')} · ${takes}</p>
${
  pages === 0
    ? ''
    : html`<form class="inline" method="post" action="/reprocess">${reprocessFields.map(
        (name) => html`<input type="hidden" name="${name}" value="${read(name)}">`,
      )}<button class="main">${t('startReprocess')}</button></form>`
}</section>`;
}
