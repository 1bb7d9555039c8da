import { randomUUID } from 'node:crypto';
import { connectProducer, connectWorker, createLogger, Producer, startWorker } from '@zhibiao/shared';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { type CrawlHouse, fetchMessage, openCrawlHouse, sourceOf } from './testing/house.ts';
import { articlePage, type Site, startSite } from './testing/site.ts';

let site: Site;
let house: CrawlHouse;
let close: () => Promise<void>;
let producer: Producer;
beforeEach(async () => {
  site = await startSite();
  house = await openCrawlHouse(inject('redisUrl'), [site.host]);
  const redis = await connectProducer(inject('redisUrl'));
  const connection = connectWorker(inject('redisUrl'));
  producer = new Producer(redis, `t-${randomUUID()}`);
  const log = createLogger('silent');
  const worker = startWorker('crawl', house.handler, { connection, producer, quarantine: house.store, log });
  close = async () => {
    await worker.stop(2_000);
    await producer.close();
    redis.disconnect();
    connection.disconnect();
  };
});
afterEach(async () => {
  await close();
  await house.close();
  await site.close();
});

async function untilFetched(run: string): Promise<void> {
  for (;;) {
    const { byQueue } = await producer.ledger.progress(run);
    if (byQueue.crawl && byQueue.crawl.open === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it('a page that answers 503 is asked for again when its host wants it, and not before', async () => {
  await house.store.saveSource(sourceOf({ start: [site.origin] }));
  site.pages['/a.html'] = () =>
    site.asked.length === 1 ? { status: 503, headers: { 'retry-after': '4' } } : { body: articlePage() };
  await producer.send([{ queue: 'crawl', message: fetchMessage(site.url('/a.html'), { source: 'demo' }) }]);
  await untilFetched('run-1');
  expect(site.asked).toHaveLength(2);
  expect(site.asked[1]!.time - site.asked[0]!.time).toBeGreaterThanOrEqual(4_000);
  expect(await house.store.listQuarantine()).toEqual([]);
  const page = await house.store.getPage(site.url('/a.html'));
  expect(page).toMatchObject({ role: 'article', failures: 0 });
  expect((await producer.ledger.progress('run-1')).byQueue.parse?.open).toBe(1);
});
