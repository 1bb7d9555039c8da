import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isRetryable } from '@zhibiao/shared';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  BlockPageError,
  BodyTooLargeError,
  BrokenResponseError,
  FetchAbortedError,
  ForbiddenAddressError,
  HeadersTooLargeError,
  HttpStatusError,
  HttpUnavailableError,
  TimeoutError,
  TooManyRedirectsError,
  UnreachableError,
  UnsupportedContentError,
} from '../fetch/errors.ts';
import { startBadServer } from '../fetch/testing/bad-server.ts';
import { type FetchRequest, header } from '../fetch/types.ts';
import { BrowserCrashedError, NoBrowserError, PageTooHeavyError } from './errors.ts';
import { findChromium } from './find-chromium.ts';
import { createRenderer, type Renderer, type RendererOptions } from './renderer.ts';

vi.setConfig({ testTimeout: 60_000 });

const chromium = findChromium(undefined);
if (chromium === null)
  console.warn('SKIPPED: no Chromium on this machine, so nothing of the browser was tested.');

const long = '固定资产投资完成额稳步提高。'.repeat(30);
/** A portal that is an empty shell until its script has run. */
const shell = (script: string) =>
  `<!doctype html><html><head><meta charset="gbk"><title>x</title></head><body><div id="app"></div><script>${script}</script></body></html>`;
const pages: Record<string, string> = {
  '/shell': shell(`setTimeout(async () => {
    const text = await (await fetch('/data')).text();
    document.getElementById('app').innerHTML = '<p>' + text + '</p><img src="/picture.png">';
  }, 300)`),
  '/late': shell(`setTimeout(() => { document.getElementById('app').textContent = '${long}' }, 1500)`),
  '/moves': shell(`location.href = '/shell'`),
  '/hangs': shell('while (true) {}'),
  '/eats': shell(`const all = []; setInterval(() => all.push(new Uint8Array(3e7).fill(1)), 20)`),
  '/endless-dom': shell(
    `for (let i = 0; i < 2e5; i++) document.body.append('一二三四五六七八九十'.repeat(2))`,
  ),
  '/heavy': shell(`(async () => { for (;;) await (await fetch('/megabyte?' + Math.random())).text() })()`),
  '/framed': `<!doctype html><html><body><h1>标题</h1><iframe src="/inner/article" width="800" height="600"></iframe>
<iframe src="/inner/counter" width="1" height="1"></iframe><iframe id="other" width="800" height="600"></iframe></body></html>`,
  '/inner/article': `<!doctype html><html><body><p>框架里的正文：${long}</p><a href="next.html">下一页</a><script>document.body.dataset.ran = 1</script></body></html>`,
  '/inner/counter': '<!doctype html><html><body>今日访问一千次</body></html>',
  '/shadow': shell(`
    customElements.define('x-inner', class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<p>里层的段落</p>'; }
    });
    customElements.define('x-article', class extends HTMLElement {
      connectedCallback() {
        this.attachShadow({ mode: 'open' }).innerHTML =
          '<header>报头</header><slot name="title">无题</slot><div>${long}</div><x-inner></x-inner><slot></slot><footer>尾声</footer>';
      }
    });
    document.getElementById('app').innerHTML = '<x-article><b>插进去的话</b><h2 slot="title">标题在此</h2><i slot="nowhere">没人看见</i></x-article>'`),
  '/dialog': shell(
    `alert(1); confirm(2); open('/shell'); document.getElementById('app').textContent = '${long}'`,
  ),
};

let site: {
  host: string;
  url: (path: string) => string;
  asked: string[];
  /** remote ports, one a connection */
  connections: unknown[];
  close: () => void;
};
let bad: Awaited<ReturnType<typeof startBadServer>>;
/** A server that no page may reach. */
let secret: typeof site;
const renderers: Renderer[] = [];

const startSite = async (
  play: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<typeof site> => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    play(request, response);
  });
  const connections: unknown[] = [];
  server.on('connection', (socket) => connections.push(socket.remotePort));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: (path) => `http://${host}${path}`,
    asked,
    connections,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

const rendererWith = (options: Partial<RendererOptions> = {}) => {
  const renderer = createRenderer({
    userAgent: 'Zhibiao/test (+mailto:a@example.org)',
    ...options,
    limits: { settleMs: 2_500, ...options.limits },
  });
  renderers.push(renderer);
  return renderer;
};

