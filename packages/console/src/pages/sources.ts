import type { Source } from '@zhibiao/shared';
import type { Schedule } from '@zhibiao/shared/queues';
import { html } from 'hono/html';
import { listingOf, readListing } from '../providers/listing.ts';
import { readSchedules } from '../providers/queues.ts';
import { type Trouble, troublesOf } from '../providers/source-troubles.ts';
import type { ConsoleContext, Handler } from '../route.ts';
import { postButton } from '../view/form.ts';
import { time } from '../view/format.ts';
import { type Words, wordFor, wordsOf } from '../view/labels.ts';
import { outside, page } from '../view/layout.ts';
import { list } from '../view/list.ts';
import type { Column } from '../view/table.ts';

export const sourcesPage: Handler = async (c, { store, producer, now = Date.now }) => {
  const t = wordsOf(c.get('language'));
  const [sources, schedules, runs] = await Promise.all([
    store.listSources(),
    readSchedules(producer, now()),
    store.listRuns(500),
  ]);
  const add = html`<a class="button main" href="/sources/new">${t('addSource')}</a>`;
  const columns = columnsOf(c, t, schedules, troublesOf(runs, sources));
  const shown = await readListing(c, listingOf(sources), columns);
  return page(c, {
    title: t('sources'),
    body: html`<h1>${t('sources')}</h1>
${schedules === null ? html`<p class="notice">${t('redisAway')}</p>` : ''}
${list(c, { caption: t('sources'), columns, shown, empty: t('sourcesEmpty'), tools: add })}`,
  });
};

const troubleOf = (trouble: Trouble | undefined, t: Words) =>
  trouble
    ? html` <a class="chip failed" href="/runs/${trouble.run.id}">${wordFor(t, 'trouble', trouble.what)}</a>`
    : '';

function columnsOf(
  c: ConsoleContext,
  t: Words,
  schedules: ReadonlyMap<string, Schedule> | null,
  troubles: ReadonlyMap<string, Trouble>,
): Column<Source>[] {
  const language = c.get('language');
  const state = ({ enabled, paused }: Source) => (enabled ? (paused ? t('paused') : '') : t('disabled'));
  return [
    {
      key: 'name',
      label: t('name'),
      cell: ({ id, name, edited }) =>
        html`<a href="/documents?source=${id}">${name}</a><br><span class="quiet">${id}</span> ${
          edited ? html`<span class="chip" title="${edited.by}">${t('edited')}</span>` : ''
        }${troubleOf(troubles.get(id), t)}`,
      by: ({ name }) => name,
    },
    {
      key: 'start',
      label: t('start'),
      kind: 'long',
      cell: ({ start }) => start.map((url) => html`<div>${outside(url)}</div>`),
      by: ({ start }) => start[0] ?? null,
    },
    {
      key: 'title',
      label: t('reportTitle'),
      cell: ({ title }) => (title ? html`<code>${title}</code>` : ''),
      by: ({ title }) => title ?? null,
    },
    {
      key: 'schedule',
      label: t('schedule'),
      cell: (source) =>
        html`${source.cron ? html`<code>${source.cron}</code>` : t('noSchedule')} ${
          state(source) ? html`<span class="chip warn">${state(source)}</span>` : ''
        }`,
      by: ({ cron }) => cron ?? null,
    },
    {
      key: 'next',
      label: t('nextRun'),
      kind: 't',
      cell: ({ id }) => {
        const schedule = schedules?.get(id);
        return html`${schedule ? time(schedule.next, language) : '–'} ${
          schedule?.late ? html`<span class="chip warn">${t('late')}</span>` : ''
        }`;
      },
      by: ({ id }) => schedules?.get(id)?.next ?? null,
    },
    {
      key: 'crawl',
      label: t('actions'),
      quiet: true,
      cell: ({ id, enabled, paused, cron }) =>
        html`${enabled && schedules !== null ? postButton(`/sources/${id}/crawl`, t('crawlNow')) : ''}
<a class="button" href="/sources/${id}">${t('editSource')}</a>
${
  enabled && cron
    ? postButton(`/sources/${id}/${paused ? 'resume' : 'pause'}`, t(paused ? 'resumeSchedule' : 'pause'), {
        quiet: true,
      })
    : ''
}
${postButton(`/sources/${id}/${enabled ? 'disable' : 'enable'}`, t(enabled ? 'disable' : 'enable'), { quiet: true })}`,
    },
  ];
}
