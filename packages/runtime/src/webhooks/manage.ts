import { randomBytes } from 'node:crypto';
import { checkAddress, createPoster, userAgent } from '@zhibiao/crawler/fetch';
import { type Config, UsageError, Webhook, WebhookEvent, zhibiaoVersion } from '@zhibiao/shared';
import type { Producer } from '@zhibiao/shared/queues';
import { type DocumentStore, NotFoundError } from '@zhibiao/store';
import { bodyOf, deliver, type Tried } from './deliver.ts';
import { WebhookLog } from './log.ts';
import { newSecret } from './sign.ts';

export interface WebhookDeps {
  readonly store: DocumentStore;
  readonly producer: Producer;
  readonly config: Partial<Pick<Config, 'allowHosts' | 'userAgentContact'>>;
}

export interface WebhookWanted {
  readonly url: string;
  readonly events: readonly string[];
  /** as the list of changes takes it, without `since` and paging */
  readonly filter: Readonly<Record<string, string | number>>;
  readonly by: string;
}

/**
 * Makes a webhook; it is told of what happens from now on.
 * @returns it with its secret, which is not shown again
 * @throws UsageError, and where the address is none that may be reached ForbiddenAddressError, UnsupportedUrlError
 */
export async function addWebhook({ store, config }: WebhookDeps, wanted: WebhookWanted): Promise<Webhook> {
  checkAddress(wanted.url, config.allowHosts ?? []);
  const events = wanted.events.map((event) => {
    const known = WebhookEvent.safeParse(event);
    if (known.success) return known.data;
    throw new UsageError(`event: ${event} is none of ${WebhookEvent.options.join(', ')}.`, 'events');
  });
  if (events.length === 0)
    throw new UsageError(`events: name at least one of ${WebhookEvent.options.join(', ')}.`, 'events');
  const now = Date.now();
  // A filter that cannot be read is refused now and not at the first change.
  await store.changes({ ...wanted.filter, since: now, limit: 1 });
  const webhook = Webhook.parse({
    ...wanted,
    id: `wh-${randomBytes(6).toString('hex')}`,
    secret: newSecret(),
    events,
    createdAt: now,
    toldUntil: now,
  });
  await store.saveWebhook(webhook);
  return webhook;
}

/** Sends a test message at once, once. @throws NotFoundError */
export async function testWebhook(deps: WebhookDeps, id: string): Promise<Tried> {
  const webhook = await knownWebhook(deps.store, id);
  const poster = createPoster(userAgent(zhibiaoVersion, deps.config.userAgentContact ?? ''));
  try {
    const log = new WebhookLog(deps.producer.redis, deps.producer.prefix);
    const delivery = { poster, log, allowHosts: deps.config.allowHosts ?? [], now: Date.now };
    const body = bodyOf('test', { webhook: id }, Date.now());
    const message = { id: `msg_${randomBytes(16).toString('hex')}`, event: 'test', body } as const;
    return await deliver(delivery, webhook, message, 1);
  } finally {
    await poster.close();
  }
}

/** Pauses a webhook, or lets it go on: it is then told of everything since. @throws NotFoundError */
export async function setWebhookState(
  { store, producer }: WebhookDeps,
  id: string,
  state: Webhook['state'],
): Promise<Webhook> {
  const webhook = { ...(await knownWebhook(store, id)), state, reason: null };
  await new WebhookLog(producer.redis, producer.prefix).forgive(id);
  await store.saveWebhook(webhook);
  return webhook;
}

/** @throws NotFoundError */
export async function removeWebhook({ store, producer }: WebhookDeps, id: string): Promise<void> {
  await knownWebhook(store, id);
  await store.removeWebhook(id);
  await new WebhookLog(producer.redis, producer.prefix).forget(id);
}

/** @throws NotFoundError */
export async function knownWebhook(store: DocumentStore, id: string): Promise<Webhook> {
  const webhook = await store.getWebhook(id);
  if (!webhook)
    throw new NotFoundError(`There is no webhook ${id}; \`zhibiao webhooks list\` names them.`, id);
  return webhook;
}
