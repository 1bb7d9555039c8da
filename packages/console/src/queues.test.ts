import { startKeeper } from '@zhibiao/runtime/keeper';
import { WebhookLog } from '@zhibiao/runtime/webhooks/log';
import { createLogger, Webhook } from '@zhibiao/shared';
import { QueueHistory, readHistory } from '@zhibiao/shared/queues';
import { describe, expect, it } from 'vitest';
import { hasChromium } from './testing/chromium.ts';
import { crawlMessage } from './testing/operations.ts';
import { visitor } from './testing/visitor.ts';

describe.skipIf(!hasChromium('the queues were not looked at in a browser'))('the queues in a browser', () => {
  const at = visitor();

  it('show their last day as small charts, and single jobs below our header', async () => {
    const { producer, store } = at.system.deps;
    const { redis, prefix } = producer;
    await producer.send([{ queue: 'crawl', message: crawlMessage }]);
    await producer.queues.store.pause();
    const history = new QueueHistory(redis, prefix);
    const hour = 3_600_000;
    for (let back = 0; back < 24; back++)
      for (let n = 0; n < 40 + 30 * Math.sin(back); n++)
        history.add('crawl', back === 7 && n < 9 ? 'failed' : 'done', Date.now() - back * hour);
    await history.close();
    const keeper = startKeeper(producer, store, createLogger('silent'));
    const waiting = async () => (await readHistory(redis, prefix, Date.now())).crawl.at(-1)!.waiting;
    await expect.poll(waiting).toBe(1);
    await keeper.stop();

    const url = 'https://example.cn/told';
    const webhook = { id: 'wh-1', url, secret: 's', by: 'Ada', createdAt: 1, events: ['run.failed'] };
    await store.saveWebhook(Webhook.parse({ ...webhook, filter: {}, toldUntil: 0 }));
    const tried = { message: 'm', event: 'run.failed', at: 1_705_000_000_000, attempt: 1, ms: 20 } as const;
    const refused = { ...tried, status: 503, error: 'NotTakenError', reason: 'busy' };
    await new WebhookLog(redis, prefix).note('wh-1', refused);

    await at.open('/');
    await at.page.locator('summary', { hasText: '运维' }).click();
    await at.page.locator('nav a[href="/queues"]').click();
    const crawl = at.page.locator('#crawl');
    await crawl.waitFor();
    expect(await at.page.locator('main svg').count()).toBe(12);
    const words = await crawl.innerText();
    expect(words).toMatch(/等待\s*1/);
    expect(words).toMatch(/24 小时内失败\s*9/);
    expect(words).toMatch(/工作进程\s*0/);
    expect(await at.page.locator('#store').innerText()).toContain('zhibiao queues resume store');
    // The highest hour of the failures is the top of their scale.
    expect(await crawl.locator('svg').last().locator('text').allTextContents()).toContain('9');

    const told = await at.page.locator('#webhooks tbody tr').innerText();
    expect(told).toMatch(/example\.cn\/told[\s\S]*运行失败[\s\S]*2024年1月12日[\s\S]*1/);

    await crawl.locator('a[href^="/queues/jobs"]').click();
    const board = at.page.frameLocator('iframe.board');
    await board.getByText('crawl', { exact: true }).first().waitFor();
    await board.getByText('http://a.cn/1').first().waitFor();
    expect(await at.page.locator('header nav').isVisible()).toBe(true);
    await at.page.locator('.crumbs a').click();
    await at.page.locator('#crawl').waitFor();
  });

  it('say so where Redis is away', async () => {
    at.system.deps.producer.redis.disconnect();
    await at.open('/queues');
    expect(await at.words()).toContain('Redis 无法连接');
  });
});
