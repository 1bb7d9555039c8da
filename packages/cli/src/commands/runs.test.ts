import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRun } from '@zhibiao/runtime/runs';
import { openStores } from '@zhibiao/runtime/stores';
import { readConfig } from '@zhibiao/shared';
import { connectProducer, Producer } from '@zhibiao/shared/queues';
import { expect, inject, it, onTestFinished } from 'vitest';
import { commandLine } from '../testing/command-line.ts';

it('runs are shown, stopped where they are, and go on when they are resumed', {
  timeout: 60_000,
}, async () => {
  const dir = await mkdtemp(join(tmpdir(), 'zhibiao-cli-runs-'));
  const env = {
    ZHIBIAO_STORE: join(dir, 'store'),
    ZHIBIAO_ARCHIVE: join(dir, 'archive'),
    ZHIBIAO_DATA: dir,
    ZHIBIAO_REDIS_URL: inject('redisUrl'),
    ZHIBIAO_QUEUE_PREFIX: `t-${randomUUID()}`,
  };
  const stores = await openStores(readConfig(env));
  const redis = await connectProducer(inject('redisUrl'));
  const producer = new Producer(redis, env.ZHIBIAO_QUEUE_PREFIX);
  onTestFinished(async () => {
    await producer.close();
    redis.disconnect();
    await stores.close();
    await rm(dir, { recursive: true, force: true });
  });
  const { id } = await openRun({ store: stores.store, producer }, 'crawl', { urls: ['http://a.cn/'] });
  await producer.ledger.open(id, 'crawl', ['c1', 'c2']);
  await producer.ledger.done(id, { queue: 'crawl', jobId: 'c1' });
  const runs = (...args: string[]) => commandLine(['runs', ...args], env);
  const shown = async () => JSON.parse((await runs('show', id, '--format', 'json')).out);

  const table = await runs('show', id);
  expect(table.code).toBe(0);
  expect(table.out).toContain(id);
  expect(table.out).toMatch(/state\s+running/);
  expect(table.out).toMatch(/crawl\s+open 1, done 1, failed 0/);
  expect(await shown()).toMatchObject({ id, state: 'running', progress: { open: 1, done: 1 } });

  expect(await runs('stop', id)).toMatchObject({ code: 0, said: `${id}: stopped` });
  expect(await shown()).toMatchObject({ state: 'stopped', counts: { crawl: 1 }, progress: { open: 1 } });
  expect(await producer.ledger.isStopped(id)).toBe(true);
  const again = await runs('stop', id);
  expect(again.code).toBe(2);
  expect(again.said).toMatch(/is stopped; that is possible only while it is running/);

  expect(await runs('resume', id)).toMatchObject({ code: 0, said: `${id}: running` });
  expect(await producer.ledger.isStopped(id)).toBe(false);
  expect(await shown()).toMatchObject({ state: 'running', finishedAt: null });

  const none = await runs('show', 'crawl-none');
  expect(none.code).toBe(2);
  expect(none.said).toContain('There is no run crawl-none');
});
