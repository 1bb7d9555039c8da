import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { commandLine } from '../testing/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-cli-webhooks-'));
const got: { url: string; body: { type: string } }[] = [];
let receiver: Server;
let origin = '';
beforeAll(async () => {
  receiver = createServer(async (request, answer) => {
    let body = '';
    for await (const part of request) body += part;
    got.push({ url: request.url ?? '', body: JSON.parse(body) });
    answer.writeHead(request.url === '/refuses' ? 500 : 204).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => receiver.once('listening', resolve));
  origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});
afterAll(async () => {
  receiver.close();
  await rm(folder, { recursive: true, force: true });
});

const run = (...args: string[]) =>
  commandLine(['webhooks', ...args], {
    ZHIBIAO_STORE: join(folder, 'store'),
    ZHIBIAO_ARCHIVE: join(folder, 'archive'),
    ZHIBIAO_DATA: folder,
    ZHIBIAO_ALLOW_HOSTS: new URL(origin).host,
    REDIS_URL: inject('redisUrl'),
    ZHIBIAO_QUEUE_PREFIX: 'cli-webhooks',
  });
const list = async () => JSON.parse((await run('list', '--format', 'json')).out).webhooks;

describe('webhooks', () => {
  it('are added with a filter, tested, paused, resumed and removed', async () => {
    const added = await run('add', `${origin}/takes`, '--code', 'gdp', '--region', '镇江市');
    expect(added).toMatchObject({ code: 0, out: expect.stringMatching(/^whsec_/) });
    const [webhook] = await list();
    expect(webhook).toMatchObject({ filter: { code: 'gdp', region: '321100' }, state: 'active' });

    expect(await run('test', webhook.id)).toMatchObject({ code: 0 });
    expect(got).toMatchObject([{ url: '/takes', body: { type: 'test' } }]);
    expect((await run('log', webhook.id)).out).toMatch(/test .* 204 .* taken/);

    expect(await run('pause', webhook.id)).toMatchObject({ code: 0 });
    expect(await list()).toMatchObject([{ state: 'paused' }]);
    expect(await run('resume', webhook.id)).toMatchObject({ code: 0 });
    expect(await list()).toMatchObject([{ state: 'active' }]);
    expect(await run('remove', webhook.id)).toMatchObject({ code: 0 });
    expect(await list()).toEqual([]);
  });

  it('end with 1 where the address does not take a test, and with a name where there is none', async () => {
    await run('add', `${origin}/refuses`, '--event', 'run.failed');
    const [webhook] = await list();
    expect(await run('test', webhook.id)).toMatchObject({ code: 1, said: expect.stringContaining('500') });
    const unknown = await run('test', 'none');
    expect(unknown.code).not.toBe(0);
    expect(unknown.said).toContain('There is no webhook none');
  });

  it('are refused where the address is private and not allowed', async () => {
    const refused = await run('add', 'http://127.0.0.1:9/');
    expect(refused.code).not.toBe(0);
    expect(refused.said).toContain('loopback');
    expect(await list()).toHaveLength(1);
  });
});
