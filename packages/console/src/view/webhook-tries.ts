import type { WebhookTry } from '@zhibiao/shared';
import { html } from 'hono/html';
import { statusWords } from './failure-words.ts';
import { duration, time } from './format.ts';
import { type Language, wordFor, wordsOf } from './labels.ts';
import type { Html } from './layout.ts';
import { said } from './message-words.ts';
import { type Column, table } from './table.ts';

/** What was sent to a webhook and what came of it, newest first. */
export function triesTable(tries: readonly WebhookTry[], language: Language): Html {
  const t = wordsOf(language);
  const columns: Column<WebhookTry>[] = [
    { key: 'time', label: t('time'), kind: 't', cell: ({ at }) => time(at, language) },
    { key: 'event', label: t('events'), cell: ({ event }) => wordFor(t, 'event', event) },
    {
      key: 'outcome',
      label: t('outcome'),
      cell: ({ error, status, reason }) =>
        error === null
          ? html`<span class="chip done">${t('messageTaken')}</span> ${status ?? ''}`
          : html`<span class="chip failed">${t('messageRefused')}</span> ${
              status === null ? wordFor(t, 'error', error) : statusWords(status, t)
            }<details class="message"><summary>${t('message')}</summary>${said(reason ?? '', language)}</details>`,
    },
    { key: 'attempt', label: t('attempt'), kind: 'n', cell: ({ attempt }) => attempt },
    { key: 'took', label: t('duration'), kind: 'n', cell: ({ ms }) => duration(ms, language) },
    {
      key: 'message',
      label: 'webhook-id',
      kind: 'long',
      cell: ({ message }) => html`<span class="quiet">${message}</span>`,
    },
  ];
  return table({ caption: t('deliveries'), columns, rows: tries });
}
