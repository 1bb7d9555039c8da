import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { goodPage, type Handler, html, raw, wireFaults } from './bad-wire.ts';
import { selfSigned } from './self-signed.ts';

export { goodPage, smuggled } from './bad-wire.ts';

const status =
  (code: number, headers: Record<string, string> = {}): Handler =>
  (_, response) => {
    response.writeHead(code, { 'content-type': 'text/html', ...headers }).end(`<h1>${code}</h1>`);
  };

/** Sends a piece again and again until the client has had enough, and counts what it took. */
const endless = (
  response: ServerResponse,
  piece: Uint8Array,
  everyMs: number,
  sent: (bytes: number) => void,
  limit = Number.POSITIVE_INFINITY,
) => {
  let bytes = 0;
  const step = () => {
    while (!response.destroyed && bytes < limit) {
      bytes += piece.length;
      sent(bytes);
      if (!response.write(piece)) return void response.once('drain', step);
      if (everyMs > 0) return void setTimeout(step, everyMs);
    }
    response.end();
  };
  step();
};

/** Counters that tests look at afterwards. */
export interface BadServerLog {
  /** paths in the order they were asked for */
  requests: string[];
  headers: IncomingMessage['headers'][];
  /** bytes of `/huge` and `/drip` that were handed to the socket */
  sentBytes: number;
}

