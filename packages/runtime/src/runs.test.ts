import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger, type Run, Source } from '@zhibiao/shared';
import type { CrawlMessage } from '@zhibiao/shared/messages';
import { jobId } from '@zhibiao/shared/queues';
import { openStore } from '@zhibiao/store';
import { verify } from '@zhibiao/store/maintenance';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { type Keeper, startKeeper } from './keeper.ts';
import { createLease } from './lease.ts';
import {
  awaitRun,
  finishRun,
  openRun,
  resumeRun,
  retryQuarantined,
  startCrawl,
  startRepair,
  startReprocess,
  startScheduled,
  stopRun,
} from './runs.ts';
import { openSmallSystem, type SmallSystem, silent } from './testing/small-system.ts';

const page = (
  growth: string,
) => `<!doctype html><html><head><meta charset="utf-8"><title>2023年丹阳市政府工作报告</title></head><body>
<div class="article"><h1>2023年丹阳市政府工作报告</h1><div class="info">发布日期：2023-01-20 来源：市政府办公室</div><div class="content">
<p>——2023年1月10日在丹阳市第十八届人民代表大会第二次会议上</p><p>各位代表：</p><p>现在，我代表市人民政府向大会报告工作，请予审议。</p>
<p>一、2022年工作回顾</p><p>全市地区生产总值完成1250亿元，增长${growth}；眼镜产业产值达到120亿元，增长9%；城镇新增就业1.8万人。</p>
<p>二、2023年主要目标</p><p>地区生产总值增长6%左右，眼镜产业产值增长10%以上。</p></div></div></body></html>`;

let system: SmallSystem;
let keepers: Keeper[];
let status: Record<string, number>;
beforeEach(async () => {
  status = {};
  keepers = [];
  system = await openSmallSystem(inject('redisUrl'), (request, response) => {
    const code = status[request.url ?? ''] ?? 200;
    response.writeHead(code, { 'content-type': 'text/html; charset=utf-8' });
    response.end(code === 200 ? page('3.2%') : 'no');
  });
});
afterEach(async () => {
  for (const keeper of keepers) await keeper.stop();
  await system.close();
});

const deps = () => ({ store: system.stores.store, producer: system.producer });
const never = new AbortController().signal;
const keep = () => {
  const keeper = startKeeper(system.producer, system.stores.store, createLogger('silent'));
  keepers.push(keeper);
  return keeper;
};

/** Nobody waits for the run but this, which only looks. */
async function ended(id: string): Promise<Run> {
  for (;;) {
    const run = await system.stores.store.getRun(id);
    if (run && run.state !== 'running') return run;
    await sleep(50);
  }
}

