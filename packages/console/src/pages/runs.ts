import { html } from 'hono/html';
import { listingOf, readListing } from '../providers/listing.ts';
import { type RunWithProgress, withProgress } from '../providers/runs.ts';
import type { ConsoleContext, Handler } from '../route.ts';
import { duration, time } from '../view/format.ts';
import { type Words, wordFor, wordsOf } from '../view/labels.ts';
import { page } from '../view/layout.ts';
import { list } from '../view/list.ts';
import { isLive, runActions, runProgress, runState, selectionWords } from '../view/run-cells.ts';
import type { Column } from '../view/table.ts';

const mostRuns = 1_000;

export const runsPage: Handler = async (c, deps) => {
  const t = wordsOf(c.get('language'));
  const columns = columnsOf(c, t, (deps.now ?? Date.now)());
  const all = (await deps.store.listRuns(mostRuns)).map((run) => ({ ...run, progress: null }));
  const listed = await readListing<RunWithProgress>(c, listingOf(all, mostRuns), columns);
  // How far a run is, only for those that are shown: each is asked of Redis by itself.
  const runs = await Promise.all(listed.rows.map((run) => withProgress(deps.producer, run)));
  return page(c, {
    title: t('runs'),
    body: html`<h1>${t('runs')}</h1>
${runs.some((run) => run.progress === null) ? html`<p class="notice">${t('redisAway')}</p>` : ''}
${list(c, {
  caption: t('runs'),
  columns,
  shown: { ...listed, rows: runs },
  empty: t('runsEmpty'),
  row: ({ id }) => ({ id: `run-${id}` }),
  live: runs.some(isLive),
})}`,
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
      by: ({ type, id }) => `${type} ${id}`,
    },
    {
      key: 'state',
      label: t('state'),
      cell: (run) => runState(run, t),
      by: ({ state }) => wordFor(t, 'state', state),
    },
    { key: 'what', label: t('what'), kind: 'long', cell: (run) => selectionWords(run, language) },
    {
      key: 'started',
      label: t('started'),
      kind: 't',
      cell: (run) => {
        const ms = took(run);
        return html`${time(run.startedAt, language)}${ms === null ? '' : html`<br><span class="quiet">${duration(ms, language)}</span>`}`;
      },
      by: ({ startedAt }) => startedAt,
    },
    { key: 'progress', label: t('progress'), cell: (run) => runProgress(run, t) },
    {
      key: 'actions',
      label: t('actions'),
      quiet: true,
      cell: (run) => runActions(run, t),
    },
  ];
}