beforeAll(async () => {
  bad = await startBadServer();
  secret = await startSite((_, response) => response.end('secret'));
  site = await startSite((request, response) => {
    const path = request.url?.split('?')[0] ?? '/';
    if (path === '/megabyte') return void response.end('x'.repeat(1024 * 1024));
    if (path === '/data') return void response.end(long);
    const page = pages[path];
    const charset = path === '/shell' ? 'gbk' : 'utf-8';
    response
      .writeHead(page ? 200 : 404, { 'content-type': `text/html; charset=${charset}`, etag: '"1"' })
      .end(page);
  });
});
afterEach(() => Promise.all(renderers.splice(0).map((renderer) => renderer.close())));
afterAll(async () => {
  await bad.close();
  site.close();
  secret.close();
});

describe.skipIf(chromium === null)('a page in a real Chromium', () => {
  const render = (
    path: string,
    request: Partial<FetchRequest> = {},
    options: Partial<RendererOptions> = {},
  ) => rendererWith(options).render({ url: site.url(path), allowHosts: [site.host, bad.host], ...request });
  const failure = (
    path: string,
    request: Partial<FetchRequest> = {},
    options: Partial<RendererOptions> = {},
  ) =>
    render(path, request, options).then(
      () => expect.fail(`${path} did not fail`),
      (error: Error) => error,
    );

  test('is read as its scripts made it, in UTF-8 whatever it was sent in', async () => {
    const page = await render('/shell');
    const html = new TextDecoder('utf-8', { fatal: true }).decode(page.body);
    expect(html).toContain(`<p>${long}</p>`);
    expect(page).toMatchObject({
      status: 200,
      rendered: true,
      notModified: false,
      finalUrl: site.url('/shell'),
      chain: [],
    });
    expect(page.headers.filter(([name]) => name === 'content-type')).toEqual([
      ['content-type', 'text/html; charset=utf-8'],
    ]);
    expect(header(page.headers, 'etag')).toBeNull();
  });

  test('is waited for while it is still a shell', async () => {
    expect(new TextDecoder().decode((await render('/late')).body)).toContain(long);
  });

  test('is followed where its script goes', async () => {
    const page = await render('/moves');
    expect(page.finalUrl).toBe(site.url('/shell'));
    expect(page.chain).toEqual([{ url: site.url('/moves'), status: 200 }]);
    expect(new TextDecoder().decode(page.body)).toContain(long);
  });

  test('is read with what its own frames show, and with nothing of small and foreign ones', async () => {
    const foreign = bad.url('/good');
    const framed = pages['/framed']!;
    pages['/framed'] = framed.replace('id="other"', `src="${foreign}"`);
    const html = new TextDecoder().decode((await render('/framed')).body);
    expect(html).toContain(`<p>框架里的正文：${long}</p>`);
    expect(html).toContain(`href="${site.url('/inner/next.html')}"`);
    expect(html).toContain(`src="${foreign}"`);
    expect(html).not.toContain('今日访问');
    expect(html).not.toContain('正文第一段');
    expect(html).not.toContain('dataset.ran');
  });

  test('is read with its open shadow roots, slots filled as a reader sees them', async () => {
    const html = new TextDecoder().decode((await render('/shadow')).body);
    const shown = html.slice(html.indexOf('<x-article>')).replace(/<script[\s\S]*/, '');
    const order = ['报头', '标题在此', long, '里层的段落', '插进去的话', '尾声'].map((words) =>
      shown.indexOf(words),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(shown).not.toContain('没人看见');
    expect(shown).not.toContain('无题');
  });

  test('loads no pictures', async () => {
    site.asked.length = 0;
    await render('/shell');
    expect(site.asked).toContain('/data');
    expect(site.asked).not.toContain('/picture.png');
  });

  test('opens no dialogs and no windows that stay', async () => {
    expect(new TextDecoder().decode((await render('/dialog')).body)).toContain(long);
  });

  test('follows redirects and tells them', async () => {
    const page = await render('/', { url: bad.url('/redirect?to=/redirect') });
    expect(page.finalUrl).toBe(bad.url('/good'));
    expect(page.chain.map(({ status }) => status)).toEqual([301, 301]);
  });

  test('several at once share one browser, each with its own cookies', async () => {
    const renderer = rendererWith({ limits: { concurrency: 2 } });
    const get = (path: string) => renderer.render({ url: site.url(path), allowHosts: [site.host] });
    const all = await Promise.all(['/shell', '/late', '/shell'].map(get));
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  test.each([
    ['/404', HttpStatusError],
    ['/429', HttpUnavailableError],
    ['/block-page', BlockPageError],
    ['/pdf-as-attachment', UnsupportedContentError],
    ['/image', UnsupportedContentError],
    ['/loop', TooManyRedirectsError],
    ['/too-short', BrokenResponseError],
    ['/closes', BrokenResponseError],
    ['/gzip-broken', BrokenResponseError],
    ['/huge', BodyTooLargeError],
    ['/huge-headers', HeadersTooLargeError],
    ['/closes-before-answering', UnreachableError],
    ['/drip', TimeoutError],
    ['/silent', TimeoutError],
  ])('bad server: %s', async (path, errorClass) => {
    const slow = errorClass === TimeoutError ? { timeoutMs: 3_000 } : {};
    // Well below what the browser may hold in memory: else a busy machine notices that bound first.
    const small = errorClass === BodyTooLargeError ? { maxBytes: 500_000 } : {};
    const error = await failure('/', { url: bad.url(path), ...slow, ...small });
    expect(error).toBeInstanceOf(errorClass);
    expect(error.message).toContain(bad.url(path));
  });

  test('that never lets go is ended, and the next one works', async () => {
    const renderer = rendererWith();
    const get = (path: string, timeoutMs: number) =>
      renderer.render({ url: site.url(path), allowHosts: [site.host], timeoutMs });
    await expect(get('/hangs', 4_000)).rejects.toBeInstanceOf(TimeoutError);
    expect((await get('/shell', 20_000)).status).toBe(200);
  });

  test.skipIf(!existsSync('/proc'))('that eats memory is ended', async () => {
    const error = await failure(
      '/eats',
      {},
      { limits: { maxMemoryBytes: 300 * 1024 * 1024, settleMs: 20_000 } },
    );
    expect(error).toBeInstanceOf(PageTooHeavyError);
  });

  test('whose DOM or traffic passes the limit is refused', async () => {
    expect(await failure('/endless-dom', {}, { limits: { maxLength: 100_000 } })).toBeInstanceOf(
      BodyTooLargeError,
    );
    expect(await failure('/heavy', { maxBytes: 5 * 1024 * 1024 })).toBeInstanceOf(BodyTooLargeError);
  });

  test("ends at once when the caller's signal does", async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 1_500);
    expect(await failure('/hangs', { signal: controller.signal })).toBeInstanceOf(FetchAbortedError);
  });

  test.skipIf(!existsSync('/proc'))('costs one retry when the browser crashes', async () => {
    let killed = false;
    const renderer = rendererWith();
    const get = (url: string) => renderer.render({ url, allowHosts: [site.host, bad.host] });
    const running = get(bad.url('/silent')).catch((error: Error) => error);
    while (!killed) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      if (bad.log.requests.includes('/silent')) killed = killOwnChromium();
    }
    const error = await running;
    expect(error).toBeInstanceOf(BrowserCrashedError);
    expect(isRetryable(error)).toBe(true);
    expect((await get(site.url('/shell'))).status).toBe(200);
  });

  describe('reaches no address that a crawler must not reach', () => {
    /** Runs a hostile script, which is checked to have run to its end. */
    const attack = async (script: string) => {
      secret.connections.length = 0;
      pages['/attack'] = shell(`${script}; document.getElementById('app').textContent = '${long}'`);
      const page = await render('/attack', {}, { limits: { settleMs: 2_500 } });
      expect(new TextDecoder().decode(page.body)).toContain(long);
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(secret.connections).toEqual([]);
    };

    test('as the page itself, by name, by redirect, by script', async () => {
      expect(await failure('/', { url: secret.url('/') })).toBeInstanceOf(ForbiddenAddressError);
      const resolver = async () => [{ address: '127.0.0.1', family: 4 }];
      const named = secret.url('/').replace('127.0.0.1', 'news.example');
      expect(await failure('/', { url: named }, { resolver })).toBeInstanceOf(ForbiddenAddressError);
      const redirect = bad.url(`/redirect?to=${encodeURIComponent(secret.url('/'))}`);
      expect(await failure('/', { url: redirect })).toBeInstanceOf(ForbiddenAddressError);
      pages['/to-secret'] = shell(`location.href = '${secret.url('/')}'`);
      expect(await failure('/to-secret')).toBeInstanceOf(ForbiddenAddressError);
      expect(secret.connections).toEqual([]);
    });

    test('by fetch, frame, script, beacon, link, web socket, event source, worker', async () => {
      const url = secret.url('/');
      await attack(`
        fetch('${url}', { mode: 'no-cors' }).catch(() => {});
        navigator.sendBeacon('${url}', 'x');
        try { new WebSocket('${url.replace('http', 'ws')}') } catch {}
        new EventSource('${url}');
        new Worker(URL.createObjectURL(new Blob(["fetch('${url}', { mode: 'no-cors' })"])));
        for (const [tag, key] of [['iframe', 'src'], ['script', 'src'], ['object', 'data'], ['embed', 'src']]) {
          const element = document.createElement(tag);
          element[key] = '${url}';
          document.body.append(element);
        }
        for (const rel of ['preconnect', 'prefetch', 'prerender', 'preload', 'dns-prefetch', 'stylesheet', 'icon', 'manifest']) {
          const link = document.createElement('link');
          Object.assign(link, { rel, href: '${url}', as: 'fetch' });
          document.head.append(link);
        }
        const rules = document.createElement('script');
        rules.type = 'speculationrules';
        rules.textContent = '{"prefetch":[{"source":"list","urls":["${url}"]}]}';
        document.head.append(rules);
        open('${url}')`);
    });

    test('by UDP, or TCP of WebRTC', async () => {
      const socket = createSocket('udp4').bind(0, '127.0.0.1');
      await once(socket, 'listening');
      let packets = 0;
      socket.on('message', () => packets++);
      const { port } = socket.address();
      const talk = `
        try {
          const peer = new RTCPeerConnection({ iceServers: [
            { urls: 'stun:127.0.0.1:${port}' },
            { urls: 'turn:${secret.host}?transport=tcp', username: 'a', credential: 'b' },
          ] });
          peer.createDataChannel('x');
          peer.createOffer().then((offer) => peer.setLocalDescription(offer));
        } catch {}
        try { new WebTransport('https://127.0.0.1:${port}/') } catch {}`;
      const quoted = (text: string) => JSON.stringify(text).replaceAll('</', '<\\/');
      await attack(`${talk}
        const written = document.createElement('iframe');
        written.srcdoc = ${quoted(`<script>${talk}</script>`)};
        const blank = document.createElement('iframe');
        document.body.append(written, blank);
        blank.contentWindow.eval(${quoted(talk)});
        new Worker(URL.createObjectURL(new Blob([${quoted(talk)}])))`);
      socket.close();
      expect(packets).toBe(0);
    });
  });
});

test('once closed, no browser starts any more', async () => {
  const renderer = rendererWith();
  await renderer.close();
  await expect(renderer.render({ url: 'http://a.example/' })).rejects.toBeInstanceOf(BrowserCrashedError);
});

test('without a Chromium the page fails for good, and the message says what to do', async () => {
  const renderer = rendererWith({ executablePath: '/nowhere/chromium' });
  const error = await renderer.render({ url: 'http://a.example/' }).catch((reason: Error) => reason);
  expect(error).toBeInstanceOf(NoBrowserError);
  expect((error as NoBrowserError).input).toBe('http://a.example/');
  expect((error as Error).message).toMatch(/http:\/\/a\.example\/.*ZHIBIAO_CHROMIUM/);
});

/** Ends the browser that this process has started. @returns false where there is none yet */
function killOwnChromium(): boolean {
  const own = readdirSync('/proc').filter((name) => {
    try {
      const [, command = '', rest = ''] =
        /\((.*)\) (.*)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
      return command.startsWith('chrom') && Number(rest.split(' ')[1]) === process.pid;
    } catch {
      return false;
    }
  });
  for (const pid of own) process.kill(Number(pid), 'SIGKILL');
  return own.length > 0;
}
