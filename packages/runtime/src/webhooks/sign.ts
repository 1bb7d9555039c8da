import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** A new secret as Standard Webhooks write one: `whsec_` and 24 random bytes in base64. */
export const newSecret = (): string => `${prefix}${randomBytes(24).toString('base64')}`;

/**
 * The headers of a message as Standard Webhooks (https://www.standardwebhooks.com) sign it: HMAC-SHA256 over id, time and body.
 * @param id of the message, the same in every try
 * @param at milliseconds since the epoch
 */
export function signed(secret: string, id: string, at: number, body: string): Record<string, string> {
  const time = String(Math.floor(at / 1_000));
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': `v1,${signature}` };
}
