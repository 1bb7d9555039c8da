import { html } from 'hono/html';
import type { RunWithProgress } from '../providers/runs.ts';
import { postButton } from './form.ts';
import type { Word, Words } from './labels.ts';
import type { Html } from './layout.ts';

/** How far a run is, and by queue. */
export function runProgress({ progress, id }: RunWithProgress, t: Words): Html {
  if (progress === null) return html`–`;
  const { open, done, failed } = progress;
  const total = open + done + failed;
  if (total === 0) return html`–`;
  return html`<progress max="${total}" value="${done + failed}"></progress>
<span class="counts">${t('done')} ${done} · ${t('open')} ${open} · ${
    failed > 0 ? html`<a href="/quarantine?run=${id}">${t('failed')} ${failed}</a>` : html`${t('failed')} 0`
  }</span><br>
<span class="quiet">${Object.entries(progress.byQueue).map(([queue, n]) => html`${queue} ${n.done}/${n.done + n.open + n.failed} `)}</span>`;
}

/** What may be done with a run in its state. */
export function runActions({ id, type, state }: RunWithProgress, t: Words): Html {
  const post = (action: Word & ('stop' | 'resume' | 'promote' | 'drop'), confirm = false) =>
    postButton(
      `/runs/${encodeURIComponent(id)}/${action}`,
      t(action),
      confirm ? { confirm: `${t(action)} ${id}?` } : {},
    );
  if (state === 'running') return post('stop');
  if (state === 'stopped') return post('resume');
  if (state === 'done' && type === 'reprocess') return html`${post('promote', true)} ${post('drop', true)}`;
  return html``;
}
