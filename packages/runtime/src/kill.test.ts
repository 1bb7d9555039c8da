import { existsSync, openSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, Source } from '@zhibiao/shared';
import { connectProducer, Producer } from '@zhibiao/shared/queues';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { awaitRun, startCrawl } from './runs.ts';
import { openStores } from './stores.ts';
import { supervise, workerProcesses } from './supervisor.ts';

const reports = 24;
const kills = 6;
const seed = 20230110;

let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const n = Number(/report-(\d+)\.html/.exec(request.url ?? '')?.[1] ?? 0);
    // Slow enough that the kills fall into the middle of things.
    setTimeout(() => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else response.end(n > 0 ? article(n) : list());
    }, 40);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

function list() {
  const links = Array.from({ length: reports }, (_, i) => {
    return `<li><a href="/report-${i + 1}.html">${2000 + i}年镇江市政府工作报告</a><span>2023-01-${10 + (i % 18)}</span></li>`;
  });
  return `<!doctype html><html><head><meta charset="utf-8"><title>政府工作报告</title></head><body><div class="list"><ul>${links.join('')}</ul></div></body></html>`;
}

function article(n: number) {
  const year = 1999 + n;
  return `<!doctype html><html><head><meta charset="utf-8"><title>${year}年镇江市政府工作报告</title></head><body>
<div class="article"><h1>${year}年镇江市政府工作报告</h1><div class="info">发布日期：${year}-01-20 来源：市政府办公室</div><div class="content">
<p>——${year}年1月10日在镇江市人民代表大会会议上</p><p>各位代表：</p><p>现在，我代表市人民政府向大会报告工作，请予审议。</p>
<p>一、${year - 1}年工作回顾</p><p>过去一年，全市地区生产总值完成${4000 + n * 10}亿元，增长${n / 10 + 2}%；一般公共预算收入${300 + n}亿元，增长${n / 5}%。</p>
<p>全年新增城镇就业${n + 3}.5万人，居民人均可支配收入达到${40000 + n * 100}元，增长5%以上。</p>
<p>二、${year}年主要目标</p><p>地区生产总值增长${n % 5}.5%左右，一般公共预算收入增长${n % 4}%以上。</p></div></div></body></html>`;
}

/** One crawl by real worker processes; `disturb` may kill them. @returns what readers can see afterwards */
async function crawl(disturb: (pids: () => number[]) => () => void) {
  const dir = await mkdtemp(join(tmpdir(), 'zhibiao-kill-'));
  const env = {
    ...process.env,
    ZHIBIAO_REDIS_URL: inject('redisUrl'),
    ZHIBIAO_STORE: join(dir, 'store'),
    ZHIBIAO_ARCHIVE: join(dir, 'archive'),
    ZHIBIAO_DATA: dir,
    ZHIBIAO_QUEUE_PREFIX: `kill-${dir.slice(-6)}`,
    ZHIBIAO_LOG_LEVEL: 'warn',
  };
  const config = readConfig(env);
  const stores = await openStores(config);
  const redis = await connectProducer(config.redisUrl!);
  const producer = new Producer(redis, config.queuePrefix);
  const source = Source.parse({
    id: 'killed',
    name: 'killed',
    start: [`${origin}/`],
    allowHosts: [new URL(origin).host],
    title: '政府工作报告',
    politeness: { delayMs: 0, concurrency: 4 },
  });
  await stores.store.saveSource(source);
  const workers = supervise({
    workers: workerProcesses,
    env,
    logTo: openSync(join(dir, 'log'), 'a'),
    onRestart() {},
  });
  const deps = { store: stores.store, producer };
  const run = await startCrawl(deps, { sources: [source] });
  const calm = disturb(() => workers.pids());
  const state = await awaitRun(deps, run, { show() {}, clear() {} }, new AbortController().signal);
  calm();
  const { rows: versions } = await stores.store.documents({ limit: 1_000 });
  const { rows: observations } = await stores.store.observations({ limit: 10_000 });
  await workers.stop(5_000);
  await producer.close();
  redis.disconnect();
  await stores.close();
  await rm(dir, { recursive: true, force: true });
  return {
    failed: state.failed,
    versions: versions.map((v) => `${v.page} ${v.ordinal} v${v.n} ${v.article} ${v.content}`).sort(),
    observations: observations.map((o) => `${o.key} ${JSON.stringify(o.observation)}`).sort(),
  };
}

// Worker processes run the built command.
const built = existsSync(new URL('../../cli/dist/main.js', import.meta.url));

it.skipIf(!built)(
  'gives the same versions and observations although workers are killed in the middle',
  { timeout: 180_000 },
  async () => {
    const undisturbed = await crawl(() => () => {});
    expect(undisturbed.failed).toBe(0);
    expect(undisturbed.versions).toHaveLength(reports);
    expect(undisturbed.observations.length).toBeGreaterThan(reports * 5);

    let killed = 0;
    const disturbed = await crawl((pids) => {
      let state = seed;
      const random = () => {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
        return state / 2_147_483_648;
      };
      let timer: NodeJS.Timeout;
      const strike = () => {
        const running = pids();
        const pid = running[Math.floor(random() * running.length)];
        if (pid !== undefined) {
          process.kill(pid, 'SIGKILL');
          killed += 1;
        }
        if (killed < kills) timer = setTimeout(strike, 300 + random() * 900);
      };
      timer = setTimeout(strike, 600 + random() * 400);
      return () => clearTimeout(timer);
    });
    expect(killed).toBeGreaterThan(0);
    expect(disturbed).toEqual(undisturbed);
  },
);
