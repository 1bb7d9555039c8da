import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@zhibiao/shared';
import { expect, inject, it, onTestFinished } from 'vitest';
import { openStores } from './stores.ts';

it.skipIf(!inject('mongoReal'))(
  'ZHIBIAO_STORE=mongodb starts a private server that keeps its data and ends with the command',
  async () => {
    const dir = await mkdtemp(join(tmpdir(), 'zhibiao-private-'));
    onTestFinished(() => rm(dir, { recursive: true, force: true }));
    const config = readConfig({ ZHIBIAO_STORE: 'mongodb', ZHIBIAO_DATA: dir });
    const first = await openStores(config);
    expect(first.store.name).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d+\/zhibiao\?/);
    expect(first.store.tables.atOnce).toBeDefined();
    await first.store.saveRun({
      id: 'r',
      type: 'crawl',
      selection: {},
      state: 'running',
      startedAt: 1,
      finishedAt: null,
    });
    await first.close();
    await expect(first.store.getRun('r')).rejects.toThrow();
    const second = await openStores(config);
    expect(await second.store.getRun('r')).toMatchObject({ startedAt: 1 });
    await second.close();
  },
  120_000,
);
