import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStores, type Stores } from '@zhibiao/runtime/stores';
import { type WorkingSystem, work } from '@zhibiao/runtime/work';
import { type Run, readConfig, Source } from '@zhibiao/shared';
import { connectProducer, Producer, queueNames } from '@zhibiao/shared/queues';
import { afterEach, beforeEach, expect, inject, it, vi } from 'vitest';
import { type ServedConsole, serveConsole } from './console.ts';

const report = `<!doctype html><html><head><meta charset="utf-8"><title>2023年云山区政府工作报告</title></head><body>
<div class="article"><h1>2023年云山区政府工作报告</h1><div class="info">发布日期：2023-01-20 来源：区政府办公室</div><div class="content">
<p>各位代表：</p><p>现在，我代表区人民政府向大会报告工作，请予审议。</p><p>一、2022年工作回顾</p>
<p>全区地区生产总值完成412亿元，增长3.2%；一般公共预算收入31亿元，增长9%；城镇新增就业1.8万人。</p></div></div></body></html>`;

const undo: (() => Promise<unknown> | unknown)[] = [];
let stores: Stores;
let producer: Producer;
let served: ServedConsole;
let working: WorkingSystem;

/** What `up` runs, in this process: console and keeper, and workers. Nobody waits for a run. */
beforeEach(async () => {
  const dir = await mkdtemp(join(tmpdir(), 'zhibiao-runs-'));
  undo.push(() => rm(dir, { recursive: true, force: true }));
  const site = createServer((request, response) => {
    if (request.url === '/robots.txt') return void response.writeHead(404).end();
    response.setHeader('content-type', 'text/html; charset=utf-8').end(report);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  undo.push(() => site.close());
  const host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
  const redisUrl = inject('redisUrl');
  const config = readConfig({
    ZHIBIAO_REDIS_URL: redisUrl,
    ZHIBIAO_STORE: join(dir, 'store'),
    ZHIBIAO_ARCHIVE: join(dir, 'archive'),
    ZHIBIAO_DATA: dir,
    ZHIBIAO_QUEUE_PREFIX: `t-${dir.slice(-6)}`,
    ZHIBIAO_PORT: '0',
    ZHIBIAO_LOG_LEVEL: 'silent',
    ZHIBIAO_ALLOW_HOSTS: host,
  });
  stores = await openStores(config);
  undo.push(() => stores.close());
  const redis = await connectProducer(redisUrl);
  undo.push(() => redis.disconnect());
  producer = new Producer(redis, config.queuePrefix);
  undo.push(() => producer.close());
  served = await serveConsole(stores, producer, stores.log, redisUrl);
  undo.push(() => served.stop());
  working = await work(stores, redisUrl, queueNames);
  undo.push(() => working.stop());
  const source = { id: 'yunshan', name: '云山区', start: [`http://${host}/a.html`], allowHosts: [host] };
  await stores.store.saveSource(Source.parse({ ...source, politeness: { delayMs: 0 } }));
});
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** The only run, once it has ended. */
async function ended(): Promise<Run> {
  const found = await vi.waitFor(
    async () => {
      const [run] = await stores.store.listRuns();
      expect(run?.finishedAt).toEqual(expect.any(Number));
      return run!;
    },
    { timeout: 60_000, interval: 50 },
  );
  expect((await stores.store.documents()).rows).toHaveLength(1);
  return found;
}
const asked = { state: 'done', counts: { crawl: 1, parse: 1, store: 1, failed: 0 }, failures: {} };

it('a run of a schedule ends by itself', { timeout: 90_000 }, async () => {
  const source = await stores.store.getSource('yunshan');
  // The console sets the schedule, as for somebody who edits the source; the keeper would.
  await stores.store.saveSource({ ...source!, cron: '0 3 * * *' });
  await fetch(`${served.url}/sources/yunshan/resume`, { method: 'POST' });
  // It is not three o'clock: the job that BullMQ has put down for that time goes now.
  const job = await vi.waitFor(async () => {
    const [delayed] = await producer.queues.crawl.getDelayed();
    expect(delayed?.repeatJobKey).toBe('source-yunshan');
    return delayed!;
  });
  await job.promote();
  expect(await ended()).toMatchObject(asked);
});

it('a run that somebody starts in the console ends by itself', { timeout: 90_000 }, async () => {
  const pressed = await fetch(`${served.url}/sources/yunshan/crawl`, {
    method: 'POST',
    redirect: 'manual',
    headers: { accept: 'text/html', origin: served.url, 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(pressed.status).toBe(303);
  expect(await ended()).toMatchObject(asked);
});

it('a run that a program starts ends by itself, and is told as ended', { timeout: 90_000 }, async () => {
  const answer = await fetch(`${served.url}/sources/yunshan/crawl`, {
    method: 'POST',
    headers: { accept: 'application/json' },
  });
  expect(answer.status).toBe(200);
  const run = await ended();
  expect(run).toMatchObject(asked);
  const told = await (await fetch(`${served.url}/api/v1/runs/${run.id}`)).json();
  expect(told).toMatchObject({ id: run.id, state: 'done' });
});