const handlers = (log: BadServerLog): Record<string, Handler> => ({
  ...wireFaults,
  '/good': (_, response) => html(response, goodPage),
  '/closes': (_, response) =>
    raw(response, ['HTTP/1.1 200 OK', 'Content-Type: text/html', 'Transfer-Encoding: chunked'], (socket) => {
      socket.write('20\r\n<html><body>half a sent');
      setTimeout(() => socket.destroy(), 20);
    }),
  '/closes-before-answering': (_, response) => void response.socket?.destroy(),
  '/too-short': (_, response) =>
    raw(response, ['HTTP/1.1 200 OK', 'Content-Type: text/html', 'Content-Length: 10000'], (socket) =>
      socket.end(goodPage),
    ),
  '/no-http': (_, response) => raw(response, ['SSH-2.0-OpenSSH_9.2'], (socket) => socket.end()),
  '/two-lengths': (_, response) =>
    raw(response, ['HTTP/1.1 200 OK', 'Content-Length: 10', 'Content-Length: 20'], (socket) =>
      socket.end(goodPage),
    ),
  '/huge-headers': (_, response) =>
    raw(
      response,
      ['HTTP/1.1 200 OK', 'Content-Type: text/html', `X-Filler: ${'x'.repeat(10 * 1024 * 1024)}`],
      (socket) => socket.end(goodPage),
    ),
  '/loop': (_, response, url) => {
    const n = Number(url.searchParams.get('n') ?? 0) + 1;
    response.writeHead(302, { location: `/loop?n=${n}` }).end();
  },
  '/cookie-wall': (request, response) => {
    if (request.headers.cookie?.includes('seen=1')) return html(response, goodPage);
    response.writeHead(302, { location: '/cookie-wall', 'set-cookie': 'seen=1; Path=/; HttpOnly' }).end();
  },
  '/redirect': (_, response, url) => {
    response.writeHead(301, { location: url.searchParams.get('to') ?? '/good' }).end('moved');
  },
  '/silent': () => {},
  '/drip': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    endless(response, Buffer.from('a'), 50, (bytes) => {
      log.sentBytes = bytes;
    });
  },
  '/drip-headers': (_, response) => {
    const socket = response.socket as Socket;
    socket.on('error', () => {});
    socket.write('HTTP/1.1 200 OK\r\n');
    const timer = setInterval(() => socket.write('X-A: b\r\n'), 50);
    socket.on('close', () => clearInterval(timer));
  },
  '/huge': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    endless(
      response,
      Buffer.alloc(64 * 1024, 'a'),
      0,
      (bytes) => {
        log.sentBytes = bytes;
      },
      200 * 1024 * 1024,
    );
  },
  '/huge-declared': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': String(200 * 1024 * 1024) });
    response.write('<html>');
  },
  '/gzip': (_, response) => html(response, gzipSync(goodPage), { 'content-encoding': 'gzip' }),
  '/br': (_, response) => html(response, brotliCompressSync(goodPage), { 'content-encoding': 'br' }),
  '/deflate': (_, response) => html(response, deflateSync(goodPage), { 'content-encoding': 'deflate' }),
  '/deflate-raw': (_, response) =>
    html(response, deflateRawSync(goodPage), { 'content-encoding': 'deflate' }),
  '/gzip-twice': (_, response) =>
    html(response, gzipSync(gzipSync(goodPage)), { 'content-encoding': 'gzip' }),
  '/gzip-broken': (_, response) => {
    const bytes = gzipSync(goodPage.repeat(20));
    bytes.fill(0x55, 30, 60);
    html(response, bytes, { 'content-encoding': 'gzip' });
  },
  '/gzip-cut': (_, response) =>
    html(response, gzipSync(goodPage.repeat(20)).subarray(0, 60), { 'content-encoding': 'gzip' }),
  '/gzip-lie': (_, response) => html(response, goodPage, { 'content-encoding': 'gzip' }),
  '/bomb': (_, response) =>
    html(response, gzipSync(Buffer.alloc(40 * 1024 * 1024)), { 'content-encoding': 'gzip' }),
  '/bomb-twice': (_, response) =>
    html(response, gzipSync(gzipSync(Buffer.alloc(40 * 1024 * 1024))), { 'content-encoding': 'gzip, gzip' }),
  '/zstd': (_, response) => html(response, 'x', { 'content-encoding': 'zstd' }),
  '/image': (_, response) =>
    html(response, Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), { 'content-type': 'image/png' }),
  '/pdf-as-html': (_, response) => html(response, '%PDF-1.7\n'),
  '/pdf-as-attachment': (_, response) =>
    html(response, '%PDF-1.7\n', {
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename=a.pdf',
    }),
  '/html-as-image': (_, response) => html(response, goodPage, { 'content-type': 'image/jpeg' }),
  '/html-as-nothing': (_, response) => void response.writeHead(200).end(goodPage),
  '/binary': (_, response) => html(response, Buffer.alloc(2048, '\u0000\u0001\u0002')),
  '/empty': (_, response) => html(response, ''),
  '/block-page': (_, response) =>
    html(response, '<html><head><title>安全验证</title></head><body>请完成验证后继续访问</body></html>'),
  '/challenge-521': (_, response) =>
    void response.writeHead(521, { 'set-cookie': '__jsluid=1' }).end('<script>document.cookie="a"</script>'),
  '/etag': (request, response) => {
    if (request.headers['if-none-match'] === '"v1"')
      return void response.writeHead(304, { etag: '"v1"' }).end();
    html(response, goodPage, { etag: '"v1"', 'last-modified': 'Tue, 02 Jan 2024 00:00:00 GMT' });
  },
  '/304': (_, response) => void response.writeHead(304).end(),
  '/404': status(404),
  '/410': status(410),
  '/403': status(403),
  '/429': status(429, { 'retry-after': '7' }),
  '/503': status(503, { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() }),
  '/500': status(500),
});

/** A server on the loopback address that plays every fault of a bad one, each under its path. */
export async function startBadServer(): Promise<{
  host: string;
  url: (path: string) => string;
  log: BadServerLog;
  close: () => Promise<void>;
}> {
  const log: BadServerLog = { requests: [], headers: [], sentBytes: 0 };
  const play = handlers(log);
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://bad.example');
    log.requests.push(url.pathname + url.search);
    log.headers.push(request.headers);
    (play[url.pathname] ?? status(404))(request, response, url);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: (path) => `http://${host}${path}`,
    log,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A server that speaks TLS with a certificate that nobody has signed. */
export async function startSelfSignedServer(): Promise<{ host: string; close: () => Promise<void> }> {
  const server = createTlsServer(selfSigned, (_, response) => html(response, goodPage));
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
