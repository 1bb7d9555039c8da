import { html } from 'hono/html';
import { listRuns, type RunWithProgress } from '../providers/runs.ts';
import type { Handler } from '../route.ts';
import { duration, time } from '../view/format.ts';
import { type Language, type Words, wordFor, wordsOf } from '../view/labels.ts';
import { type Html, page } from '../view/layout.ts';
import { runActions, runProgress } from '../view/run-cells.ts';

export const runsPage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const runs = await listRuns(deps, 50);
  const now = (deps.now ?? Date.now)();
  return page(c, {
    title: t('runs'),
    body: html`<h1>${t('runs')}</h1>
${runs.some((run) => run.progress === null) ? html`<p class="notice">${t('redisAway')}</p>` : ''}
${
  runs.length === 0
    ? html`<p class="empty">${t('runsEmpty')}</p>`
    : html`<table class="list runs"${runs.some(isLive) ? html` data-refresh` : ''}>
<thead><tr><th>${t('run')}</th><th>${t('state')}</th><th>${t('what')}</th><th>${t('started')}</th><th>${t('progress')}</th><th></th></tr></thead>
<tbody>${runs.map((run) => row(run, now, t, language))}</tbody></table>`
}`,
  });
};

const isLive = ({ state, progress }: RunWithProgress) => state === 'running' && (progress?.open ?? 0) > 0;

function row(run: RunWithProgress, now: number, t: Words, language: Language): Html {
  const took =
    run.finishedAt !== null ? run.finishedAt - run.startedAt : isLive(run) ? now - run.startedAt : null;
  return html`<tr id="run-${run.id}">
<td>${wordFor(t, 'type', run.type)}<br><span class="quiet">${run.id}</span></td>
<td><span class="state ${run.state}">${wordFor(t, 'state', run.state)}</span></td>
<td class="what">${Object.entries(run.selection)
    .filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value !== null))
    .map(
      ([name, value]) =>
        html`<span class="quiet">${name}</span> ${Array.isArray(value) ? value.join(', ') : String(value)}<br>`,
    )}</td>
<td class="t">${time(run.startedAt, language)}${took === null ? '' : html`<br><span class="quiet">${duration(took)}</span>`}</td>
<td>${runProgress(run, t)}</td>
<td>${run.type === 'reprocess' ? html`<a class="button" href="/runs/${run.id}/diff">${t('difference')}</a>` : ''} ${runActions(run, t)}</td>
</tr>`;
}
