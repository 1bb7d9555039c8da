import { Source } from '@zhibiao/shared';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openSmallSystem, type SmallSystem } from './testing/small-system.ts';

const report = (
  growth: string,
) => `<!doctype html><html><head><meta charset="utf-8"><title>2023年镇江市政府工作报告</title></head><body>
<div class="article"><h1>2023年镇江市政府工作报告</h1><div class="info">发布日期：2023-01-20 09:00 来源：市政府办公室</div>
<div class="content"><p>——2023年1月10日在镇江市第九届人民代表大会第二次会议上</p><p>镇江市市长</p><p>各位代表：</p>
<p>现在，我代表市人民政府向大会报告工作，请予审议。</p>
<p>一、2022年工作回顾</p><p>过去一年，全市地区生产总值完成5017亿元，增长${growth}；一般公共预算收入304.2亿元；城镇新增就业5.6万人。</p>
<p>二、2023年主要目标</p><p>地区生产总值增长5.5%左右，一般公共预算收入增长5%以上，城镇新增就业4.5万人以上。</p></div></div></body></html>`;

describe('the flow', () => {
  let system: SmallSystem;
  const site = { growth: '2.9%', visits: 0, status: 200 };

  beforeEach(async () => {
    Object.assign(site, { growth: '2.9%', visits: 0, status: 200 });
    system = await openSmallSystem(inject('redisUrl'), (request, response) => {
      site.visits += 1;
      if (request.url === '/missing.html') return void response.writeHead(404).end('gone');
      if (site.status !== 200) return void response.writeHead(site.status).end();
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(`${report(site.growth)}<!-- ${site.visits} -->`);
    });
  });
  afterEach(() => system.close());

  it('turns an address into stored observations that point at their words', async () => {
    const { state } = await system.crawl(`${system.origin}/report.html`);
    expect(state).toMatchObject({ open: 0, failed: 0 });
    const { rows } = await system.stores.store.observations({ code: 'gdp' });
    expect(rows.map((r) => [r.observation.kind, r.observation.value, r.report.region])).toEqual(
      expect.arrayContaining([
        ['actual', 501700000000, '镇江市'],
        ['actual', 2.9, '镇江市'],
        ['target', 5.5, '镇江市'],
      ]),
    );
    const page = await system.stores.store.getPage(`${system.origin}/report.html`);
    const article = JSON.parse(new TextDecoder().decode(await system.stores.archive.get(page!.article!)));
    for (const { observation } of rows) {
      expect(article.text.slice(observation.span.start, observation.span.end)).toBe(observation.quote);
    }
  });

  it('makes a new version when the text changes and none when only furniture does', async () => {
    await system.crawl(`${system.origin}/report.html`);
    await system.crawl(`${system.origin}/report.html`);
    const [document] = (await system.stores.store.documents()).rows;
    expect(await system.stores.store.history(document!.document)).toHaveLength(1);
    site.growth = '3.1%';
    await system.crawl(`${system.origin}/report.html`);
    const history = await system.stores.store.history(document!.document);
    expect(history.map((h) => h.cause)).toEqual(['first', 'content']);
  });

  it('quarantines what cannot be fetched, by name, and goes on', async () => {
    const { run, state } = await system.crawl(
      `${system.origin}/missing.html`,
      `${system.origin}/report.html`,
      'http://10.0.0.1/x.html',
    );
    expect(state.failed).toBe(2);
    const records = await system.stores.store.listQuarantine({ run });
    expect(records.map((r) => [r.error, r.stage]).sort()).toEqual([
      ['ForbiddenAddressError', 'crawl'],
      ['HttpStatusError', 'crawl'],
    ]);
    expect((await system.stores.store.documents()).rows).toHaveLength(1);
  });

  it('notes that a known page was taken down and keeps what it said', async () => {
    await system.crawl(`${system.origin}/report.html`);
    site.status = 410;
    const { state } = await system.crawl(`${system.origin}/report.html`);
    expect(state.failed).toBe(0);
    expect((await system.stores.store.getPage(`${system.origin}/report.html`))?.deletedAt).not.toBeNull();
    expect((await system.stores.store.documents()).rows).toHaveLength(1);
  });

  it('starts a run for a schedule and takes a source within its page budget', async () => {
    const source = Source.parse({
      id: 'tiny',
      name: 'tiny',
      start: [`${system.origin}/report.html`],
      allowHosts: [new URL(system.origin).host],
      politeness: { delayMs: 0 },
    });
    await system.stores.store.saveSource(source);
    const { name, data, opts } = system.producer.startTemplate('tiny');
    await system.producer.queues.crawl.add(name, data, opts);
    for (let tries = 0; tries < 200 && (await system.stores.store.documents()).rows.length === 0; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect((await system.stores.store.documents({ source: 'tiny' })).rows).toHaveLength(1);
    expect((await system.stores.store.listRuns())[0]).toMatchObject({
      type: 'crawl',
      selection: { sources: ['tiny'] },
    });
  });
});
