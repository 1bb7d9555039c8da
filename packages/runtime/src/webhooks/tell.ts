import { createHash } from 'node:crypto';
import type { Webhook, WebhookEvent } from '@zhibiao/shared';
import type { ChangeQuery, DocumentStore } from '@zhibiao/store';
import { bodyOf } from './deliver.ts';
import type { Outbox } from './outbox.ts';

const page = 50;
const pagesATurn = 10;
/** Commits of other machines may come in late, and their clocks differ: what is younger waits for the next turn. Milliseconds */
const settledMs = 5_000;

/** Tells every webhook that asked for it of something that has happened. @param key names it: it is told once */
export async function tellAll(
  { store, outbox }: { store: DocumentStore; outbox: Outbox },
  event: Exclude<WebhookEvent, 'figures.changed'>,
  key: string,
  data: object,
  now: number,
): Promise<void> {
  for (const webhook of await store.listWebhooks()) {
    if (webhook.state !== 'active' || !webhook.events.includes(event)) continue;
    const id = messageId(webhook, event, key);
    await outbox.post(webhook, { id, event, body: bodyOf(event, data, now) });
  }
}

/** Tells each webhook of the figures of its filter that have changed since it was told last. */
export async function tellChanges(
  { store, outbox }: { store: DocumentStore; outbox: Outbox },
  now: number,
  settled = settledMs,
): Promise<void> {
  for (const webhook of await store.listWebhooks()) {
    if (webhook.state !== 'active' || !webhook.events.includes('figures.changed')) continue;
    const toldUntil = await tellOne({ store, outbox }, webhook, now, now - settled);
    const known = await store.getWebhook(webhook.id);
    // It may have been paused meanwhile, and is told again from an earlier time then.
    if (known?.state === 'active' && toldUntil > known.toldUntil)
      await store.saveWebhook({ ...known, toldUntil });
  }
}

async function tellOne(
  { store, outbox }: { store: DocumentStore; outbox: Outbox },
  webhook: Webhook,
  now: number,
  until: number,
): Promise<number> {
  const { toldUntil: since, filter } = webhook;
  const query = { ...filter, since, limit: page } as ChangeQuery;
  let after: string | undefined;
  let last = since;
  for (let read = 0; read < pagesATurn; read++) {
    const { rows, next } = await store.changes(after ? { ...query, after } : query);
    const changes = rows.filter(({ at }) => at <= until);
    if (changes.length > 0) {
      const id = messageId(
        webhook,
        'figures.changed',
        `${since} ${changes.map((one) => `${one.id} ${one.at}`).join()}`,
      );
      const body = bodyOf('figures.changed', { filter, changes }, now);
      await outbox.post(webhook, { id, event: 'figures.changed', body }, last);
      last = changes.at(-1)?.at ?? last;
    }
    if (changes.length < rows.length || next === null) return Math.max(since, until);
    after = next;
  }
  // Others of the same millisecond may follow: they are told again rather than not at all.
  return Math.max(since, last - 1);
}

const messageId = ({ id }: Webhook, event: string, key: string): string =>
  `msg_${createHash('sha256').update(`${id}\n${event}\n${key}`).digest('hex').slice(0, 32)}`;
