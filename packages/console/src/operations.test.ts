import type { RunInput } from '@zhibiao/shared';
import { Source } from '@zhibiao/shared';
import { Suspects } from '@zhibiao/shared/queues';
import type { ObservationRow, PageOf } from '@zhibiao/store';
import type { ReprocessDiff } from '@zhibiao/store/reprocess';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { failedRecord, crawlMessage as message, makeRun as run } from './testing/operations.ts';
import { openSystem, type System } from './testing/system.ts';

let system: System;
beforeEach(async () => {
  system = await openSystem(inject('redisUrl'));
});
afterEach(() => system.close());

const ask = (path: string, method = 'GET', headers: Record<string, string> = {}) =>
  system.console.app.request(`http://127.0.0.1${path}`, {
    method,
    headers: { host: '127.0.0.1', ...headers },
  });
const json = async <T>(path: string, method = 'GET') => (await (await ask(path, method)).json()) as T;

const record = failedRecord('q1');

describe('runs', () => {
  it('show how far they are, and stop and go on', async () => {
    const { store, producer } = system.deps;
    await store.saveRun(run({}));
    await producer.send([{ queue: 'crawl', message }]);
    expect(await json('/api/v1/runs')).toMatchObject({
      rows: [{ id: 'crawl-1', progress: { open: 1, done: 0, failed: 0 } }],
    });
    const page = await (await ask('/runs')).text();
    expect(page).toContain('<progress max="1" value="0"');
    expect(page).toContain('data-refresh');

    expect(await json('/runs/crawl-1/stop', 'POST')).toEqual({ run: 'crawl-1', state: 'stopped' });
    expect(await producer.ledger.isStopped('crawl-1')).toBe(true);
    expect((await ask('/runs/crawl-1/stop', 'POST')).status).toBe(400);
    const back = await ask('/runs/crawl-1/resume', 'POST', { accept: 'text/html' });
    expect([back.status, back.headers.get('location')]).toEqual([303, '/runs/crawl-1']);
    expect(await producer.ledger.isStopped('crawl-1')).toBe(false);
    expect((await ask('/runs/other/stop', 'POST')).status).toBe(404);
  });

  it('name the reports that they read', async () => {
    const { document } = await system.keep();
    await system.deps.store.saveRun(run({ state: 'done' }));
    await system.deps.store.saveRun(run({ id: 'crawl-2', state: 'done' }));
    const reports = async (id: string) =>
      (await (await ask(`/runs/${id}`)).text()).includes(`/documents/${document}"`);
    expect([await reports('crawl-1'), await reports('crawl-2')]).toEqual([true, false]);
  });

  it('are told by their own counts when their ledger is forgotten', async () => {
    const counts = { crawl: 36, parse: 21, store: 21, failed: 2 };
    await system.deps.store.saveRun(run({ state: 'done', finishedAt: 1_705_000_100_000, counts }));
    const { rows } = await json<{ rows: unknown[] }>('/api/v1/runs');
    expect(rows).toMatchObject([{ progress: { open: 0, done: 78, failed: 2 } }]);
    const page = await (await ask('/runs')).text();
    expect(page).toContain('完成, 失败 2');
    expect(page).toContain('抓取 36/36');
  });

  it('of a reprocess are promoted or dropped, those of a crawl are not', async () => {
    const { store } = system.deps;
    await store.saveRun(run({ id: 'r1', type: 'reprocess', state: 'done' }));
    await store.saveRun(run({ id: 'r2', type: 'reprocess', state: 'done' }));
    await store.saveRun(run({ state: 'done' }));
    expect(await json('/runs/r1/promote', 'POST')).toMatchObject({ run: 'r1', moved: 0 });
    expect((await json<RunInput>('/api/v1/runs/r1')).state).toBe('promoted');
    expect((await ask('/runs/r2/drop', 'POST')).status).toBe(200);
    expect((await json<RunInput>('/api/v1/runs/r2')).state).toBe('dropped');
    expect((await ask('/runs/crawl-1/promote', 'POST')).status).toBe(400);
  });
});

