import { html } from 'hono/html';
import type { RunWithProgress } from '../providers/runs.ts';
import { postButton } from './form.ts';
import { time } from './format.ts';
import { type Language, type Words, wordFor, wordsOf } from './labels.ts';
import type { Html } from './layout.ts';

export const isLive = ({ state, progress }: RunWithProgress) =>
  state === 'running' && (progress?.open ?? 0) > 0;

/** The state; a run that came to nothing but failures is no success. */
export function runState({ state, counts, progress }: RunWithProgress, t: Words): Html {
  const failed = progress?.failed || counts.failed || 0;
  const done = progress?.done || counts.done || 0;
  const bad = state === 'done' && failed > 0;
  const kind = bad ? (done === 0 ? 'failed' : 'warn') : state;
  return html`<span class="chip nowrap ${kind}">${
    bad && done === 0 ? t('failed') : wordFor(t, 'state', state)
  }${bad && done > 0 ? `, ${t('failed')} ${failed}` : ''}</span>`;
}

/** What a run was asked to do. */
export function selectionWords({ selection }: RunWithProgress, language: Language): Html {
  const t = wordsOf(language);
  const asked = Object.entries(selection).filter(
    ([, value]) =>
      value !== null &&
      value !== undefined &&
      value !== false &&
      !(Array.isArray(value) && value.length === 0),
  );
  return html`${asked.map(
    ([name, value]) =>
      html`<div><span class="quiet">${wordFor(t, 'selection', name)}</span> ${
        value === true ? '' : valueWords(name, value, language)
      }</div>`,
  )}`;
}

function valueWords(name: string, value: unknown, language: Language): string {
  const t = wordsOf(language);
  if (Array.isArray(value)) return value.join(t('listComma'));
  if (name === 'since' || name === 'until') return time(Number(value), language);
  return wordFor(t, name, String(value));
}

/** How far a run is, and by queue. */
export function runProgress({ progress, id }: RunWithProgress, t: Words): Html {
  if (progress === null) return html`–`;
  const { open, done, failed } = progress;
  const total = open + done + failed;
  if (total === 0) return html`–`;
  return html`<progress max="${total}" value="${done + failed}" aria-label="${t('progress')}"></progress>
<div>${t('done')} ${done} · ${t('open')} ${open} · ${
    failed > 0 ? html`<a href="/quarantine?run=${id}">${t('failed')} ${failed}</a>` : html`${t('failed')} 0`
  }</div>
<div class="quiet">${Object.entries(progress.byQueue).map(
    ([queue, n]) => html`${wordFor(t, 'stage', queue)} ${n.done}/${n.done + n.open + n.failed} `,
  )}</div>`;
}

/** What may be done with a run in its state; a reprocess is decided on where its difference is shown. */
export function runActions({ id, type, state }: RunWithProgress, t: Words): Html {
  const post = (action: 'stop' | 'resume') =>
    postButton(`/runs/${encodeURIComponent(id)}/${action}`, t(action));
  if (type === 'reprocess' && state !== 'running' && state !== 'stopped')
    return html`<a class="button" href="/runs/${id}/diff">${t('difference')}</a>`;
  if (state === 'running') return post('stop');
  if (state === 'stopped') return post('resume');
  return html``;
}
