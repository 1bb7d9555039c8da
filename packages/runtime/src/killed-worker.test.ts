import { existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { startKeeper } from './keeper.ts';
import { awaitRun, startCrawl } from './runs.ts';
import { type Supervisor, supervise } from './supervisor.ts';
import { type Outside, openOutside } from './testing/outside.ts';
import { silent } from './testing/small-system.ts';

// Worker processes run the built command.
const built = existsSync(new URL('../../cli/dist/main.js', import.meta.url));
const pages = 3;
const kills = 2;
const page = (n: number) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${2010 + n}年无锡市政府工作报告</title></head><body><h1>${2010 + n}年无锡市政府工作报告</h1>
<p>发布日期：${2010 + n}-01-20</p><p>各位代表：现在，我代表市人民政府向大会报告工作。全市地区生产总值完成${6000 + n}亿元，增长${n + 2}%。</p></body></html>`;

let site: Outside;
let workers: Supervisor;
let killed = 0;
beforeAll(async () => {
  site = await openOutside(inject('redisUrl'), async (request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (killed < kills) {
      killed += 1;
      await killForGood();
    }
    response.end(page(Number(request.url?.slice(2))));
  });
});
afterAll(async () => {
  await workers?.stop(5_000);
  await site.close();
});

const longMs = 3_600_000;

/** Kills the worker that has asked, and makes all that it holds lapse only in an hour. */
async function killForGood(): Promise<void> {
  const { producer } = site;
  const [pid] = workers.pids();
  process.kill(pid!, 'SIGSTOP');
  const { redis, prefix } = producer;
  const locks = await redis.keys(`${prefix}:*:lock`);
  const leases = await redis.keys(`${prefix}:host:*:leases`);
  expect(Math.min(locks.length, leases.length)).toBeGreaterThan(0);
  for (const lock of locks) await redis.pexpire(lock, longMs);
  for (const key of leases)
    for (const lease of await redis.zrange(key, '0', '-1')) {
      await redis.zadd(key, Date.now() + longMs, lease);
      await redis.pexpire(key, longMs);
    }
  process.kill(pid!, 'SIGKILL');
}

it.skipIf(!built)(
  'what a killed worker held is given back at once, and nothing is lost or doubled by it',
  { timeout: 120_000 },
  async () => {
    const { stores, producer, dir, origin } = site;
    workers = supervise({
      workers: [['crawl', 'parse', 'store']],
      env: { ...process.env, ...site.env },
      producer,
      logTo: openSync(join(dir, 'log'), 'a'),
      onRestart() {},
    });
    const keeper = startKeeper(producer, stores.store, stores.log);
    const deps = { store: stores.store, producer };
    const urls = Array.from({ length: pages }, (_, i) => `${origin}/p${i}`);
    const run = await startCrawl(deps, { urls });
    expect(await awaitRun(deps, run, silent, AbortSignal.timeout(100_000))).toMatchObject({
      open: 0,
      failed: 0,
    });
    expect(killed).toBe(kills);
    const { rows } = await stores.store.documents({ limit: 100 });
    expect(rows).toHaveLength(pages);
    expect(rows.map(({ n }) => n)).toEqual([1, 1, 1]);
    expect(await stores.store.getRun(run)).toMatchObject({ state: 'done', failures: {} });
    await keeper.stop();
  },
);
