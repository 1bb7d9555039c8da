import type { PromiseKept } from '@zhibiao/store';
import { html } from 'hono/html';
import { figureQuery } from '../providers/figure-query.ts';
import type { Handler } from '../route.ts';
import { figureForm } from '../view/figure-form.ts';
import { difference, period } from '../view/format.ts';
import { type Language, type Words, wordFor, wordsOf } from '../view/labels.ts';
import { chips, page } from '../view/layout.ts';
import { indicatorLink, numberLink, regionLink } from '../view/observation-cells.ts';

/** What was promised for a year beside what was reported of it. */
export const promisesPage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const query = await figureQuery(c, deps);
  const all = await deps.store.promises(query);
  const open = c.req.query('open') === 'true';
  const shown = open ? all : all.filter((promise) => promise.actual !== null);
  const count = (verdict: string) => shown.filter((promise) => promise.judgement?.verdict === verdict).length;
  return page(c, {
    title: t('promises'),
    body: html`<h1>${t('promises')}</h1>
${figureForm(c, t)}
<p><span class="chip added">${t('verdict.met')} ${count('met')}</span> <span class="chip removed">${t('verdict.missed')} ${count('missed')}</span> <span class="chip">${t('verdict.cannot tell')} ${count('cannot tell')}</span> <span class="quiet">${t('withoutResult')} ${all.filter((p) => p.actual === null).length}</span></p>
${
  shown.length === 0
    ? html`<p class="empty">${t('none')}</p>`
    : html`<table class="list">
<thead><tr><th>${t('region')}</th><th>${t('period')}</th><th>${t('indicator')}</th><th class="n">${t('target')}</th><th class="n">${t('actual')}</th><th class="n">${t('difference')}</th><th>${t('verdict')}</th></tr></thead>
<tbody>${shown.slice(0, mostRows).map((promise) => line(promise, t, language))}</tbody></table>
${shown.length > mostRows ? html`<p class="notice">${t('narrow')} (${mostRows} / ${shown.length})</p>` : ''}`
}`,
  });
};

const mostRows = 500;

function line({ target, actual, judgement }: PromiseKept, t: Words, language: Language) {
  const o = target.observation;
  return html`<tr>
<td>${regionLink(target, '/promises')}</td>
<td class="t">${period(o.period)}</td>
<td>${indicatorLink(target)} ${chips([o.scope, o.commitment].filter((note) => note !== null))}</td>
<td class="n">${numberLink(target, language)}${o.hedge ? html`<span class="hedge">${o.hedge}</span>` : ''}</td>
<td class="n">${actual ? numberLink(actual, language) : '–'}</td>
<td class="n">${difference(o, judgement?.difference ?? null, language)}</td>
<td>${judgement ? html`<span class="chip ${judgement.verdict === 'met' ? 'added' : judgement.verdict === 'missed' ? 'removed' : ''}" title="${judgement.reason ?? ''}">${wordFor(t, 'verdict', judgement.verdict)}</span>` : '–'}</td>
</tr>`;
}
