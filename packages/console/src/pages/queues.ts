import { catalog, type QueueName } from '@zhibiao/shared/messages';
import {
  type HistoryPoint,
  type QueueStatus,
  queueStatus,
  readHistory,
  stretchMs,
} from '@zhibiao/shared/queues';
import { html, raw } from 'hono/html';
import { historyChart } from '../charts/history.ts';
import type { Handler } from '../route.ts';
import { duration } from '../view/format.ts';
import { type Language, type Word, type Words, wordFor, wordsOf } from '../view/labels.ts';
import { type Content, type Html, page } from '../view/layout.ts';
import { webhookPanel } from '../view/webhook-panel.ts';

/** How the queues are now and how their last day was: rate, waiting, oldest, failures. Single jobs lie behind it. */
export const queuesPage: Handler = async (c, deps) => {
  const { producer, now = Date.now } = deps;
  const language = c.get('language');
  const t = wordsOf(language);
  const read = await Promise.all([
    queueStatus(producer, now()),
    readHistory(producer.redis, producer.prefix, now()),
    webhookPanel(deps, language),
  ]).catch(() => null);
  const views =
    read === null
      ? []
      : await Promise.all(read[0].map((status) => queueView(status, read[1][status.queue], language)));
  return page(c, {
    title: t('queues'),
    body: html`<h1>${t('queues')}</h1>
${read === null ? html`<p class="notice">${t('redisAway')}</p>` : html`<p class="quiet">${t('lastDay')}</p>`}
${views}${read?.[2] ?? ''}`,
  });
};

async function queueView(
  status: QueueStatus,
  day: readonly HistoryPoint[],
  language: Language,
): Promise<Html> {
  const t = wordsOf(language);
  const { queue, counts, oldestWaitingMs, workers, paused } = status;
  const sum = (of: (point: HistoryPoint) => number) => day.reduce((all, point) => all + of(point), 0);
  const waiting = (counts.waiting ?? 0) + (counts.prioritized ?? 0) + (counts.paused ?? 0);
  const facts: [string, Content][] = [
    [t('waiting'), waiting],
    [t('oldest'), oldestWaitingMs === null ? '–' : duration(oldestWaitingMs, language)],
    [t('active'), counts.active ?? 0],
    [t('putBack'), counts.delayed ?? 0],
    [t('workers'), workers === 0 ? html`<span class="chip warn">0</span>` : workers],
    [t('doneToday'), sum(({ done }) => done).toLocaleString('en')],
    [t('retriedToday'), sum(({ retried }) => retried).toLocaleString('en')],
    [t('failedToday'), sum(({ failed }) => failed).toLocaleString('en')],
  ];
  const charts = await Promise.all(
    measures.map(async ({ word, tone, of }) => {
      const moments = day.map((point) => ({ at: point.at, value: of(point) }));
      const label = `${wordFor(t, 'stage', queue)}: ${t(word)}`;
      return html`<figure class="chart small"><figcaption>${t(word)}</figcaption>${raw(await historyChart(moments, label, tone))}</figure>`;
    }),
  );
  return html`<section class="panel group queue" id="${queue}"><h2>${wordFor(t, 'stage', queue)} ${
    language === 'zh' ? html`<span class="quiet">${queue}</span>` : ''
  } ${paused ? html`<span class="chip warn">${t('paused')}</span>` : ''}</h2>
<p class="quiet">${queueWords(queue, t)}</p>
<dl class="facts">${facts.map(([name, fact]) => html`<div><dt>${name}</dt><dd>${fact}</dd></div>`)}</dl>
${paused ? html`<p class="notice">${t('pausedNote')} <code>zhibiao queues resume ${queue}</code></p>` : ''}
<div class="small-charts">${charts}</div>
<p><a href="/queues/jobs?queue=${queue}">${t('singleJobs')}</a> · <a href="/quarantine">${t('quarantine')}</a></p></section>
`;
}

const minuteMs = 60_000;
interface Measured {
  readonly word: Word;
  readonly tone: 'actual' | 'bad';
  readonly of: (point: HistoryPoint) => number | null;
}

const measures: readonly Measured[] = [
  { word: 'ratePerMinute', tone: 'actual', of: ({ done }) => (done * minuteMs) / stretchMs },
  { word: 'waitingJobs', tone: 'actual', of: ({ waiting }) => waiting },
  {
    word: 'oldestMinutes',
    tone: 'actual',
    of: ({ oldestMs }) => (oldestMs === null ? null : oldestMs / minuteMs),
  },
  { word: 'failuresPerStretch', tone: 'bad', of: ({ failed }) => failed },
];

const queueWords = (queue: QueueName, t: Words) => wordFor(t, 'queue', queue);

/** The dashboard of the queue library, which shows single jobs, below our own header. */
export const jobsPage: Handler = (c) => {
  const t = wordsOf(c.get('language'));
  const queue = c.req.query('queue') ?? '';
  const path = queue in catalog ? `/queue/${queue}` : '';
  return page(c, {
    title: t('singleJobs'),
    wide: true,
    body: html`<p class="crumbs on-board"><a href="/queues">${t('queues')}</a></p><h1 class="visually-hidden">${t('singleJobs')}</h1><iframe class="board" title="${t('singleJobs')}" src="/queues/board${path}"></iframe>`,
  });
};