describe('a run that nobody waits for', () => {
  it('ends by itself, with its counts and its failures by class', async () => {
    keep();
    status['/gone.html'] = 404;
    const run = await startCrawl(deps(), {
      urls: ['/a.html', '/gone.html'].map((path) => system.origin + path),
    });
    expect(await ended(run)).toMatchObject({
      state: 'done',
      counts: { crawl: 1, parse: 1, store: 1, failed: 1 },
      failures: { HttpStatusError: 1 },
    });
  });

  it('ends when a schedule or the console has started it', async () => {
    keep();
    const host = new URL(system.origin).host;
    const source = { id: 'tiny', name: 'tiny', start: [`${system.origin}/a.html`], allowHosts: [host] };
    await system.stores.store.saveSource(Source.parse({ ...source, politeness: { delayMs: 0 } }));
    const { name, data, opts } = system.producer.startTemplate('tiny');
    await system.producer.queues.crawl.add(name, data, opts);
    const runs = () => system.stores.store.listRuns();
    while ((await runs()).length === 0) await sleep(20);
    const [run] = await runs();
    expect(await ended(run!.id)).toMatchObject({ state: 'done', counts: { store: 1 } });
  });

  it('ends although jobs of it were never queued, which a retry of what opened them makes good', {
    timeout: 60_000,
  }, async () => {
    status['/a.html'] = 404;
    const url = `${system.origin}/b.html`;
    const run = await startCrawl(deps(), { urls: [`${system.origin}/a.html`] });
    // A worker died after it had opened them; their page was given up in the end.
    const message: CrawlMessage = {
      task: 'fetch',
      kind: 'page',
      run,
      source: null,
      shadow: false,
      url,
      depth: 1,
      force: true,
    };
    const { ledger } = system.producer;
    await ledger.open(run, 'crawl', [jobId('crawl', message)]);
    keep();
    expect(await ended(run)).toMatchObject({ state: 'failed', counts: { failed: 1 } });
    expect(await ledger.progress(run)).toMatchObject({ open: 0, failed: 1 });
    expect(await system.producer.send([{ queue: 'crawl', message }])).toBe(1);
  });

  it('is one run however often the job of its schedule is tried, and is left alone once it is stopped', async () => {
    const { store } = system.stores;
    const host = new URL(system.origin).host;
    const source = Source.parse({
      id: 'tiny',
      name: 'tiny',
      start: [`${system.origin}/a.html`],
      allowHosts: [host],
      politeness: { delayMs: 0 },
    });
    await store.saveSource(source);
    const at = Date.now();
    const never = new AbortController().signal;
    // The first try dies before it has handed anything over.
    await expect(startScheduled(deps(), source, at, AbortSignal.abort())).resolves.toBeUndefined();
    const [open] = await store.listRuns();
    expect(open).toMatchObject({ state: 'running', startedAt: at, fedAt: null });
    for (const _ of [1, 2]) await startScheduled(deps(), source, at, never);
    keep();
    expect(await ended(open!.id)).toMatchObject({ state: 'done', counts: { crawl: 1, store: 1 } });
    await startScheduled(deps(), source, at, never);
    expect(await store.listRuns()).toMatchObject([{ id: open!.id, state: 'done' }]);

    await startScheduled(deps(), source, at + 1, AbortSignal.abort());
    const stopped = (await store.listRuns()).find(({ state }) => state === 'running');
    await stopRun(deps(), stopped!.id);
    await startScheduled(deps(), source, at + 1, never);
    expect(await store.getRun(stopped!.id)).toMatchObject({ state: 'stopped', fedAt: null });
    expect(await system.producer.ledger.progress(stopped!.id)).toMatchObject({ open: 0 });
  });

  it('has failed where nothing of it could be done', async () => {
    keep();
    status['/gone.html'] = 404;
    const run = await startCrawl(deps(), { urls: [`${system.origin}/gone.html`] });
    expect(await ended(run)).toMatchObject({ state: 'failed', counts: { failed: 1 } });
  });

  it('is fed by the keeper where its own feeder died, and ends as failed where only that one knew what was to come', async () => {
    const selection = { sources: [], urls: [`${system.origin}/a.html`] };
    const late = { ...deps(), now: () => Date.now() - 60_000 };
    const crawl = await openRun(late, 'crawl', selection);
    const broken = await openRun(late, 'import', { imported: 3 });
    keep();
    expect(await ended(crawl.id)).toMatchObject({ state: 'done', counts: { crawl: 1 } });
    expect(await ended(broken.id)).toMatchObject({
      state: 'failed',
      reason: expect.stringMatching(/start it again/i),
    });
  });

  it('goes on being fed after a restart: a reprocess without anybody who drives it', async () => {
    await system.crawl(`${system.origin}/a.html`, `${system.origin}/b.html`);
    const run = await startReprocess(deps(), { from: 'parse' });
    keep();
    expect(await ended(run)).toMatchObject({ state: 'done', counts: { parse: 2, store: 2 } });
  });
});

describe('a stop', () => {
  it('is remembered by the store: workers that forgot it are told again, and nothing moves until somebody resumes', async () => {
    const urls = ['/a.html', '/b.html'].map((path) => system.origin + path);
    const run = await openRun({ ...deps(), now: () => Date.now() - 60_000 }, 'crawl', { urls });
    await stopRun(deps(), run.id);
    await system.producer.send(
      urls.map((url) => ({
        queue: 'crawl',
        message: {
          task: 'fetch',
          kind: 'page',
          run: run.id,
          source: null,
          shadow: false,
          url,
          depth: 0,
          force: true,
        },
      })),
    );
    while ((await system.producer.queues.crawl.getDelayedCount()) < 2) await sleep(20);
    await system.producer.redis.del(`${system.producer.prefix}:stopped-runs`);
    keep();
    while (!(await system.producer.ledger.isStopped(run.id))) await sleep(20);
    expect(await system.producer.ledger.progress(run.id)).toMatchObject({ open: 2, done: 0 });
    // No time is set at which it would start by itself.
    expect(await system.producer.redis.ttl(`${system.producer.prefix}:stopped-runs`)).toBe(-1);
    await resumeRun(deps(), run.id);
    expect(await ended(run.id)).toMatchObject({ state: 'done', counts: { crawl: 2 } });
  });

  it('of a reprocess that was not fed to its end is followed by the rest when it is resumed', async () => {
    await system.crawl(`${system.origin}/a.html`, `${system.origin}/b.html`);
    const run = await startReprocess(deps(), { from: 'parse' });
    await stopRun(deps(), run);
    expect(await system.stores.store.getRun(run)).toMatchObject({ state: 'stopped' });
    await resumeRun(deps(), run);
    keep();
    expect(await ended(run)).toMatchObject({ state: 'done', counts: { store: 2 } });
  });
});

