import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startCrawl } from '@zhibiao/runtime/runs/start';
import { RunHosts, readHistory } from '@zhibiao/shared/queues';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { hasChromium } from './testing/chromium.ts';
import { failedRecord, makeRun } from './testing/operations.ts';
import { visitor } from './testing/visitor.ts';
import { startWorkers } from './testing/working.ts';

describe.skipIf(!hasChromium('no run was looked at in a browser'))('a run in a browser', () => {
  const at = visitor();
  let site: Server;
  let host: string;
  beforeEach(async () => {
    site = createServer((request, answer) => {
      const isRobots = request.url === '/robots.txt';
      answer.writeHead(isRobots ? 200 : 404, {
        'content-type': isRobots ? 'text/plain' : 'text/html; charset=utf-8',
        server: 'example-server/1.0',
      });
      answer.end(
        isRobots
          ? 'User-agent: *\nCrawl-delay: 7'
          : '<html><head><style>p { color: red }</style></head><body><p>您访问的页面已迁移</p></body></html>',
      );
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => site.once('listening', resolve));
    host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
  });
  afterEach(() => site.close());

  it('says how each host stands, why a page failed and what the server answered; the page is tried again', async () => {
    const { deps } = at.system;
    const url = `http://${host}/zfgzbg/1.html`;
    const run = await startCrawl({ store: deps.store, producer: deps.producer }, { urls: [url] });
    const workers = await startWorkers(deps, inject('redisUrl'), { allowHosts: [host], queues: ['crawl'] });
    await expect
      .poll(async () => (await deps.producer.ledger.progress(run)).failed, { timeout: 20_000 })
      .toBe(1);
    await workers.stop();
    const { redis, prefix } = deps.producer;
    expect((await readHistory(redis, prefix, Date.now())).crawl.at(-1)).toMatchObject({ failed: 1 });

    await at.open(`/runs/${run}`);

    const hostRow = await at.page.locator('table', { hasText: '请求间隔' }).locator('tbody tr').innerText();
    expect(hostRow).toContain(host);
    expect(hostRow).toContain('robots.txt 7 秒');
    expect(hostRow).toContain('404 没有这个网页');
    await at.page.locator('a[href^="/quarantine/"]').click();
    await at.page.locator('h1').waitFor();

    const words = await at.words();
    for (const told of ['网站返回错误状态', '404 没有这个网页', 'example-server/1.0', '您访问的页面已迁移'])
      expect(words).toContain(told);
    expect(words).not.toContain('color: red');
    expect(await at.press('form[action$="/retry"] button')).toBe(200);
    expect(await deps.producer.queues.crawl.getWaitingCount()).toBe(1);
    expect(await deps.store.listQuarantine()).toEqual([]);
  });

  it('tells of a failed page that lies in the archive', async () => {
    const { archive, store } = at.system.deps;
    const body = await archive.put(Buffer.from('<p>请输入验证码</p>'));
    const common = { url: 'http://a.cn/1', finalUrl: 'http://a.cn/login', chain: [], body, bytes: 20 };
    const headers: [string, string][] = [['content-type', 'text/html; charset=utf-8']];
    const snapshot = { ...common, key: 's1', time: 1_704_999_999_000, status: 200, headers, rendered: false };
    await archive.addSnapshot(snapshot);
    await store.quarantine(failedRecord('q1', { error: 'BlockPageError' }));
    await at.open('/quarantine/q1');
    const words = await at.words();
    for (const told of ['200 正常', 'http://a.cn/login', '请输入验证码']) expect(words).toContain(told);
  });

  it('groups its failures by class, and leads to those of one', async () => {
    const { store, producer } = at.system.deps;
    await store.saveRun(makeRun({ state: 'done', finishedAt: 1_705_000_060_000 }));
    for (const id of ['q1', 'q2', 'q3'])
      await store.quarantine(failedRecord(id, { error: id === 'q3' ? 'TimeoutError' : 'HttpStatusError' }));
    const notes = new RunHosts(producer.redis, producer.prefix);
    notes.add({ run: 'crawl-1', host: 'a.cn', answer: 'TimeoutError', failed: true, ms: 60_000 });
    await notes.close();
    await at.open('/runs/crawl-1');
    expect(await at.words()).toContain('超时');
    await at.page.locator('a', { hasText: '网站返回错误状态' }).click();
    await at.page.locator('#q-q1').waitFor();
    expect(await at.page.locator('main tbody tr').count()).toBe(2);
  });
});