describe('a reprocess', () => {
  it('shows its difference, and readers see it once it is promoted', async () => {
    const { store } = system.deps;
    const { document } = await system.keep();
    await store.saveRun(run({ id: 'r1', type: 'reprocess', state: 'done' }));
    await system.keep(
      {},
      { run: 'r1', shadow: true, parser: 'parser-2', corrections: { '900亿元': ['900亿元', 9e10 + 1] } },
    );
    const value = async () => {
      const { rows } = await json<PageOf<ObservationRow>>(
        `/api/v1/observations?document=${document}&name=年度投资`,
      );
      return rows[0]?.observation.value;
    };
    expect(await value()).toBe(9e10);
    const diff = await json<ReprocessDiff>('/api/v1/runs/r1/diff');
    expect(diff).toMatchObject({ state: 'open', observations: { added: 0, removed: 0, changed: 1 } });
    const page = await (await ask('/runs/r1/diff')).text();
    expect(page).toContain('/runs/r1/promote');
    expect(page).toContain('年度完成投资<mark>900亿元</mark>');
    await ask('/runs/r1/promote', 'POST');
    expect(await value()).toBe(9e10 + 1);
  });

  it('that has left nothing says so', async () => {
    await system.deps.store.saveRun(run({ id: 'r2', type: 'reprocess', state: 'running' }));
    expect((await ask('/runs/r2/diff')).status).toBe(404);
  });
});

