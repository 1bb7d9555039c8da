import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@zhibiao/shared';
import { connectWorker } from '@zhibiao/shared/queues';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openConsole } from './console.ts';

let dir: string;
let port: number;
let redis: ChildProcess | null = null;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'zhibiao-console-'));
  port = await freePort();
});
afterEach(async () => {
  redis?.kill('SIGKILL');
  redis = null;
  await rm(dir, { recursive: true, force: true });
});

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    }),
  );
}

async function startRedis(): Promise<void> {
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', dir];
  redis = spawn('redis-server', args, { stdio: 'ignore' });
  const asked = connectWorker(`redis://127.0.0.1:${port}`);
  await asked.ping();
  asked.disconnect();
}

const settings = () =>
  readConfig({
    REDIS_URL: `redis://127.0.0.1:${port}`,
    ZHIBIAO_DATA: dir,
    ZHIBIAO_STORE: join(dir, 'store'),
    ZHIBIAO_ARCHIVE: join(dir, 'archive'),
    ZHIBIAO_PORT: '0',
    ZHIBIAO_LOG_LEVEL: 'silent',
  });

it('waits for a Redis that is away at its start, says so in its readiness, and goes on when it comes', async () => {
  let told: (said: { url: string; why: string }) => void;
  const waiting = new Promise<{ url: string; why: string }>((resolve) => {
    told = resolve;
  });
  const opened = openConsole(settings(), new Promise(() => {}), (url, why) => told({ url, why }));
  const { url, why } = await waiting;
  expect(why).toContain(`Redis at redis://127.0.0.1:${port} does not answer.`);
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  const unready = await fetch(`${url}/health/ready`);
  expect(unready.status).toBe(503);
  expect(await unready.json()).toMatchObject({ ok: false, redis: false, why: { redis: why } });
  const page = await fetch(`${url}/`);
  expect([page.status, await page.text()]).toEqual([503, `${why}\n`]);

  await startRedis();
  const served = await opened;
  expect(served?.url).toBe(url);
  const ready = await fetch(`${url}/health/ready`);
  expect(await ready.json()).toMatchObject({ ok: true, store: true, redis: true });
  await served?.stop();
});

it('ends where it is stopped while it waits', async () => {
  let stop: (reason: string) => void;
  const stopped = new Promise<string>((resolve) => {
    stop = resolve;
  });
  const served = await openConsole(settings(), stopped, () => stop('SIGTERM'));
  expect(served).toBeNull();
});
