import type { Poster } from '@zhibiao/crawler/fetch';
import { type Webhook, type WebhookTry, ZhibiaoError } from '@zhibiao/shared';
import type { WebhookLog } from './log.ts';
import { signed } from './sign.ts';

/** What a webhook is told, the same in every try. */
export interface WebhookMessage {
  /** `webhook-id` */
  readonly id: string;
  readonly event: WebhookTry['event'];
  /** JSON: `{type, timestamp, data}` */
  readonly body: string;
}

export interface DeliveryDeps {
  readonly poster: Poster;
  readonly log: WebhookLog;
  readonly allowHosts: readonly string[];
  /** milliseconds since the epoch */
  readonly now: () => number;
}

export interface Tried {
  readonly tried: WebhookTry;
  readonly failuresInARow: number;
  /** why it was not taken; null where it was */
  readonly error: Error | null;
}

/** Makes the body of a message. @param at when it was made, milliseconds since the epoch */
export const bodyOf = (event: WebhookMessage['event'], data: object, at: number): string =>
  JSON.stringify({ type: event, timestamp: new Date(at).toISOString(), data });

/** Sends a message once, signed, and notes what came of it. Never throws for what the receiver does. */
export async function deliver(
  { poster, log, allowHosts, now }: DeliveryDeps,
  { id: webhook, url, secret }: Webhook,
  { id, event, body }: WebhookMessage,
  attempt: number,
): Promise<Tried> {
  const at = now();
  const outcome = await poster.post({ url, body, headers: signed(secret, id, at, body), allowHosts }).then(
    (status) => ({ status, error: null }),
    (error: Error) => ({
      status: error instanceof ZhibiaoError ? (error.answer?.status ?? null) : null,
      error,
    }),
  );
  const { error } = outcome;
  const tried: WebhookTry = {
    message: id,
    event,
    at,
    attempt,
    status: outcome.status,
    ms: Math.max(0, now() - at),
    error: error?.name ?? null,
    reason: error?.message.slice(0, 500) ?? null,
  };
  return { tried, failuresInARow: await log.note(webhook, tried), error };
}
