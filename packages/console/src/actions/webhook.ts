import { regionCode } from '@zhibiao/runtime/region-code';
import {
  addWebhook as add,
  knownWebhook,
  removeWebhook as remove,
  setWebhookState,
  testWebhook as test,
} from '@zhibiao/runtime/webhooks/manage';
import { FinalError, UsageError, type Webhook } from '@zhibiao/shared';
import { html } from 'hono/html';
import { FormError } from '../forms/fault.ts';
import { type Posted, readPosted } from '../forms/posted.ts';
import { signedBy } from '../forms/who.ts';
import { showWebhook, showWebhooks, webhookFilters } from '../pages/webhooks.ts';
import { indicatorFilter } from '../providers/figure-query.ts';
import type { Handler, HandlerDeps } from '../route.ts';
import { wordsOf } from '../view/labels.ts';
import { answer, forPeople } from './answer.ts';

/** Makes a webhook. Its secret is in this answer and in no other. */
export const addWebhook: Handler = async (c, deps) => {
  const posted = await readPosted(c);
  const made = await make().catch((error: unknown) => {
    // An address that may not be reached is as much a fault of the form as a wrong filter.
    if (error instanceof UsageError) return error;
    if (error instanceof FinalError) return new UsageError(error.message, 'url');
    throw error;
  });
  if (made instanceof UsageError) {
    if (!forPeople(c)) throw made;
    return showWebhooks(c, deps, { fault: made, posted });
  }
  if (!forPeople(c)) return c.json(made);
  const secret = html`<p class="notice secret" role="status">${wordsOf(c.get('language'))('secretOnce')} <code>${made.secret}</code></p>`;
  return showWebhook(c, deps, made, secret);

  async function make(): Promise<Webhook> {
    const by = signedBy(c, posted);
    const events = posted.list('events');
    if (events.length === 0) throw new FormError('events', 'eventsLacking', 'name at least one.');
    return add(deps, { url: posted.text('url'), events, filter: await filterOf(posted, deps), by });
  }
};

async function filterOf(posted: Posted, deps: HandlerDeps): Promise<Record<string, string | number>> {
  const given = new Map(
    webhookFilters.flatMap((name) => (posted.has(name) ? [[name, posted.text(name)]] : [])),
  );
  const [region, indicator] = [given.get('region'), given.get('indicator')];
  const year = posted.number('year');
  return Object.fromEntries(
    Object.entries({
      region: region && regionCode(region),
      ...(indicator ? await indicatorFilter(deps, indicator) : {}),
      year,
      measure: given.get('measure'),
      source: given.get('source'),
    }).filter((entry): entry is [string, string | number] => entry[1] !== undefined && entry[1] !== null),
  );
}

export const testWebhook: Handler = async (c, deps) => {
  const webhook = await knownWebhook(deps.store, c.req.param('id') ?? '');
  const { tried, error } = await test(deps, webhook.id);
  if (!forPeople(c)) return c.json(tried);
  const t = wordsOf(c.get('language'));
  const notice = html`<p class="notice ${error ? '' : 'good'}" role="status">${t(error ? 'testRefused' : 'testTaken')}</p>`;
  return showWebhook(c, deps, webhook, notice);
};

const setState =
  (state: Webhook['state']): Handler =>
  async (c, deps) => {
    const { id } = await setWebhookState(deps, c.req.param('id') ?? '', state);
    return answer(c, `/webhooks/${id}`, { webhook: id, state });
  };
export const pauseWebhook = setState('paused');
export const resumeWebhook = setState('active');

export const removeWebhook: Handler = async (c, deps) => {
  const id = c.req.param('id') ?? '';
  await remove(deps, id);
  return answer(c, '/webhooks', { webhook: id, removed: true });
};
