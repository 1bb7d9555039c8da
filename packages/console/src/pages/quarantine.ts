import type { QuarantineRecord } from '@zhibiao/shared';
import { html } from 'hono/html';
import type { Handler } from '../route.ts';
import { postButton } from '../view/form.ts';
import { time } from '../view/format.ts';
import { wordsOf } from '../view/labels.ts';
import { outside, page } from '../view/layout.ts';

export const quarantinePage: Handler = async (c, { store }) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const resolved = c.req.query('resolved') === 'true';
  const run = c.req.query('run') || undefined;
  const records = await store.listQuarantine({ resolved, run, limit: 500 });
  const open = records.filter((record) => record.resolvedAt === null);
  const query = run ? `?run=${encodeURIComponent(run)}` : '';
  return page(c, {
    title: t('quarantine'),
    body: html`<h1>${t('quarantine')}</h1>
<div class="tools-line">${open.length > 0 ? postButton(`/quarantine/retry${query}`, `${t('retryAll')} (${open.length})`, { confirm: `${t('retryAll')}?` }) : ''}
${run ? html`<span class="chip">${t('run')} ${run}</span> <a class="quiet" href="/quarantine">${t('reset')}</a>` : ''}
<a class="quiet" href="/quarantine${resolved ? '' : '?resolved=true'}">${t(resolved ? 'hideResolved' : 'showResolved')}</a></div>
${
  records.length === 0
    ? html`<p class="empty">${t('quarantineEmpty')}</p>`
    : html`<table class="list">
<thead><tr><th>${t('time')}</th><th>${t('stage')}</th><th>${t('input')}</th><th>${t('reason')}</th><th>${t('run')}</th><th></th></tr></thead>
<tbody>${records.map(
        (r) => html`<tr class="${r.resolvedAt === null ? '' : 'outside'}">
<td class="t">${time(r.time, language)}</td>
<td>${r.stage}</td>
<td class="urls">${outside(r.input)}${r.source ? html`<br><span class="quiet">${r.source}</span>` : ''}</td>
<td><strong>${r.error}</strong><br>${withoutInput(r)}</td>
<td><a class="quiet" href="/runs#run-${r.run}">${r.run}</a></td>
<td>${r.resolvedAt === null ? postButton(`/quarantine/${encodeURIComponent(r.id)}/retry`, t('retry')) : html`<span class="quiet">${t('resolved')} ${time(r.resolvedAt, language)}</span>`}</td>
</tr>`,
      )}</tbody></table>`
}`,
  });
};

/** Messages name their input, which has a column of its own here. */
const withoutInput = ({ reason, input }: QuarantineRecord) =>
  reason.startsWith(`${input}: `) ? reason.slice(input.length + 2) : reason;
