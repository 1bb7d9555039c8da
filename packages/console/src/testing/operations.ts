import { type QuarantineRecord, Run } from '@zhibiao/shared';
import { CrawlMessage } from '@zhibiao/shared/messages';

export const makeRun = (more: Partial<Run>): Run =>
  Run.parse({
    id: 'crawl-1',
    type: 'crawl',
    selection: { sources: ['example'] },
    state: 'running',
    startedAt: 1_705_000_000_000,
    finishedAt: null,
    ...more,
  });

export const crawlMessage = CrawlMessage.parse({
  task: 'fetch',
  run: 'crawl-1',
  source: null,
  url: 'http://a.cn/1',
});

export const failedRecord = (id: string, more: Partial<QuarantineRecord> = {}): QuarantineRecord => ({
  id,
  stage: 'crawl',
  input: 'http://a.cn/1',
  error: 'NotFoundError',
  reason: 'It answered 404.',
  run: 'crawl-1',
  source: null,
  message: crawlMessage,
  time: 1_705_000_000_000,
  resolvedAt: null,
  ...more,
});
