import { randomUUID } from 'node:crypto';
import { createLogger } from '@zhibiao/shared';
import { connectProducer, connectWorker, Producer, startWorker } from '@zhibiao/shared/queues';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { slotLimits } from './slots.ts';
import { articlePage, type Site, startSite } from './testing/site.ts';
import { type CrawlSystem, fetchMessage, openCrawlSystem, sourceOf } from './testing/system.ts';

let site: Site;
let system: CrawlSystem;
let close: () => Promise<void>;
let producer: Producer;
beforeEach(async () => {
  site = await startSite();
  system = await openCrawlSystem(inject('redisUrl'), [site.host]);
  const redis = await connectProducer(inject('redisUrl'));
  const connection = connectWorker(inject('redisUrl'));
  producer = new Producer(redis, `t-${randomUUID()}`);
  const log = createLogger('silent');
  const worker = startWorker('crawl', system.handler, {
    connection,
    producer,
    quarantine: system.store,
    log,
  });
  close = async () => {
    await worker.stop(2_000);
    await producer.close();
    redis.disconnect();
    connection.disconnect();
  };
});
afterEach(async () => {
  await close();
  await system.close();
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
  await system.store.saveSource(sourceOf({ start: [site.origin] }));
  site.pages['/a.html'] = () =>
    site.asked.length === 1 ? { status: 503, headers: { 'retry-after': '4' } } : { body: articlePage() };
  await producer.send([{ queue: 'crawl', message: fetchMessage(site.url('/a.html'), { source: 'demo' }) }]);
  await untilFetched('run-1');
  expect(site.asked).toHaveLength(2);
  expect(site.asked[1]!.time - site.asked[0]!.time).toBeGreaterThanOrEqual(4_000);
  expect(await system.store.listQuarantine()).toEqual([]);
  const page = await system.store.getPage(site.url('/a.html'));
  expect(page).toMatchObject({ role: 'article', failures: 0 });
  expect((await producer.ledger.progress('run-1')).byQueue.parse?.open).toBe(1);
});

describe('a block of jobs of one host that was queued first keeps nobody behind it from their turn', () => {
  const fast = Array.from({ length: 8 }, (_, i) => `/${2010 + i}.html`);
  const first = Array.from({ length: 60 }, (_, i) => `/block/${i}.html`);
  let other: Site;
  beforeEach(async () => {
    other = await startSite(
      Object.fromEntries(fast.map((path, i) => [path, articlePage({ year: 2010 + i })])),
    );
    const allowHosts = [other.host];
    await system.store.saveSource(sourceOf({ id: 'other', start: [other.origin], allowHosts }));
  });
  afterEach(() => other.close());

  const sendAll = () =>
    producer.send(
      [
        ...first.map((path) => fetchMessage(site.url(path), { source: 'demo' })),
        ...fast.map((path) => fetchMessage(other.url(path), { source: 'other' })),
      ].map((message) => ({ queue: 'crawl' as const, message })),
    );
  /** Ends only when all of them are read: there is no clock in this, the test's own time limit apart. */
  const untilOthersAreRead = async () => {
    const read = async (path: string) => (await system.store.getPage(other.url(path)))?.role === 'article';
    while (!(await Promise.all(fast.map(read))).every(Boolean))
      await new Promise((next) => setTimeout(next, 20));
  };

  it('though it answers none of them', async () => {
    await system.store.saveSource(
      sourceOf({ start: [site.origin], politeness: { delayMs: 0, concurrency: 16 } }),
    );
    const held: (() => void)[] = [];
    for (const path of first) {
      site.pages[path] = (_, response) => {
        held.push(() => response.writeHead(410).end());
        return undefined;
      };
    }
    await sendAll();
    await untilOthersAreRead();
    expect(held.length).toBeGreaterThan(0);
    expect(held.length).toBeLessThanOrEqual(slotLimits.slowPerHost);
    for (const answer of held) answer();
  }, 60_000);

  it('though it may be asked once in ten minutes only', async () => {
    const politeness = { delayMs: 600_000, concurrency: 1 };
    await system.store.saveSource(sourceOf({ start: [site.origin], politeness }));
    for (const path of first) site.pages[path] = articlePage();
    await sendAll();
    await untilOthersAreRead();
    expect(site.asked).toHaveLength(1);
  }, 60_000);
});
