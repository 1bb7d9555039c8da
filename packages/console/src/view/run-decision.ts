import type { PromotionRow } from '@zhibiao/store';
import { html } from 'hono/html';
import { lastName } from '../forms/who.ts';
import type { RunWithProgress } from '../providers/runs.ts';
import type { ConsoleContext } from '../route.ts';
import { time } from './format.ts';
import { wordFor, wordsOf } from './labels.ts';
import type { Html } from './layout.ts';

/** The decision on a reprocess: the form to take it, signed; or what was decided, when and by whom. */
export function runDecision(
  c: ConsoleContext,
  { id, type, state }: RunWithProgress,
  decision: PromotionRow | null,
): Html {
  const language = c.get('language');
  const t = wordsOf(language);
  if (decision)
    return html`<p class="decided"><span class="chip ${decision.state}">${wordFor(
      t,
      'state',
      decision.state,
    )}</span> ${time(decision.at, language)} · ${decision.by}</p>`;
  if (type !== 'reprocess' || state !== 'done') return html``;
  const path = `/runs/${encodeURIComponent(id)}`;
  return html`<form class="filters decide" method="post" action="${path}/promote">
<label>${t('yourName')}<input name="by" value="${lastName(c)}" required autocomplete="name"></label>
<button class="main" data-confirm="${t('promote')} ${id}?">${t('promote')}</button>
<button formaction="${path}/drop" data-confirm="${t('drop')} ${id}?">${t('drop')}</button></form>`;
}
