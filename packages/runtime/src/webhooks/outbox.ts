import { createPoster, userAgent } from '@zhibiao/crawler/fetch';
import { type Config, isRetryable, type Logger, type Webhook, zhibiaoVersion } from '@zhibiao/shared';
import type { Producer } from '@zhibiao/shared/queues';
import type { DocumentStore } from '@zhibiao/store';
import { type Job, Queue, UnrecoverableError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { type DeliveryDeps, deliver, type WebhookMessage } from './deliver.ts';
import { WebhookLog } from './log.ts';

/** The queue of messages to webhooks, described as the catalog describes the others; the keeper's process works it. */
export const webhookQueue = {
  name: 'webhook',
  title: 'tells webhooks of changes and failures',
  attempts: 10,
  /** doubles from try to try: half a day in all */
  backoffMs: 60_000,
  concurrency: 4,
} as const;

/** A webhook of which so many tries have failed in a row is paused. */
export const pauseAfter = 25;

interface Posted extends WebhookMessage {
  readonly webhook: string;
  /** what it tells begins there: a paused webhook is told again from here when it goes on */
  readonly since: number | null;
}

export interface OutboxDeps {
  readonly store: DocumentStore;
  readonly producer: Producer;
  readonly log: Logger;
  readonly config: Pick<Config, 'allowHosts' | 'userAgentContact'>;
  /** for tests */
  readonly backoffMs?: number;
}

/** Takes messages for webhooks and sends them, again and again with growing pauses, until they are taken or given up. */
export class Outbox {
  readonly #deps: OutboxDeps;
  readonly #queue: Queue;
  readonly #worker: Worker;
  readonly #delivery: DeliveryDeps;

  /** @param connection of `connectWorker`; it stays the caller's to close */
  constructor(deps: OutboxDeps, connection: Redis) {
    this.#deps = deps;
    const { redis, prefix } = deps.producer;
    const poster = createPoster(userAgent(zhibiaoVersion, deps.config.userAgentContact));
    this.#delivery = {
      poster,
      log: new WebhookLog(redis, prefix),
      allowHosts: deps.config.allowHosts,
      now: Date.now,
    };
    this.#queue = new Queue(webhookQueue.name, { connection: redis, prefix });
    this.#queue.on('error', () => {});
    this.#worker = new Worker<Posted>(webhookQueue.name, (job) => this.#work(job), {
      connection,
      prefix,
      concurrency: webhookQueue.concurrency,
    });
    this.#worker.on('error', (error) => deps.log.warn({ error: error.message }, 'webhook worker connection'));
  }

  /** Queues a message; one of the same id is queued once. @param since see `Posted` */
  async post({ id: webhook }: Webhook, message: WebhookMessage, since: number | null = null): Promise<void> {
    const data: Posted = { ...message, webhook, since };
    const delay = this.#deps.backoffMs ?? webhookQueue.backoffMs;
    const jobId = `${webhook}-${message.id}`;
    // What was given up is told again once the webhook goes on; a job of the same id would be ignored without a word.
    const before = await this.#queue.getJob(jobId);
    if (await before?.isFailed()) await before?.remove();
    await this.#queue.add(message.event, data, {
      jobId,
      attempts: webhookQueue.attempts,
      backoff: { type: 'exponential', delay, jitter: 0.5 },
      removeOnComplete: { age: 24 * 3_600, count: 500 },
      removeOnFail: { age: 7 * 24 * 3_600, count: 500 },
    });
  }

  async close(): Promise<void> {
    await Promise.race([this.#worker.close(), new Promise((resolve) => setTimeout(resolve, 5_000).unref())]);
    await this.#queue.close();
    await this.#delivery.poster.close();
  }

  async #work({ data, attemptsMade }: Job<Posted>): Promise<void> {
    const { store, log } = this.#deps;
    const webhook = await store.getWebhook(data.webhook);
    if (!webhook) return;
    if (webhook.state === 'paused') {
      await this.#tellAgainFrom(webhook, data.since);
      throw new UnrecoverableError('The webhook is paused.');
    }
    const { error, failuresInARow, tried } = await deliver(this.#delivery, webhook, data, attemptsMade + 1);
    if (!error) return;
    const isGone = tried.status === 410;
    if (failuresInARow >= pauseAfter || isGone) {
      const reason = isGone ? 'gone' : `${failuresInARow} tries failed in a row`;
      log.warn({ webhook: webhook.id, reason: tried.reason }, 'a webhook is paused');
      await this.#tellAgainFrom({ ...webhook, state: 'paused', reason }, data.since);
      throw new UnrecoverableError(error.message);
    }
    if (!isRetryable(error)) throw new UnrecoverableError(error.message);
    throw error;
  }

  /** Keeps what a paused webhook was not told of: it is told when it goes on. */
  async #tellAgainFrom(webhook: Webhook, since: number | null): Promise<void> {
    const toldUntil = Math.min(webhook.toldUntil, since ?? webhook.toldUntil);
    await this.#deps.store.saveWebhook({ ...webhook, toldUntil });
  }
}
