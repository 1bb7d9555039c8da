import { WebhookLog } from '@zhibiao/runtime/webhooks/log';
import { Source, Webhook } from '@zhibiao/shared';
import { failedRecord, makeRun } from './operations.ts';
import type { System } from './system.ts';

/**
 * Fills a system with something for each page to show: two reports of a region, one of them in two versions, a conflict,
 * a source, runs in several states, a failure.
 * @returns the addresses of all pages
 */
export async function keepEverything(system: System): Promise<string[]> {
  const { store } = system.deps;
  const { document } = await system.keep();
  await system.keep(
    {},
    { time: 1_706_000_000_000, corrections: { '286.5亿元': ['286.5亿元', 28_650_000_001] } },
  );
  await system.keep({ url: 'http://other.example.cn/2025.html' }, { year: 2025 });
  await system.keep(
    { url: 'http://copy.example.cn/1.html' },
    { corrections: { '4017.36亿元': ['4017.36亿元', 407_136_000_000] } },
  );
  await store.saveSource(
    Source.parse({ id: 'example', name: '示例论坛', start: ['http://bbs.example.cn/'], cron: '0 3 * * 1' }),
  );
  const webhook = {
    id: 'wh-1',
    url: 'https://example.cn/told',
    secret: 'whsec_',
    by: 'Ada',
    createdAt: 1_705_000_000_000,
  };
  const { redis, prefix } = system.deps.producer;
  await store.saveWebhook(
    Webhook.parse({ ...webhook, events: ['figures.changed'], filter: { code: 'gdp' }, toldUntil: 0 }),
  );
  const tried = { message: 'msg_1', event: 'test', at: 1_705_000_000_000, attempt: 1, ms: 20 } as const;
  await new WebhookLog(redis, prefix).note('wh-1', {
    ...tried,
    status: 503,
    error: 'NotTakenError',
    reason: 'busy',
  });
  await store.saveRun(
    makeRun({ id: 'crawl-1', state: 'failed', finishedAt: 1_705_000_100_000, counts: { failed: 2 } }),
  );
  await store.saveRun(makeRun({ id: 'r1', type: 'reprocess', state: 'done' }));
  await system.keep(
    {},
    { run: 'r1', shadow: true, parser: 'parser-2', corrections: { '900亿元': ['900亿元', 9e10 + 1] } },
  );
  await store.quarantine(failedRecord('q1'));
  const about = { document, by: 'Ada', note: '与原文核对' };
  const [first, second, third] = (await store.document(document))!.observations;
  await store.review({ ...about, observation: first!.id, verdict: 'checked' });
  await store.review({ ...about, observation: second!.id, verdict: 'wrong' });
  await store.review({
    ...about,
    observation: third!.id,
    verdict: 'corrected',
    fields: { value: 28_700_000_000 },
  });
  await system.keep(
    {},
    {
      time: 1_707_000_000_000,
      corrections: {
        '286.5亿元': ['286.5亿元', 28_650_000_001],
        '4017.36亿元': ['4017.36亿元', 401_736_000_001],
      },
    },
  );
  const { rows: reports } = await store.documents();
  const copy = reports.find(({ page }) => page.includes('copy.example'))!.document;
  await store.override({ document: copy, by: 'Ada', note: '转载', year: 2022 });
  const { rows } = await store.figures({ code: 'gdp', limit: 1 });
  return [
    '/',
    '/documents',
    '/documents?year=soon',
    `/documents/${document}`,
    `/documents/${document}/history`,
    `/documents/${document}/diff`,
    `/documents/${document}/review?o=${third!.id.slice(document.length + 1)}`,
    '/documents/add',
    `/documents/${copy}`,
    `/documents/${copy}/report`,
    '/reviews',
    '/reviews?open=true',
    '/observations',
    '/observations?region=%E6%9C%9D%E9%98%B3%E5%8C%BA',
    `/figures/${encodeURIComponent(rows[0]!.id)}`,
    '/regions',
    '/regions/321100',
    '/regions/320000',
    '/indicators',
    '/indicators/gdp',
    '/series?indicator=gdp&region=321100',
    '/promises',
    '/ranking?indicator=gdp&year=2023',
    '/ranking',
    '/coverage',
    '/changes?days=20000',
    '/copies',
    '/search?q=%E9%95%87%E6%B1%9F',
    '/sources',
    '/sources/new',
    '/sources/example',
    '/runs',
    '/runs/crawl-1',
    '/runs/r1/diff',
    '/reprocess',
    '/reprocess?from=parse&older=parser',
    '/webhooks',
    '/webhooks/wh-1',
    '/queues',
    '/queues/jobs?queue=crawl',
    '/quarantine',
    '/quarantine?run=crawl-1&error=NotFoundError',
    '/quarantine/q1',
    '/nothing',
  ];
}
