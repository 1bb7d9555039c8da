import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RedisService, startRedis } from '@zhibiao/services/redis';
import { nameFault, Source } from '@zhibiao/shared';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Keeper, startKeeper } from './keeper.ts';
import { startCrawl } from './runs.ts';
import { askServices } from './services.ts';
import { openSmallSystem, type SmallSystem } from './testing/small-system.ts';

const links = Array.from(
  { length: 8 },
  (_, n) => `<li><a href="/report-${n}.html">2023年第${n}区政府工作报告</a></li>`,
);
const list = `<!doctype html><html><head><meta charset="utf-8"><title>政府工作报告</title></head><body><div class="list"><ul>${links.join('')}</ul></div></body></html>`;
const report = (
  n: string,
) => `<!doctype html><html><head><meta charset="utf-8"><title>2023年第${n}区政府工作报告</title></head><body>
<div class="article"><h1>2023年第${n}区政府工作报告</h1><div class="info">发布日期：2023-01-20 来源：区政府办公室</div><div class="content">
<p>各位代表：</p><p>现在，我代表区人民政府向大会报告工作，请予审议。</p><p>一、2022年工作回顾</p>
<p>全区地区生产总值完成40${n}亿元，增长3.2%；一般公共预算收入30.${n}亿元，增长9%；城镇新增就业1.8万人。</p></div></div></body></html>`;

let dir: string;
let redis: RedisService;
let system: SmallSystem;
let keeper: Keeper;
let onPage: () => Promise<unknown>;
beforeEach(async () => {
  onPage = async () => {};
  dir = await mkdtemp(join(tmpdir(), 'zhibiao-full-'));
  redis = await startRedis({ dir, log() {}, env: {} });
  system = await openSmallSystem(redis.url, async (request, response) => {
    const [, n] = /report-(\d)/.exec(request.url ?? '') ?? [];
    if (n) await onPage();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(n ? report(n) : list);
  });
  keeper = startKeeper(system.producer, system.stores.store, system.stores.log);
});
afterEach(async () => {
  await keeper.stop();
  await system.close();
  await redis.stop();
  await rm(dir, { recursive: true, force: true });
});

const fill = () => system.producer.redis.config('SET', 'maxmemory', '1mb');
const makeRoom = () => system.producer.redis.config('SET', 'maxmemory', '0');
const services = () => askServices({ ...system.stores, producer: system.producer });
const runOf = (id: string) => system.stores.store.getRun(id);

it('a run waits while Redis is full, which readiness tells, and ends when there is room', async () => {
  let filled: Promise<unknown> | null = null;
  onPage = () => (filled ??= fill());
  const { host } = new URL(system.origin);
  const source = Source.parse({
    id: 'full',
    name: 'full',
    start: [`${system.origin}/`],
    allowHosts: [host],
    title: '政府工作报告',
    politeness: { delayMs: 0, concurrency: 2 },
  });
  const deps = { store: system.stores.store, producer: system.producer };
  await deps.store.saveSource(source);
  const id = await startCrawl(deps, { sources: [source] });
  await vi.waitFor(() => expect(filled).not.toBeNull(), { timeout: 20_000 });
  await vi.waitFor(
    async () =>
      expect((await services()).redis).toBe(
        'Redis is full: it has reached its maxmemory. Give it more memory.',
      ),
    { timeout: 5_000 },
  );
  expect(await services()).toMatchObject({ store: null, archive: null });
  expect(await runOf(id)).toMatchObject({ state: 'running' });
  const refused = await startCrawl(deps, { urls: [`${system.origin}/report-0.html`] }).catch(
    (error: Error) => nameFault(error).message,
  );
  expect(refused).toMatch(/^Redis is full/);

  await makeRoom();
  await vi.waitFor(async () => expect(await runOf(id)).toMatchObject({ state: 'done' }), {
    timeout: 40_000,
    interval: 100,
  });
  expect(await runOf(id)).toMatchObject({ counts: { crawl: 9, parse: 8, store: 8, failed: 0 } });
  expect(await system.stores.store.listQuarantine({ limit: 10 })).toEqual([]);
});
