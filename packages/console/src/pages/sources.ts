import { html } from 'hono/html';
import { readSchedules } from '../providers/queues.ts';
import type { Handler } from '../route.ts';
import { postButton } from '../view/form.ts';
import { time } from '../view/format.ts';
import { wordsOf } from '../view/labels.ts';
import { outside, page } from '../view/layout.ts';

export const sourcesPage: Handler = async (c, { store, producer, now = Date.now }) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const [sources, schedules] = await Promise.all([store.listSources(), readSchedules(producer, now())]);
  return page(c, {
    title: t('sources'),
    body: html`<h1>${t('sources')}</h1>
${schedules === null ? html`<p class="notice">${t('redisAway')}</p>` : ''}
${
  sources.length === 0
    ? html`<p class="empty">${t('sourcesEmpty')}</p>`
    : html`<table class="list">
<thead><tr><th>${t('name')}</th><th>${t('start')}</th><th>${t('reportTitle')}</th><th>${t('schedule')}</th><th>${t('nextRun')}</th><th></th></tr></thead>
<tbody>${sources.map((source) => {
        const schedule = schedules?.get(source.id);
        const state = !source.enabled ? t('disabled') : source.paused ? t('paused') : '';
        return html`<tr>
<td><a href="/documents?source=${source.id}">${source.name}</a><br><span class="quiet">${source.id}</span></td>
<td class="urls">${source.start.map((url) => html`${outside(url)}<br>`)}</td>
<td><code>${source.title ?? ''}</code></td>
<td>${source.cron ? html`<code>${source.cron}</code>` : t('noSchedule')} ${state ? html`<span class="chip warn">${state}</span>` : ''}</td>
<td class="t">${schedule ? time(schedule.next, language) : '–'} ${schedule?.late ? html`<span class="chip warn">${t('late')}</span>` : ''}</td>
<td>${source.enabled && schedules !== null ? postButton(`/sources/${source.id}/crawl`, t('crawlNow')) : ''}</td>
</tr>`;
      })}</tbody></table>`
}`,
  });
};
