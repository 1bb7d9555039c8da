import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectProducer, Producer, queueNames, readConfig, Source } from '@zhibiao/shared';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { awaitRun, startCrawl } from './crawl.ts';
import { openStores, type Stores } from './stores.ts';
import { type WorkingHouse, work } from './work.ts';

const report = (
  growth: string,
) => `<!doctype html><html><head><meta charset="utf-8"><title>2023年镇江市政府工作报告</title></head><body>
<div class="article"><h1>2023年镇江市政府工作报告</h1><div class="info">发布日期：2023-01-20 09:00 来源：市政府办公室</div>
<div class="content"><p>——2023年1月10日在镇江市第九届人民代表大会第二次会议上</p><p>镇江市市长</p><p>各位代表：</p>
<p>现在，我代表市人民政府向大会报告工作，请予审议。</p>
<p>一、2022年工作回顾</p><p>过去一年，全市地区生产总值完成5017亿元，增长${growth}；一般公共预算收入304.2亿元；城镇新增就业5.6万人。</p>
<p>二、2023年主要目标</p><p>地区生产总值增长5.5%左右，一般公共预算收入增长5%以上，城镇新增就业4.5万人以上。</p></div></div></body></html>`;

describe('the flow', () => {
  let dir: string;
  let server: Server;
  let origin: string;
  let stores: Stores;
  let producer: Producer;
  let house: WorkingHouse;
  const site = { growth: '2.9%', visits: 0, status: 200 };

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'zhibiao-flow-'));
    Object.assign(site, { growth: '2.9%', visits: 0, status: 200 });
    server = createServer((request, response) => {
      if (request.url === '/robots.txt') return void response.writeHead(404).end();
      site.visits += 1;
      if (request.url === '/missing.html') return void response.writeHead(404).end('gone');
      if (site.status !== 200) return void response.writeHead(site.status).end();
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(`${report(site.growth)}<!-- ${site.visits} -->`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const config = readConfig({
      ZHIBIAO_STORE: join(dir, 'store'),
      ZHIBIAO_ARCHIVE: join(dir, 'archive'),
      ZHIBIAO_DATA: dir,
      ZHIBIAO_LOG_LEVEL: 'silent',
      ZHIBIAO_QUEUE_PREFIX: `t-${dir.slice(-6)}`,
      ZHIBIAO_ALLOW_HOSTS: new URL(origin).host,
      ZHIBIAO_SHUTDOWN_MS: '2000',
    });
    stores = await openStores(config);
    const redis = await connectProducer(inject('redisUrl'));
    producer = new Producer(redis, config.queuePrefix);
    house = await work(stores, inject('redisUrl'), queueNames);
  });

  afterEach(async () => {
    await house.stop();
    await producer.close();
    producer.redis.disconnect();
    await stores.close();
    server.close();
    await rm(dir, { recursive: true, force: true });
  });

  async function crawl(...urls: string[]) {
    const run = await startCrawl(stores.store, producer, { sources: [], urls }, Date.now());
    const never = new AbortController().signal;
    return { run, state: await awaitRun(stores.store, producer, run, { show() {}, clear() {} }, never) };
  }

  it('turns an address into stored observations that point at their words', async () => {
    const { state } = await crawl(`${origin}/report.html`);
    expect(state).toMatchObject({ open: 0, failed: 0 });
    const { rows } = await stores.store.observations({ code: 'gdp' });
    expect(rows.map((r) => [r.observation.kind, r.observation.value, r.report.region])).toEqual(
      expect.arrayContaining([
        ['actual', 501700000000, '镇江市'],
        ['actual', 2.9, '镇江市'],
        ['target', 5.5, '镇江市'],
      ]),
    );
    const page = await stores.store.getPage(`${origin}/report.html`);
    const article = JSON.parse(new TextDecoder().decode(await stores.archive.get(page!.article!)));
    for (const { observation } of rows) {
      expect(article.text.slice(observation.span.start, observation.span.end)).toBe(observation.quote);
    }
  });

  it('makes a new version when the text changes and none when only furniture does', async () => {
    await crawl(`${origin}/report.html`);
    await crawl(`${origin}/report.html`);
    const [document] = (await stores.store.documents()).rows;
    expect(await stores.store.history(document!.document)).toHaveLength(1);
    site.growth = '3.1%';
    await crawl(`${origin}/report.html`);
    const history = await stores.store.history(document!.document);
    expect(history.map((h) => h.cause)).toEqual(['first', 'content']);
  });

  it('quarantines what cannot be had, by name, and goes on', async () => {
    const { run, state } = await crawl(
      `${origin}/missing.html`,
      `${origin}/report.html`,
      'http://10.0.0.1/x.html',
    );
    expect(state.failed).toBe(2);
    const records = await stores.store.listQuarantine({ run });
    expect(records.map((r) => [r.error, r.stage]).sort()).toEqual([
      ['ForbiddenAddressError', 'crawl'],
      ['HttpStatusError', 'crawl'],
    ]);
    expect((await stores.store.documents()).rows).toHaveLength(1);
  });

  it('notes that a known page was taken down and keeps what it said', async () => {
    await crawl(`${origin}/report.html`);
    site.status = 410;
    const { state } = await crawl(`${origin}/report.html`);
    expect(state.failed).toBe(0);
    expect((await stores.store.getPage(`${origin}/report.html`))?.deletedAt).not.toBeNull();
    expect((await stores.store.documents()).rows).toHaveLength(1);
  });

  it('starts a run for a schedule and takes a source within its page budget', async () => {
    const source = Source.parse({
      id: 'tiny',
      name: 'tiny',
      start: [`${origin}/report.html`],
      allowHosts: [new URL(origin).host],
      politeness: { delayMs: 0 },
    });
    await stores.store.saveSource(source);
    const { name, data, opts } = producer.startTemplate('tiny');
    await producer.queues.crawl.add(name, data, opts);
    for (let tries = 0; tries < 200 && (await stores.store.documents()).rows.length === 0; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect((await stores.store.documents({ source: 'tiny' })).rows).toHaveLength(1);
    expect((await stores.store.listRuns())[0]).toMatchObject({
      type: 'crawl',
      selection: { sources: ['tiny'] },
    });
  });
});
