import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isRetryable } from '@zhibiao/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ForbiddenAddressError, UnreachableError } from '../fetch/errors.ts';
import { DeadEndError } from './errors.ts';
import { findChromium } from './find-chromium.ts';
import { createRenderer, type Renderer } from './renderer.ts';

vi.setConfig({ testTimeout: 60_000 });

const chromium = findChromium(undefined);
if (chromium === null)
  console.warn('SKIPPED: no Chromium on this machine, so no move of a rendered page was tested.');

interface Site {
  host: string;
  asked: string[];
  close(): void;
}

/** Every page moves on as its path says: `/meta?http://…`, `/script?…`, `/redirect?…`; `/end` is where they may go. */
async function startSite(): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const [path = '', ...rest] = (request.url ?? '').split('?');
    const to = rest.join('?');
    asked.push(path);
    const html = (body: string) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html>${body}`);
    if (path === '/meta') html(`<meta http-equiv="refresh" content="0; url=${to}">`);
    else if (path === '/script') html(`<script>setTimeout(() => { location = '${to}' }, 50)</script>`);
    else if (path === '/redirect') response.writeHead(302, { location: to }).end();
    else if (path === '/framed') html(`<iframe src="/end"></iframe><script src="/redirect?/end"></script>`);
    else html(`<p>${'固定资产投资完成额稳步提高。'.repeat(30)}</p>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

describe.skipIf(chromium === null)('a page that moves on by itself', () => {
  let first: Site;
  let next: Site;
  let dead: string;
  let renderer: Renderer;

  beforeAll(async () => {
    [first, next] = await Promise.all([startSite(), startSite()]);
    const gone = await startSite();
    gone.close();
    dead = gone.host;
    renderer = createRenderer({ userAgent: 'Zhibiao/test', limits: { settleMs: 1_000 } });
  });
  beforeEach(() => {
    first.asked.length = 0;
    next.asked.length = 0;
  });
  afterAll(async () => {
    await renderer.close();
    first.close();
    next.close();
  });

  const render = (path: string, onRedirect: (to: URL) => Promise<void> = async () => {}) =>
    renderer.render({
      url: `http://${first.host}${path}`,
      allowHosts: [first.host, next.host, dead],
      timeoutMs: 30_000,
      onRedirect,
    });
  const failure = (path: string, onRedirect?: (to: URL) => Promise<void>) =>
    render(path, onRedirect).then(
      () => expect.fail(`${path} did not fail`),
      (error: Error) => error,
    );
  const ways = ['/meta', '/script'];
  const schemes = ['http', 'https'];
  const moves = ways.flatMap((way) => schemes.map((scheme) => [way, scheme] as const));

  test.each(moves)('%s to a dead host by %s ends it for good', async (way, scheme) => {
    const error = await failure(`${way}?${scheme}://${dead}/`);
    expect(error).toBeInstanceOf(DeadEndError);
    expect(isRetryable(error)).toBe(false);
    expect(error.message).toContain(`http://${first.host}${way}`);
    expect(error.message).toContain(`${scheme}://${dead}/`);
  });

  test.each(moves)('%s to a refused address by %s ends it for good', async (way, scheme) => {
    const error = await failure(`${way}?${scheme}://10.0.0.1/`);
    expect(error).toBeInstanceOf(ForbiddenAddressError);
    expect(error.message).toContain(`http://${first.host}${way}`);
  });

  test.each(ways)('%s to a name that nobody knows ends it for good', async (way) => {
    expect(await failure(`${way}?http://nobody.invalid/`)).toBeInstanceOf(DeadEndError);
  });

  test.each(ways)('%s to what is no address of the web', async (way) => {
    // The browser stays where it is; there is nothing to wait for.
    expect((await render(`${way}?file:///etc/passwd`)).finalUrl).toBe(
      `http://${first.host}${way}?file:///etc/passwd`,
    );
  });

  test('a redirect to a dead host is tried again, as without a browser', async () => {
    const error = await failure(`/redirect?http://${dead}/`);
    expect(error).toBeInstanceOf(UnreachableError);
    expect(isRetryable(error)).toBe(true);
  });

  test.each([...ways, '/redirect'])('%s asks before it goes on, and only then', async (way) => {
    const asked: string[] = [];
    const page = await render(`${way}?http://${next.host}/redirect?/end`, async (to) => {
      expect(next.asked).toHaveLength(asked.length);
      asked.push(to.href);
    });
    expect(page.finalUrl).toBe(`http://${next.host}/end`);
    expect(asked).toEqual([`http://${next.host}/redirect?/end`, `http://${next.host}/end`]);
  });

  test.each([...ways, '/redirect'])('%s stops where it may not go on', async (way) => {
    const error = await failure(`${way}?http://${next.host}/redirect?/end`, async (to) => {
      if (to.pathname === '/end') throw new Error('robots.txt says no');
    });
    expect(error.message).toContain('robots.txt says no');
    expect(next.asked).toEqual(['/redirect']);
  });

  test('frames and the page itself are not asked about', async () => {
    const asked: string[] = [];
    await render('/framed', async (to) => void asked.push(to.href));
    expect(first.asked).toContain('/end');
    expect(asked).toEqual([]);
  });
});
