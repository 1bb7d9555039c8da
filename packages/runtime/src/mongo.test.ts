import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Run, readConfig } from '@zhibiao/shared';
import { openStore } from '@zhibiao/store';
import { expect, inject, it, onTestFinished, vi } from 'vitest';
import { startStore } from './mongo.ts';
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

it.skipIf(!inject('mongoReal'))(
  'a private server that is killed is started again with its data, and the store that was open goes on',
  async () => {
    const dir = await mkdtemp(join(tmpdir(), 'zhibiao-private-'));
    onTestFinished(() => rm(dir, { recursive: true, force: true }));
    const said: string[] = [];
    const place = await startStore(readConfig({ ZHIBIAO_STORE: 'mongodb', ZHIBIAO_DATA: dir }), (line) =>
      said.push(line),
    );
    onTestFinished(() => place.stop());
    const store = await openStore(place.location);
    onTestFinished(() => store.close());
    const saved = Run.parse({
      id: 'r',
      type: 'crawl',
      selection: {},
      state: 'running',
      startedAt: 1,
      finishedAt: null,
    });
    await store.saveRun(saved);
    const pid = () => Number(readFileSync(join(dir, 'mongod', '0', 'db', 'mongod.lock'), 'utf8'));
    const before = pid();
    process.kill(before, 'SIGKILL');
    const back = async () => expect(await store.getRun('r')).toMatchObject({ startedAt: 1 });
    await vi.waitFor(back, { timeout: 60_000, interval: 100 });
    expect(pid()).not.toBe(before);
    await store.saveRun({ ...saved, id: 'r2' });
    expect(said).toEqual([expect.stringMatching(/MongoDB ended \(SIGKILL\); it is started again/)]);
  },
  180_000,
);
