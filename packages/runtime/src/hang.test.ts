import { spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, it, onTestFinished } from 'vitest';
import { startKeeper } from './keeper.ts';
import { awaitRun, startCrawl } from './runs.ts';
import { askWork } from './services.ts';
import { supervise } from './supervisor.ts';
import { hangOn, type Outside, openOutside } from './testing/outside.ts';
import { silent } from './testing/small-system.ts';

const marker = 'hangs-whoever-reads-it';
const good = 6;
const page = (n: number) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${2000 + n}年镇江市政府工作报告</title></head><body><h1>${2000 + n}年镇江市政府工作报告</h1>
<p>发布日期：${2000 + n}-01-20</p><p>各位代表：现在，我代表市人民政府向大会报告工作。全市地区生产总值完成${4000 + n}亿元，增长${n + 2}%。</p></body></html>`;

let site: Outside;
beforeAll(async () => {
  site = await openOutside(inject('redisUrl'), (request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (request.url === '/bad') response.end(page(99).replace('各位代表', marker));
    else response.end(page(Number(request.url?.slice(2))));
  });
});
afterAll(() => site.close());

const bin = fileURLToPath(new URL('../../cli/bin/zhibiao.js', import.meta.url));
// Worker processes run the built command.
const built = existsSync(new URL('../../cli/dist/main.js', import.meta.url));

it.skipIf(!built)(
  'a page that hangs its worker is given up after the second time, and nothing else is',
  { timeout: 120_000 },
  async () => {
    const { stores, producer, dir, origin } = site;
    const env = { ...process.env, ...site.env, ZHIBIAO_HANG_MS: '4000', NODE_OPTIONS: hangOn(marker) };
    const signals: (NodeJS.Signals | null)[] = [];
    const workers = supervise({
      workers: [['crawl', 'parse', 'store']],
      env,
      producer,
      logTo: openSync(join(dir, 'log'), 'a'),
      onRestart: (_, __, signal) => signals.push(signal),
    });
    const keeper = startKeeper(producer, stores.store, stores.log);
    onTestFinished(async () => {
      await workers.stop(5_000);
      await keeper.stop();
    });
    const urls = ['/bad', ...Array.from({ length: good }, (_, i) => `/p${i}`)].map((p) => origin + p);
    const deps = { store: stores.store, producer };
    const run = await startCrawl(deps, { urls });
    const state = await awaitRun(deps, run, silent, AbortSignal.timeout(100_000));
    expect(state).toMatchObject({ open: 0, failed: 1 });
    const records = await stores.store.listQuarantine({ run });
    expect(records).toMatchObject([{ input: `${origin}/bad`, error: 'HungJobError', stage: 'crawl' }]);
    expect(records[0]?.reason).toMatch(/stopped answering 2 times/);
    expect((await stores.store.documents({ limit: 100 })).rows).toHaveLength(good);
    expect(await stores.store.getRun(run)).toMatchObject({ state: 'done', failures: { HungJobError: 1 } });

    expect(signals).toEqual(['SIGKILL', 'SIGKILL']);
    const hung = (await askWork(producer, Date.now()))?.hung;
    expect(hung).toHaveLength(2);
    // The second time it was alone.
    expect(hung?.[0]?.jobs).toMatchObject([{ queue: 'crawl', input: `${origin}/bad` }]);
    expect(readFileSync(join(dir, 'log'), 'utf8')).toMatch(
      /has not answered for \d+ s: this process is killed/,
    );
  },
);

it.skipIf(!built)('a worker that nobody supervises is killed as well', { timeout: 60_000 }, async () => {
  const { stores, producer, origin } = site;
  const env = { ...process.env, ...site.env, ZHIBIAO_HANG_MS: '1000', NODE_OPTIONS: hangOn(marker) };
  const child = spawn(process.execPath, [bin, 'work'], { env, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  await startCrawl({ store: stores.store, producer }, { urls: [`${origin}/bad`] });
  expect(await ended).toBe('SIGKILL');
});

it.skipIf(!built)('a worker that was stopped is killed by its supervisor', { timeout: 60_000 }, async () => {
  let told: (signal: NodeJS.Signals | null) => void;
  const restarted = new Promise((resolve) => {
    told = resolve;
  });
  const workers = supervise({
    workers: [['store']],
    env: { ...process.env, ...site.env },
    producer: site.producer,
    logTo: openSync(join(site.dir, 'log'), 'a'),
    silentMs: 3_000,
    onRestart: (_, __, signal) => told(signal),
  });
  onTestFinished(() => workers.stop(5_000));
  while ((await askWork(site.producer, Date.now()))?.workers.store === 0);
  // Long enough for its first beat.
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  process.kill(workers.pids()[0]!, 'SIGSTOP');
  expect(await restarted).toBe('SIGKILL');
});