describe('exports', () => {
  it.each(['csv', 'jsonl', 'parquet'])('are downloads: %s', async (format) => {
    await system.keep();
    const answer = await ask(`/api/v1/observations/export?format=${format}&indicator=gdp`);
    expect(answer.headers.get('content-disposition')).toContain(`observations.${format}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (format === 'parquet') expect(bytes.subarray(0, 4).toString()).toBe('PAR1');
    else expect(bytes.toString().match(/4017\.36亿元/g)?.length).toBeGreaterThan(0);
    if (format === 'jsonl') expect(bytes.toString().trim().split('\n')).toHaveLength(3);
  });

  it('are refused with the name of what is wrong', async () => {
    for (const query of ['format=xls', 'region=x', 'year=soon', 'nonsense=1']) {
      expect((await ask(`/api/v1/observations/export?${query}`)).status, query).toBe(400);
    }
  });
});

describe('quarantine', () => {
  it('is listed, retried and then resolved', async () => {
    const { store, producer } = system.deps;
    await store.quarantine(record);
    expect(await (await ask('/quarantine')).text()).toContain('It answered 404.');
    expect(await json('/quarantine/q1/retry', 'POST')).toEqual({ retried: 1, refused: [] });
    expect(await json('/quarantine/q1/retry', 'POST')).toEqual({ retried: 0, refused: [] });
    expect(await producer.queues.crawl.getWaitingCount()).toBe(1);
    expect(await json('/api/v1/quarantine')).toEqual({ rows: [], next: null });
    expect(await json('/api/v1/quarantine?resolved=true')).toMatchObject({ rows: [{ id: 'q1' }] });
  });

  it('is retried all at once, of one run or of all', async () => {
    const { store } = system.deps;
    for (const id of ['q1', 'q2']) {
      await store.quarantine({ ...record, id, run: `run-${id}`, message: { ...message, run: `run-${id}` } });
    }
    expect(await json('/quarantine/retry?run=run-q2', 'POST')).toEqual({ retried: 1, refused: [] });
    expect(await json('/quarantine/retry', 'POST')).toEqual({ retried: 1, refused: [] });
  });
});

describe('sources', () => {
  const source = Source.parse({
    id: 'example',
    name: '示例论坛',
    start: ['http://bbs.example.cn/'],
    cron: '0 3 * * 1',
  });

  it('are shown with their schedule and crawled when asked, again and again', async () => {
    const { store, producer } = system.deps;
    await store.saveSource(source);
    expect(await json('/api/v1/sources')).toMatchObject({ rows: [{ id: 'example', schedule: null }] });
    expect(await (await ask('/sources')).text()).toContain('0 3 * * 1');
    for (let i = 0; i < 2; i++)
      expect(await json('/sources/example/crawl', 'POST')).toMatchObject({ source: 'example' });
    expect(await producer.queues.crawl.getWaitingCount()).toBe(2);
    expect((await ask('/sources/none/crawl', 'POST')).status).toBe(404);
    await store.saveSource({ ...source, enabled: false });
    expect((await ask('/sources/example/crawl', 'POST')).status).toBe(400);
  });
});

describe('health and metrics', () => {
  it('tell of queues by the age of the oldest job', async () => {
    const { producer, store } = system.deps;
    await system.keep();
    await store.quarantine(record);
    await producer.queues.parse.add('parse', {}, { timestamp: Date.now() - 3_600_000 });
    const suspects = new Suspects(producer.redis, producer.prefix);
    await suspects.killed([{ queue: 'crawl', jobId: 'c1', input: 'http://a.cn/' }], 60_000);
    expect(await json('/health/ready')).toEqual({
      ok: true,
      store: true,
      archive: true,
      redis: true,
      stalled: ['parse'],
      hung: [{ time: expect.any(Number), silentMs: 60_000, jobs: [{ queue: 'crawl', jobId: 'c1' }] }],
      workers: { crawl: 0, parse: 0, store: 0 },
    });
    const metrics = await (await ask('/metrics')).text();
    expect(metrics).toContain('zhibiao_queue_jobs{queue="parse",state="waiting"} 1');
    expect(metrics).toMatch(/zhibiao_queue_oldest_waiting_seconds\{queue="parse"\} 36\d\d/);
    expect(metrics).toContain('zhibiao_quarantine_open{stage="crawl"} 1');
    expect(metrics).toContain('zhibiao_documents 1');
    expect(metrics).toContain('zhibiao_redis_up 1');
    const { rows: queues } =
      await json<PageOf<{ queue: string; oldestWaitingMs: number | null }>>('/api/v1/queues');
    expect(queues.find((q) => q.queue === 'parse')?.oldestWaitingMs).toBeGreaterThan(3_500_000);
  });

  it('say so when Redis is away, and the documents can still be read', async () => {
    const { document } = await system.keep();
    system.deps.producer.redis.disconnect();
    expect((await ask('/health/ready')).status).toBe(503);
    expect((await ask('/health/live')).status).toBe(200);
    expect(await (await ask('/metrics')).text()).toContain('zhibiao_redis_up 0');
    for (const path of [`/documents/${document}`, '/runs', '/sources', '/observations']) {
      expect((await ask(path)).status, path).toBe(200);
    }
    expect(await (await ask('/sources')).text()).toContain('Redis 无法连接');
  });
});

describe('a Redis that is full', () => {
  it('is not ready, and its figures can still be read', async () => {
    const { redis } = system.deps.producer;
    redis.set = () => Promise.reject(new Error("OOM command not allowed when used memory > 'maxmemory'."));
    expect(await json('/health/ready')).toMatchObject({
      ok: false,
      store: true,
      redis: false,
      why: { redis: 'Redis is full: it has reached its maxmemory. Give it more memory.' },
    });
    const told = await (await ask('/metrics')).text();
    expect(told).toMatch(/^zhibiao_redis_up 0$/m);
    expect(told).toMatch(/^zhibiao_queue_paused\{queue="crawl"\} 0$/m);
  });
});

describe('a store whose server answers nothing any more', () => {
  const never = () => new Promise<never>(() => {});
  const silent = {
    get: (_: object, name: string | symbol) => (name === 'tables' ? tables : never),
  };
  const tables = new Proxy({}, { get: () => Object.assign(never, { count: never }) });

  it('is told apart from the others, and keeps nobody waiting', async () => {
    await system.close();
    system = await openSystem(inject('redisUrl'), {}, () => ({ store: new Proxy({}, silent) as never }));
    const [ready, metrics] = await Promise.all([ask('/health/ready'), ask('/metrics')]);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      ok: false,
      store: false,
      archive: true,
      redis: true,
      why: { store: 'no answer within 1000 ms' },
    });
    const told = await metrics.text();
    expect(told).toMatch(/^zhibiao_store_up 0$/m);
    expect(told).toMatch(/^zhibiao_redis_up 1$/m);
    // What it would have told is left out, and not told as 0.
    expect(told).not.toMatch(/^zhibiao_(documents|quarantine_open|runs_running)\b/m);
    expect((await ask('/health/live')).status).toBe(200);
  });
});

describe('the dashboard', () => {
  it('shows the three queues and asks nothing of the outside', async () => {
    const page = await (await ask('/queues/board')).text();
    expect(page).toContain('指标 Zhibiao');
    expect(page).not.toMatch(/(href|src)="https?:/);
    const { queues } = await json<{ queues: { name: string }[] }>('/queues/board/api/queues');
    expect(queues.map((q) => q.name).sort()).toEqual(['crawl', 'parse', 'store']);
    const script = /src="(static\/js\/main[^"]*)"/.exec(page)![1];
    expect((await ask(`/queues/board/${script}`)).status).toBe(200);
  });
});
