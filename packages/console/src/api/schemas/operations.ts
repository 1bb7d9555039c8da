import { z } from '@hono/zod-openapi';
import { Observation, QuarantineRecord, Run, Source, Webhook, WebhookTry } from '@zhibiao/shared';
import { time } from './figures.ts';

const counts = { open: z.int(), done: z.int(), failed: z.int() };

export const RunWithProgress = Run.extend({
  progress: z
    .strictObject({ ...counts, byQueue: z.record(z.string(), z.strictObject(counts)) })
    .nullable()
    .describe('null where Redis does not answer'),
}).openapi('Run');

export const SourceWithSchedule = Source.extend({
  schedule: z
    .strictObject({ source: z.string(), cron: z.string(), next: time.nullable(), late: z.boolean() })
    .nullable(),
}).openapi('Source');

// A schema made before this library was loaded knows nothing of it: a copy does.
export const Failure = QuarantineRecord.extend({}).openapi('Failure');

export const WebhookShown = Webhook.omit({ secret: true }).openapi('Webhook');
export const Delivery = WebhookTry.extend({}).openapi('Delivery');

export const Queue = z
  .strictObject({
    queue: z.string(),
    counts: z.record(z.string(), z.int()),
    oldestWaitingMs: z.number().nullable(),
    paused: z.boolean(),
    workers: z.int(),
  })
  .openapi('Queue');

const changes = { added: z.int(), removed: z.int(), changed: z.int() };
const gold = z.strictObject({ wanted: z.int(), given: z.int(), right: z.int() });

export const RunDiff = z
  .strictObject({
    run: z.string(),
    state: z.enum(['open', 'promoted', 'dropped']),
    documents: z.record(z.string(), z.int()),
    observations: z.strictObject({ ...changes, before: z.int(), after: z.int(), unchanged: z.int() }),
    coverage: z.strictObject({ pages: z.int(), ofPages: z.int() }),
    byField: z.record(z.string(), z.int()),
    byIndicator: z.array(
      z.strictObject({
        ...changes,
        code: z.string().nullable(),
        name: z.string(),
        kinds: z.record(z.string(), z.int()).describe('how often each kind of change occurs'),
      }),
    ),
    bySource: z.array(z.strictObject({ ...changes, source: z.string().nullable(), documents: z.int() })),
    samples: z.array(
      z.strictObject({
        kind: z.enum(['added', 'removed', 'changed']),
        document: z.string(),
        page: z.string(),
        fields: z.array(z.string()),
        before: Observation.nullable(),
        after: Observation.nullable(),
        article: z.string(),
      }),
    ),
    gold: z.strictObject({ before: gold, after: gold }).nullable(),
  })
  .openapi('RunDiff');

/** RFC 9457. */
export const Problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    error: z.string().describe('class of the error'),
  })
  .openapi('Problem');
