import { WebhookLog } from '@zhibiao/runtime/webhooks/log';
import type { Webhook } from '@zhibiao/shared';
import { html } from 'hono/html';
import type { HandlerDeps } from '../route.ts';
import { time } from './format.ts';
import { type Language, wordFor, wordsOf } from './labels.ts';
import type { Html } from './layout.ts';
import { type Column, table } from './table.ts';

interface Told {
  readonly webhook: Webhook;
  /** milliseconds since the epoch; null where nothing was sent yet */
  readonly last: number | null;
  readonly failuresNow: number;
}

/** The webhooks among the queues: when each was told last, and how often it has refused since. @throws where Redis is away */
export async function webhookPanel({ store, producer }: HandlerDeps, language: Language): Promise<Html> {
  const t = wordsOf(language);
  const log = new WebhookLog(producer.redis, producer.prefix);
  const rows = await Promise.all(
    (await store.listWebhooks()).map(async (webhook): Promise<Told> => {
      const [[last], failuresNow] = await Promise.all([log.read(webhook.id), log.failuresInARow(webhook.id)]);
      return { webhook, last: last?.at ?? null, failuresNow };
    }),
  );
  const columns: Column<Told>[] = [
    {
      key: 'url',
      label: t('webhookAddress'),
      kind: 'long',
      cell: ({ webhook: { id, url } }) => html`<a href="/webhooks/${id}">${url}</a>`,
    },
    {
      key: 'events',
      label: t('events'),
      cell: ({ webhook }) => webhook.events.map((event) => wordFor(t, 'event', event)).join(t('listComma')),
    },
    {
      key: 'state',
      label: t('state'),
      cell: ({ webhook: { state } }) =>
        html`<span class="chip ${state === 'active' ? 'done' : 'warn'}">${t(state === 'active' ? 'webhookActive' : 'paused')}</span>`,
    },
    {
      key: 'last',
      label: t('toldLast'),
      kind: 't',
      cell: ({ last }) => (last === null ? '–' : time(last, language)),
    },
    {
      key: 'failures',
      label: t('failuresNow'),
      kind: 'n',
      cell: ({ failuresNow }) =>
        failuresNow === 0 ? '0' : html`<span class="chip failed">${failuresNow}</span>`,
    },
  ];
  return html`<section class="panel group" id="webhooks"><h2>${t('webhooks')}</h2>
${rows.length === 0 ? html`<p class="quiet">${t('webhooksEmpty')}</p>` : table({ caption: t('webhooks'), columns, rows })}
<p><a href="/webhooks">${t('addWebhook')}</a></p></section>`;
}
