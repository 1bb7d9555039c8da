import { html } from 'hono/html';
import { listRuns, type RunWithProgress } from '../providers/runs.ts';
import type { ConsoleContext, Handler } from '../route.ts';
import { duration, time } from '../view/format.ts';
import { type Words, wordFor, wordsOf } from '../view/labels.ts';
import { page } from '../view/layout.ts';
import { isLive, runActions, runProgress, runState, selectionWords } from '../view/run-cells.ts';
import { type Column, table } from '../view/table.ts';

export const runsPage: Handler = async (c, deps) => {
  const t = wordsOf(c.get('language'));
  const runs = await listRuns(deps, 50);
  return page(c, {
    title: t('runs'),
    body: html`<h1>${t('runs')}</h1>
${runs.some((run) => run.progress === null) ? html`<p class="notice">${t('redisAway')}</p>` : ''}
${
  runs.length === 0
    ? html`<p class="empty">${t('runsEmpty')}</p>`
    : table({
        caption: t('runs'),
        columns: columnsOf(c, t, (deps.now ?? Date.now)()),
        rows: runs,
        row: ({ id }) => ({ id: `run-${id}` }),
        live: runs.some(isLive),
      })
}`,
  });
};

function columnsOf(c: ConsoleContext, t: Words, now: number): Column<RunWithProgress>[] {
  const language = c.get('language');
  const took = (run: RunWithProgress) =>
    run.finishedAt !== null ? run.finishedAt - run.startedAt : isLive(run) ? now - run.startedAt : null;
  return [
    {
      key: 'run',
      label: t('run'),
      cell: ({ id, type }) =>
        html`<a href="/runs/${id}">${wordFor(t, 'type', type)}</a><br><span class="quiet">${id}</span>`,
    },
    { key: 'state', label: t('state'), cell: (run) => runState(run, t) },
    { key: 'what', label: t('what'), kind: 'long', cell: (run) => selectionWords(run, language) },
    {
      key: 'started',
      label: t('started'),
      kind: 't',
      cell: (run) => {
        const ms = took(run);
        return html`${time(run.startedAt, language)}${ms === null ? '' : html`<br><span class="quiet">${duration(ms, language)}</span>`}`;
      },
    },
    { key: 'progress', label: t('progress'), cell: (run) => runProgress(run, t) },
    {
      key: 'actions',
      label: t('actions'),
      quiet: true,
      cell: (run) =>
        html`${run.type === 'reprocess' ? html`<a class="button" href="/runs/${run.id}/diff">${t('difference')}</a>` : ''} ${runActions(run, t)}`,
    },
  ];
}
