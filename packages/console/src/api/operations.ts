import { WebhookLog } from '@zhibiao/runtime/webhooks/log';
import { queueStatus } from '@zhibiao/shared/queues';
import { readSchedules } from '../providers/queues.ts';
import { listRuns, withProgress } from '../providers/runs.ts';
import { type ApiRoute, found, idOf, pageOf } from './route.ts';
import { pageOf as pageSchema } from './schemas/figures.ts';
import * as answers from './schemas/operations.ts';
import * as queries from './schemas/query.ts';

const most = 1_000;
const mostSamples = 60;

export const operationRoutes: readonly ApiRoute[] = [
  {
    path: '/sources',
    tag: 'Operations',
    summary: 'Sources with their schedules',
    query: queries.listQuery,
    answer: pageSchema(answers.SourceWithSchedule),
    handler: async (c, { store, producer, now = Date.now }) => {
      const [sources, schedules] = await Promise.all([store.listSources(), readSchedules(producer, now())]);
      return c.json(
        pageOf(
          c,
          sources.map((source) => ({ ...source, schedule: schedules?.get(source.id) ?? null })),
        ),
      );
    },
  },
  {
    path: '/runs',
    tag: 'Operations',
    summary: 'Crawls and reprocesses, newest first',
    query: queries.listQuery,
    answer: pageSchema(answers.RunWithProgress),
    handler: async (c, deps) => c.json(pageOf(c, await listRuns(deps, most))),
  },
  {
    path: '/runs/:id',
    tag: 'Operations',
    summary: 'A run with its progress',
    answer: answers.RunWithProgress,
    handler: async (c, { store, producer }) => {
      const id = idOf(c);
      return c.json(await withProgress(producer, found(await store.getRun(id), 'run', id)));
    },
  },
  {
    path: '/runs/:id/diff',
    tag: 'Operations',
    summary: 'What a reprocess would change, or has changed',
    answer: answers.RunDiff,
    handler: async (c, { diffs }) => {
      const diff = await diffs.of(idOf(c));
      return c.json({ ...diff, samples: diff.samples.slice(0, mostSamples) });
    },
  },
  {
    path: '/quarantine',
    tag: 'Operations',
    summary: 'Inputs that failed, newest first',
    query: queries.quarantineQuery,
    answer: pageSchema(answers.Failure),
    handler: async (c, { store }) => {
      const resolved = c.req.query('resolved') === 'true';
      const run = c.req.query('run') || undefined;
      return c.json(pageOf(c, await store.listQuarantine({ resolved, run, limit: most })));
    },
  },
  {
    path: '/webhooks',
    tag: 'Operations',
    summary: 'Webhooks, without their secrets',
    query: queries.listQuery,
    answer: pageSchema(answers.WebhookShown),
    handler: async (c, { store }) =>
      c.json(
        pageOf(
          c,
          (await store.listWebhooks()).map(({ secret: _, ...shown }) => shown),
        ),
      ),
  },
  {
    path: '/webhooks/:id/deliveries',
    tag: 'Operations',
    summary: 'What was sent to a webhook and what came of it, newest first',
    query: queries.listQuery,
    answer: pageSchema(answers.Delivery),
    handler: async (c, { store, producer }) => {
      const { id } = found(await store.getWebhook(idOf(c)), 'webhook', idOf(c));
      return c.json(pageOf(c, await new WebhookLog(producer.redis, producer.prefix).read(id)));
    },
  },
  {
    path: '/queues',
    tag: 'Operations',
    summary: 'How many jobs wait in each queue, and for how long',
    query: queries.listQuery,
    answer: pageSchema(answers.Queue),
    handler: async (c, { producer, now = Date.now }) => c.json(pageOf(c, await queueStatus(producer, now()))),
  },
];
