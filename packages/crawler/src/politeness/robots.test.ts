import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { createFetcher, ForbiddenAddressError } from '../fetch/index.ts';
import { RobotsUnavailableError } from './errors.ts';
import { createRobots, type Robots } from './robots.ts';

const redis = new Redis(inject('redisUrl'));
const fetcher = createFetcher({ userAgent: 'Zhibiao/test', limits: { timeoutMs: 2_000 } });
let prefix: string;
let server: Server;
let host: string;
let asked: number;
let answer: RequestListener;
const robots = (): Robots => createRobots({ fetcher, redis, prefix });
const allowed = (path: string, which = robots()) =>
  which.allowed(`http://${host}${path}`, { allowHosts: [host] });
const text =
  (body: string): RequestListener =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' }).end(body);
  };

beforeEach(async () => {
  prefix = `test-${randomUUID()}`;
  asked = 0;
  server = createServer((request, response) => {
    asked++;
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});
afterAll(async () => {
  await fetcher.close();
  await redis.quit();
});

describe('robots.txt', () => {
  test('its rules hold for us by name before those for all', async () => {
    answer = text(
      'User-agent: *\nDisallow: /\n\nUser-agent: zhibiao\nDisallow: /admin\nAllow: /admin/news\nCrawl-delay: 3',
    );
    expect(await allowed('/thread-1-1-1.html')).toBe(true);
    expect(await allowed('/admin/x')).toBe(false);
    expect(await allowed('/admin/news/1')).toBe(true);
    const rules = await robots().rules(`http://${host}/`, { allowHosts: [host] });
    expect(rules).toEqual({ allowed: true, crawlDelayMs: 3_000, sitemaps: [] });
  });

  test('names sitemaps, and no delay of a day', async () => {
    answer = text('Sitemap: http://a.example/s.xml\nUser-agent: *\nCrawl-delay: 86400');
    const rules = await robots().rules(`http://${host}/`, { allowHosts: [host] });
    expect(rules).toEqual({ allowed: true, crawlDelayMs: 300_000, sitemaps: ['http://a.example/s.xml'] });
  });

  test('is asked for once, by however many pages and processes', async () => {
    answer = text('User-agent: *\nDisallow: /a');
    const one = robots();
    expect(await Promise.all([allowed('/a', one), allowed('/b', one), allowed('/c', one)])).toEqual([
      false,
      true,
      true,
    ]);
    expect(await allowed('/a', robots())).toBe(false);
    expect(asked).toBe(1);
    const [key] = await redis.keys(`${prefix}:robots:*`);
    expect(await redis.pttl(key!)).toBeGreaterThan(23 * 3_600_000);
  });

  test('is cut at its limit', async () => {
    answer = text(`User-agent: *\nDisallow: /a\n${'# filler\n'.repeat(100_000)}Disallow: /b`);
    expect(await allowed('/a')).toBe(false);
    expect(await allowed('/b')).toBe(true);
  });

  test.each([404, 403, 410])('%i allows everything', async (status) => {
    answer = (_, response) => void response.writeHead(status).end();
    expect(await allowed('/a')).toBe(true);
    expect(await allowed('/a')).toBe(true);
    expect(asked).toBe(1);
  });

  test.each([500, 503, 429])('%i forbids everything for a while', async (status) => {
    answer = (_, response) => void response.writeHead(status, { 'retry-after': '1200' }).end();
    await expect(allowed('/a')).rejects.toBeInstanceOf(RobotsUnavailableError);
    const error = await allowed('/a').catch((reason: RobotsUnavailableError) => reason);
    expect((error as RobotsUnavailableError).retryAfterMs).toBeGreaterThan(1_190_000);
    expect(asked).toBe(1);
  });

  test('a server that does not answer forbids everything for a while', async () => {
    answer = (request) => void request.socket.destroy();
    await expect(allowed('/a')).rejects.toBeInstanceOf(RobotsUnavailableError);
  });

  test('a page that comes in its place allows everything', async () => {
    answer = (_, response) =>
      void response.writeHead(200, { 'content-type': 'text/html' }).end('<html><p>Disallow: /</p>');
    expect(await allowed('/a')).toBe(true);
  });

  test.each<[string, string | Buffer, Record<string, boolean>]>([
    [
      'the longest rule wins, and of two as long the one that allows (RFC 9309 2.2.2)',
      'User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c\nDisallow: /x\nAllow: /x',
      { '/a': false, '/a/b': true, '/a/b/c': false, '/a/b/d': true, '/x': true, '/y': true },
    ],
    [
      'wildcards and the end of an address (RFC 9309 2.2.3)',
      'User-agent: *\nDisallow: /*.pdf$\nDisallow: /*?sid=\nAllow: /open/*.pdf$',
      { '/a.pdf': false, '/a.pdf?x=1': true, '/t?sid=1': false, '/t?id=1': true, '/open/a.pdf': true },
    ],
    [
      'all groups that name us count, in any case, and no other group then',
      'User-agent: *\nDisallow: /\n\nuser-agent: ZHIBIAO\nuser-agent: other\ndisallow: /a\n\nUser-Agent: zhibiao\nDisallow: /b',
      { '/a': false, '/b': false, '/c': true },
    ],
    ['an empty rule forbids nothing', 'User-agent: *\nDisallow:', { '/a': true }],
    [
      'a comment, blanks and the ends of lines of three systems',
      'User-agent: * # all\r\n  Disallow : /a # why\rDisallow: /b\n',
      { '/a': false, '/b': false, '/c': true },
    ],
    ['a byte-order mark', '\ufeffUser-agent: *\nDisallow: /a', { '/a': false, '/b': true }],
    [
      'Chinese addresses, however they are written',
      'User-agent: *\nDisallow: /报告/\nDisallow: /%E9%99%84%E4%BB%B6/',
      { '/%E6%8A%A5%E5%91%8A/1': false, '/报告/1': false, '/附件/1': false, '/其他/1': true },
    ],
    [
      'comments in GBK around rules',
      Buffer.concat([
        Buffer.from('# '),
        Buffer.from([0xbd, 0xfb, 0xd6, 0xb9]),
        Buffer.from('\nUser-agent: *\nDisallow: /a\n'),
      ]),
      { '/a': false, '/b': true },
    ],
    [
      'lines that are none',
      'hello\n<p>\nUser-agent: *\nDisallow /b\nDisallow: /a\nNoindex: /c',
      { '/a': false, '/c': true },
    ],
  ])('%s', async (_, body, wanted) => {
    answer = (_request, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end(body);
    const which = robots();
    const found = await Promise.all(
      Object.keys(wanted).map(async (path) => [path, await allowed(path, which)] as const),
    );
    expect(Object.fromEntries(found)).toEqual(wanted);
  });

  test('that redirects inside is not read, and the page is refused with it', async () => {
    const inner = createServer((_, response) => response.end('User-agent: *\nAllow: /'));
    let reached = 0;
    inner.on('connection', () => reached++);
    inner.listen(0, '127.0.0.1');
    await once(inner, 'listening');
    const { port } = inner.address() as AddressInfo;
    for (const to of [
      `http://127.0.0.1:${port}/robots.txt`,
      'http://169.254.169.254/latest/',
      'file:///etc/passwd',
    ]) {
      prefix = `test-${randomUUID()}`;
      answer = (_, response) => void response.writeHead(302, { location: to }).end();
      // What leads nowhere is no robots.txt; what leads inside is an attack.
      if (to.startsWith('file:')) expect(await allowed('/a')).toBe(true);
      else await expect(allowed('/a')).rejects.toBeInstanceOf(ForbiddenAddressError);
    }
    expect(reached).toBe(0);
    inner.close();
  });

  test('a private address stays forbidden, and nothing is remembered of it', async () => {
    answer = text('');
    await expect(robots().allowed(`http://${host}/`)).rejects.toBeInstanceOf(ForbiddenAddressError);
    expect(await allowed('/')).toBe(true);
  });
});
