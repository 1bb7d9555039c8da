import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ForbiddenAddressError } from '../fetch/errors.ts';
import { type Resolver, systemResolver } from '../fetch/resolver.ts';
import { goodPage, startBadServer } from '../fetch/testing/bad-server.ts';
import { type GuardProxy, type GuardProxyOptions, startGuardProxy } from './guard-proxy.ts';

let server: Awaited<ReturnType<typeof startBadServer>>;
let proxy: GuardProxy;

const start = async (options: Partial<GuardProxyOptions> = {}) => {
  proxy = await startGuardProxy({
    resolver: systemResolver,
    allowHosts: [],
    maxBytes: 10 * 1024 * 1024,
    maxHeaderBytes: 64 * 1024,
    connectTimeoutMs: 500,
    ...options,
  });
};
const proxyPort = () => Number(new URL(proxy.url).port);

/** Asks the proxy as a browser asks for plain http. */
async function get(url: string): Promise<{ status: number; body: string }> {
  const asking = request({
    host: '127.0.0.1',
    port: proxyPort(),
    path: url,
    headers: { host: new URL(url).host },
  }).end();
  const [response] = await once(asking, 'response');
  let body = '';
  for await (const chunk of response) body += chunk;
  return { status: response.statusCode, body };
}

/** Asks for a tunnel and sends a request through it. @returns all that came back */
async function tunnel(target: string, path = '/good'): Promise<string> {
  const socket = connect(proxyPort(), '127.0.0.1');
  socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`);
  let received = '';
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    received += chunk;
    if (received.endsWith('established\r\n\r\n')) {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${target}\r\nConnection: close\r\n\r\n`);
    }
  });
  await once(socket, 'close');
  return received;
}

beforeAll(async () => {
  server = await startBadServer();
});
afterEach(() => proxy.close());
afterAll(() => server.close());

describe('what is allowed passes', () => {
  test('as plain http', async () => {
    await start({ allowHosts: [server.host] });
    expect(await get(server.url('/good'))).toEqual({ status: 200, body: goodPage });
    expect((await get(server.url('/404'))).status).toBe(404);
    expect(proxy.failures.size).toBe(0);
  });

  test('through a tunnel', async () => {
    await start({ allowHosts: [server.host] });
    expect(await tunnel(server.host)).toContain(goodPage);
  });
});

describe('what is not is refused, and the reason kept', () => {
  const loopback: Resolver = async () => [{ address: '127.0.0.1', family: 4 }];
  const rebinding = (): Resolver => {
    let asked = 0;
    return async () => [{ address: asked++ === 0 ? '203.0.114.1' : '127.0.0.1', family: 4 }];
  };
  test.each([
    ['a literal address', () => server.host, systemResolver],
    ['a name', () => server.host.replace('127.0.0.1', 'news.example'), loopback],
    ['localhost', () => server.host.replace('127.0.0.1', 'localhost'), systemResolver],
    ['a mapped address', () => server.host.replace('127.0.0.1', '[::ffff:7f00:1]'), systemResolver],
  ])('%s', async (_, host, resolver) => {
    await start({ resolver });
    const asked = server.log.requests.length;
    expect((await get(`http://${host()}/good`)).status).toBe(502);
    expect(await tunnel(host())).toMatch(/^HTTP\/1.1 502/);
    expect(proxy.failures.get(host())).toBeInstanceOf(ForbiddenAddressError);
    expect(server.log.requests).toHaveLength(asked);
  });

  test('a name that changes its address', async () => {
    await start({ resolver: rebinding() });
    const asked = server.log.requests.length;
    const host = server.host.replace('127.0.0.1', 'rebinding.example');
    for (let i = 0; i < 3; i++) expect((await get(`http://${host}/good`)).status).toBe(502);
    expect(server.log.requests).toHaveLength(asked);
  });

  test('a page past its bytes', async () => {
    await start({ allowHosts: [server.host], maxBytes: 1024 * 1024 });
    await expect(get(server.url('/huge'))).rejects.toThrow();
    expect(proxy.exhausted).toBe(true);
    await expect(get(server.url('/good'))).resolves.toMatchObject({ status: 502 });
  });

  test('a tunnel past its bytes', async () => {
    await start({ allowHosts: [server.host], maxBytes: 1024 * 1024 });
    expect((await tunnel(server.host, '/huge')).length).toBeLessThan(8 * 1024 * 1024);
    expect(proxy.exhausted).toBe(true);
  });

  test('headers without end', async () => {
    await start({ allowHosts: [server.host] });
    expect((await get(server.url('/huge-headers'))).status).toBe(502);
  });
});
