import { z } from 'zod';
import { WebAddress } from './source.ts';

/** What a webhook can be told of. */
export const WebhookEvent = z.enum(['figures.changed', 'run.failed', 'source.drifted', 'schedule.late']);
export type WebhookEvent = z.infer<typeof WebhookEvent>;

/** An address that is told of events by POST, signed as Standard Webhooks say. Times in milliseconds since the epoch. */
export const Webhook = z.object({
  id: z.string(),
  url: WebAddress,
  /** `whsec_` and the key in base64: shown once, when the webhook is made */
  secret: z.string(),
  events: z.array(WebhookEvent).min(1),
  /** which figures, as the list of changes takes it; all where it is empty */
  filter: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  by: z.string(),
  createdAt: z.int(),
  state: z.enum(['active', 'paused']).default('active'),
  /** why it was paused, where nobody did it by hand */
  reason: z.string().nullable().default(null),
  /** changes up to then have been told */
  toldUntil: z.int(),
});
export type Webhook = z.infer<typeof Webhook>;

/** One try to tell a webhook of something. */
export const WebhookTry = z.object({
  /** `webhook-id` of the message: the same in every try */
  message: z.string(),
  event: z.union([WebhookEvent, z.literal('test')]),
  at: z.int(),
  /** 1 for the first */
  attempt: z.int(),
  /** null where no server answered */
  status: z.int().nullable(),
  /** name of the error's class; null where it was taken */
  error: z.string().nullable(),
  /** why it was not taken */
  reason: z.string().nullable(),
  /** how long it took, milliseconds */
  ms: z.int(),
});
export type WebhookTry = z.infer<typeof WebhookTry>;