describe('a text that never reached the store', () => {
  it('is found by verify and sent again by a repair, but not while a run may be reading it', async () => {
    const { store, archive } = system.stores;
    const { run } = await system.crawl(`${system.origin}/a.html`, `${system.origin}/b.html`);
    const faults: string[] = [];
    const check = async () => {
      faults.length = 0;
      await verify(store.tables, archive, {
        quick: true,
        onFault: ({ where, what }) => faults.push(`${where} ${what}`),
      });
      return faults;
    };
    expect(await check()).toEqual([]);
    // As a job leaves it that has saved its page and lost its message.
    const page = await store.getPage(`${system.origin}/a.html`);
    const lost = `${system.origin}/lost.html`;
    await store.savePage({ ...page!, url: lost, address: page!.url });
    await store.saveRun({ ...(await store.getRun(run))!, state: 'running' });
    expect(await check()).toEqual([]);
    await store.saveRun({ ...(await store.getRun(run))!, state: 'done' });
    expect(await check()).toEqual([expect.stringMatching(/lost\.html .*never extracted/)]);
    const repair = await startRepair(deps(), archive);
    await awaitRun(deps(), repair, silent, never);
    expect(await store.getRun(repair)).toMatchObject({ state: 'done', counts: { parse: 1, store: 1 } });
    expect(await check()).toEqual([]);
    expect((await store.documents()).rows.map((row) => row.page)).toContain(lost);
  });

  it('makes verify ask whether it is the right store where that is empty beside a full archive', async () => {
    await system.crawl(`${system.origin}/a.html`);
    const { archive } = system.stores;
    const other = await openStore(join(system.dir, 'other'));
    const faults: string[] = [];
    await verify(other.tables, archive, { quick: true, onFault: ({ what }) => faults.push(what) });
    expect(faults).toEqual([expect.stringMatching(/right store/)]);
    await other.close();
  });
});

describe('a retry of what the quarantine holds', () => {
  it('names what cannot be sent again and goes on with the rest; the run ends anew', async () => {
    status['/a.html'] = 404;
    status['/b.html'] = 404;
    const { store } = system.stores;
    const { run } = await system.crawl(
      ...['/a.html', '/b.html', '/c.html'].map((path) => system.origin + path),
    );
    const [record] = await store.listQuarantine({ run });
    // The newest comes first in the list: those after it must be reached all the same.
    await store.quarantine({ ...record!, id: 'old', message: { task: 'fetch' }, time: Date.now() + 1_000 });
    status = {};
    expect(await retryQuarantined(deps(), { run })).toEqual({
      retried: 2,
      refused: [{ id: 'old', why: expect.stringMatching(/schema/) }],
    });
    await awaitRun(deps(), run, silent, never);
    expect(await store.getRun(run)).toMatchObject({ state: 'done', counts: { crawl: 3, failed: 1 } });
    expect((await store.listQuarantine({ run })).map(({ id }) => id)).toEqual(['old']);
  });

  it('keeps what a run had done although its ledger is forgotten', async () => {
    status['/a.html'] = 404;
    const { run } = await system.crawl(`${system.origin}/a.html`, `${system.origin}/b.html`);
    await system.producer.ledger.forget(run);
    status = {};
    expect(await retryQuarantined(deps())).toMatchObject({ retried: 1, refused: [] });
    await awaitRun(deps(), run, silent, never);
    expect(await system.stores.store.getRun(run)).toMatchObject({
      state: 'done',
      counts: { crawl: 2, parse: 2, store: 2, failed: 0 },
      failures: {},
    });
  });

  it('is refused while the run is stopped', async () => {
    status['/a.html'] = 404;
    const { run } = await system.crawl(`${system.origin}/a.html`);
    await system.stores.store.saveRun({ ...(await system.stores.store.getRun(run))!, state: 'stopped' });
    expect(await retryQuarantined(deps())).toMatchObject({
      retried: 0,
      refused: [{ why: expect.stringMatching(/stopped/) }],
    });
  });
});

describe('the keeper', () => {
  it('is one at a time, and gives its lease back when it stops', async () => {
    const { redis, prefix } = system.producer;
    const first = keep();
    const lease = createLease(redis, `${prefix}:keeper`, 10_000);
    while ((await redis.exists(`${prefix}:keeper`)) === 0) await sleep(10);
    expect(await lease.hold()).toBe(false);
    await first.stop();
    keepers = [];
    expect(await lease.hold()).toBe(true);
    await lease.giveBack();
  });

  it('does not end a run that has not been fed to its end', async () => {
    const run = await openRun(deps(), 'crawl', { urls: [] });
    expect(await finishRun(deps(), run.id)).toMatchObject({ state: 'running', finishedAt: null });
  });
});
