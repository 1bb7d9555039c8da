import { get, type IncomingMessage, request } from 'node:http';
import { UsageError } from '@zhibiao/shared';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { createConsole, type Listening } from './console.ts';
import type { ConsoleDeps } from './deps.ts';
import { isLoopback } from './security/host.ts';
import { openSystem, type System } from './testing/system.ts';

const token = 'a-token-of-some-length';
let system: System | undefined;
let listening: Listening | undefined;
afterEach(async () => {
  await listening?.close();
  listening = undefined;
  await system?.close();
  system = undefined;
});

async function listen(config: Partial<ConsoleDeps['config']> = {}) {
  system = await openSystem(inject('redisUrl'), config);
  listening = await system.console.listen();
  return new URL(listening.url);
}

/** `fetch` refuses to send a Host or Origin of one's choice. @returns the status */
function ask(url: URL, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    request(
      { host: '127.0.0.1', port: url.port, path, method, headers: { host: url.host, ...headers } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode!);
      },
    )
      .on('error', reject)
      .end();
  });
}

describe('exposure', () => {
  it.each(['127.0.0.1', 'localhost', '::1', '[::1]', '127.3.2.1'])('%s is this machine only', (host) =>
    expect(isLoopback(host)).toBe(true),
  );
  it.each(['0.0.0.0', '::', '10.0.0.1', 'localhost.evil.cn', '127.0.0.1.evil.cn', ''])('%s is not', (host) =>
    expect(isLoopback(host)).toBe(false),
  );

  it('is refused without a token', async () => {
    system = await openSystem(inject('redisUrl'));
    expect(() =>
      createConsole({ ...system!.deps, config: { host: '0.0.0.0', port: 0, token: undefined } }),
    ).toThrow(UsageError);
    expect(() =>
      createConsole({ ...system!.deps, config: { host: '0.0.0.0', port: 0, token } }),
    ).not.toThrow();
  });

  it('says so when the port is taken', async () => {
    const url = await listen();
    const second = createConsole({
      ...system!.deps,
      config: { host: '127.0.0.1', port: Number(url.port), token: undefined },
    });
    await expect(second.listen()).rejects.toThrow(/ZHIBIAO_PORT/);
  });
});

describe('the name that was asked for', () => {
  it('must be this machine: another may be a site that had its name rebound', async () => {
    const url = await listen();
    expect(await ask(url, '/documents')).toBe(200);
    expect(await ask(url, '/documents', { host: 'localhost:9000' })).toBe(200);
    expect(await ask(url, '/documents', { host: `evil.cn:${url.port}` })).toBe(421);
    expect(await ask(url, '/api/v1/documents', { host: 'evil.cn' })).toBe(421);
    expect(await ask(url, '/queues', { host: 'evil.cn' })).toBe(421);
  });
});

describe('changes', () => {
  it.each<[string, Record<string, string>, number]>([
    ['a program', {}, 200],
    ['the console itself', { origin: 'SELF', 'sec-fetch-site': 'same-origin' }, 200],
    ['another site', { origin: 'http://evil.cn' }, 403],
    ['another site, by an older browser', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another port of this machine', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }, 403],
    ['the console itself, its origin hidden', { origin: 'null', 'sec-fetch-site': 'same-origin' }, 200],
    ['a sandboxed page', { origin: 'null' }, 403],
    ['a sandboxed page of another site', { origin: 'null', 'sec-fetch-site': 'cross-site' }, 403],
    ['a page that came from nowhere', { origin: 'null', 'sec-fetch-site': 'none' }, 403],
  ])('from %s', async (_, headers, status) => {
    const url = await listen();
    const sent = Object.fromEntries(
      Object.entries(headers).map(([k, v]) => [k, v.replace('SELF', url.origin)]),
    );
    expect(await ask(url, '/quarantine/retry', sent, 'POST')).toBe(status);
    // The dashboard's own buttons stand behind the same door.
    for (const button of ['crawl/pause', 'pause', 'resume']) {
      const pause = await ask(url, `/queues/board/api/queues/${button}`, sent, 'PUT');
      expect(pause, button).toBe(status === 403 ? 403 : 405);
    }
  });

  it('are not made by reading', async () => {
    const url = await listen();
    expect(await ask(url, '/quarantine/retry')).toBe(404);
    expect(await ask(url, '/runs/x/stop')).toBe(404);
  });
});

describe('a path', () => {
  it.each([
    '/assets/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e%2fsrc%2fconsole.ts',
    '/queues/static/%2e%2e/%2e%2e/package.json',
    '/queues/static/..%2f..%2fpackage.json',
    '/queues/static/%2e%2e%2f%2e%2e%2f%2e%2e%2fpackage.json',
  ])('reads no file beside those that are served: %s', async (path) => {
    const url = await listen();
    // As it is written: a client that tidies addresses would ask for another one.
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get({ host: '127.0.0.1', port: url.port, path, headers: { host: url.host } }, resolve).on(
        'error',
        reject,
      );
    });
    let body = '';
    for await (const chunk of answer) body += chunk;
    expect(body).not.toMatch(/"name":|"version":|export function/);
    expect([400, 404]).toContain(answer.statusCode);
  });
});

describe('a token', () => {
  it('is asked for everywhere but at the probes', async () => {
    const url = await listen({ token });
    for (const path of [
      '/documents',
      '/api/v1/documents',
      '/metrics',
      '/queues',
      '/queues/board/api/queues',
      '/assets/console.js',
    ]) {
      expect(await ask(url, path), path).toBe(401);
      expect(await ask(url, path, { authorization: `Bearer ${token}` }), path).toBe(200);
      expect(await ask(url, path, { authorization: `Bearer ${token}x` }), path).toBe(401);
    }
    const basic = (password: string) => `Basic ${Buffer.from(`anybody:${password}`).toString('base64')}`;
    expect(await ask(url, '/documents', { authorization: basic(token) })).toBe(200);
    expect(await ask(url, '/documents', { authorization: basic('') })).toBe(401);
    expect(await ask(url, '/documents', { authorization: 'Basic' })).toBe(401);
    expect(await ask(url, '/health/ready')).toBe(200);
  });
});
