import { WebhookLog } from '@zhibiao/runtime/webhooks/log';
import { knownWebhook } from '@zhibiao/runtime/webhooks/manage';
import { type UsageError, type Webhook, WebhookEvent } from '@zhibiao/shared';
import { html } from 'hono/html';
import { faultNotice } from '../forms/fault.ts';
import { formField } from '../forms/fields.ts';
import type { Posted } from '../forms/posted.ts';
import { lastName } from '../forms/who.ts';
import type { ConsoleContext, Handler, HandlerDeps } from '../route.ts';
import { postButton } from '../view/form.ts';
import { time } from '../view/format.ts';
import { type Words, wordFor, wordsOf } from '../view/labels.ts';
import { type Content, type Html, page } from '../view/layout.ts';
import { type Column, table } from '../view/table.ts';
import { triesTable } from '../view/webhook-tries.ts';

/** What a webhook's filter of changes may name. */
export const webhookFilters = ['region', 'indicator', 'year', 'measure', 'source'] as const;

export const webhooksPage: Handler = (c, deps) => showWebhooks(c, deps, { fault: null });

/** All webhooks, and the form for another; a filter in the address fills it. */
export async function showWebhooks(
  c: ConsoleContext,
  { store }: HandlerDeps,
  { fault, posted }: { fault: UsageError | null; posted?: Posted },
) {
  const t = wordsOf(c.get('language'));
  const webhooks = await store.listWebhooks();
  const value = (name: string) => posted?.text(name) ?? c.req.query(name) ?? '';
  const field = (name: string, label: string, more: object = {}) =>
    formField({ name, label, value: value(name), wrong: fault?.input === name, ...more });
  const isTold = (event: WebhookEvent) =>
    posted ? posted.list('events').includes(event) : event === 'figures.changed';
  return page(
    c,
    {
      title: t('webhooks'),
      body: html`<h1>${t('webhooks')}</h1><p>${t('webhooksNote')}</p>
${webhooks.length === 0 ? html`<p class="empty">${t('webhooksEmpty')}</p>` : table({ caption: t('webhooks'), columns: columnsOf(c, t), rows: webhooks })}
<h2>${t('addWebhook')}</h2>${faultNotice(fault, c.get('language'))}
<form class="fields" method="post" action="/webhooks">
${field('by', t('yourName'), { required: true, value: posted?.text('by') ?? lastName(c) })}
${field('url', t('webhookAddress'), { required: true, type: 'url' })}
<fieldset><legend>${t('events')}</legend>${WebhookEvent.options.map(
        (event) =>
          html`<label class="check"><input type="checkbox" name="events" value="${event}"${
            isTold(event) ? html` checked` : ''
          }> ${wordFor(t, 'event', event)}</label>`,
      )}</fieldset>
<fieldset><legend>${t('filterOfChanges')}</legend><div class="field-grid">${field('region', t('regionFilter'))}
${field('indicator', t('indicatorFilter'))}${field('year', t('period'))}
${field('measure', t('measure'), { options: [['', t('all')], ...(['level', 'growth', 'change', 'rank', 'gap'] as const).map((one) => [one, t(one)] as const)] })}
${field('source', t('source'))}</div></fieldset>
<p><button class="main">${t('addWebhook')}</button></p></form>`,
    },
    fault ? 400 : 200,
  );
}

function columnsOf(c: ConsoleContext, t: Words): Column<Webhook>[] {
  return [
    {
      key: 'url',
      label: t('webhookAddress'),
      kind: 'long',
      cell: ({ id, url }) => html`<a href="/webhooks/${id}">${url}</a>`,
    },
    { key: 'events', label: t('events'), cell: (webhook) => toldOf(webhook, t) },
    { key: 'state', label: t('state'), cell: (webhook) => stateOf(webhook, t) },
    { key: 'by', label: t('addedBy'), cell: ({ by }) => by },
    { key: 'time', label: t('time'), kind: 't', cell: ({ createdAt }) => time(createdAt, c.get('language')) },
  ];
}

const toldOf = ({ events, filter }: Webhook, t: Words): Html =>
  html`${events.map((event) => wordFor(t, 'event', event)).join(t('listComma'))} ${Object.entries(filter).map(
    ([name, value]) => html`<span class="chip">${wordFor(t, 'selection', name)} ${value}</span> `,
  )}`;

const stateOf = ({ state, reason }: Webhook, t: Words): Html =>
  state === 'active'
    ? html`<span class="chip done">${t('webhookActive')}</span>`
    : html`<span class="chip warn">${t('paused')}</span> ${reason ? html`<span class="quiet">${t('pausedByItself')}</span>` : ''}`;

export const webhookPage: Handler = async (c, deps) =>
  showWebhook(c, deps, await knownWebhook(deps.store, c.req.param('id') ?? ''));

/** One webhook with its deliveries. @param notice above it: its secret when it is made, or what came of a test */
export async function showWebhook(
  c: ConsoleContext,
  { producer }: HandlerDeps,
  webhook: Webhook,
  notice: Content = '',
) {
  const language = c.get('language');
  const t = wordsOf(language);
  const log = new WebhookLog(producer.redis, producer.prefix);
  const read = await Promise.all([log.read(webhook.id), log.failuresInARow(webhook.id)]).catch(() => null);
  const path = `/webhooks/${webhook.id}`;
  const facts: [string, Content][] = [
    [t('state'), stateOf(webhook, t)],
    [t('events'), toldOf(webhook, t)],
    [t('addedBy'), webhook.by],
    [t('time'), time(webhook.createdAt, language)],
    [t('failuresNow'), read?.[1] ?? '–'],
  ];
  return page(c, {
    title: `${t('webhooks')} ${webhook.id}`,
    body: html`<p class="crumbs"><a href="/webhooks">${t('webhooks')}</a></p><h1 class="long">${webhook.url}</h1>
${notice}
<dl class="facts">${facts.map(([name, fact]) => html`<div><dt>${name}</dt><dd>${fact}</dd></div>`)}</dl>
<div class="tools-line">${postButton(`${path}/test`, t('sendTest'))} ${
      webhook.state === 'active'
        ? postButton(`${path}/pause`, t('webhookPause'))
        : postButton(`${path}/resume`, t('resume'))
    } ${postButton(`${path}/remove`, t('webhookRemove'), { confirm: `${t('webhookRemove')} ${webhook.url}?` })}</div>
<h2>${t('deliveries')}</h2>
${read === null ? html`<p class="notice">${t('redisAway')}</p>` : read[0].length === 0 ? html`<p class="empty">${t('noDeliveries')}</p>` : triesTable(read[0], language)}`,
  });
}
