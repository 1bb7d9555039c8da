import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';

export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

/** What a page of the bad server says when it behaves. */
export const goodPage =
  '<!doctype html><html><head><title>示例</title></head><body><p>正文第一段。</p></body></html>';

/** An answer that nobody asked for: hidden behind another one, it must never be taken for the next page's. */
export const smuggled = '<html><body>an answer to no question</body></html>';

/** Writes bytes that no HTTP library would let pass. */
export const raw = (response: ServerResponse, head: string[], then?: (socket: Socket) => void): void => {
  const socket = response.socket as Socket;
  socket.on('error', () => {});
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  then?.(socket);
};

export const html = (
  response: ServerResponse,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
};

const zeros = Buffer.alloc(40 * 1024 * 1024);
const brotli = (bytes: Uint8Array) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } });
const packed =
  (encoding: string, body: () => Uint8Array): Handler =>
  (_, response) =>
    html(response, body(), { 'content-encoding': encoding });

/** Faults below HTTP, and bombs of every encoding. */
export const wireFaults: Record<string, Handler> = {
  '/length-too-small': (_, response) =>
    raw(response, ['HTTP/1.1 200 OK', 'Content-Type: text/html', 'Content-Length: 30'], (socket) => {
      const next = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`;
      socket.write(`<html><body>${'一'.repeat(6)}${next}`);
    }),
  '/reset': (_, response) =>
    raw(response, ['HTTP/1.1 200 OK', 'Content-Type: text/html', 'Content-Length: 10000'], (socket) => {
      socket.write('<html><body>half a sent');
      setTimeout(() => socket.resetAndDestroy(), 20);
    }),
  '/reset-before-answering': (_, response) => void (response.socket as Socket).resetAndDestroy(),
  '/http10': (_, response) =>
    raw(response, ['HTTP/1.0 200 OK', 'Content-Type: text/html; charset=utf-8'], (socket) =>
      socket.end(goodPage),
    ),
  '/chunk-garbage': (_, response) =>
    raw(response, ['HTTP/1.1 200 OK', 'Content-Type: text/html', 'Transfer-Encoding: chunked'], (socket) =>
      socket.end('5\r\n<html\r\nno number\r\n<p>\r\n'),
    ),
  '/many-headers': (_, response) =>
    raw(
      response,
      ['HTTP/1.1 200 OK', ...Array.from({ length: 100_000 }, (_, i) => `X-Filler-${i}: ${'x'.repeat(80)}`)],
      (socket) => socket.end(goodPage),
    ),
  '/interim': (_, response) => {
    const socket = response.socket as Socket;
    socket.on('error', () => {});
    const timer = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n'), 20);
    socket.on('close', () => clearInterval(timer));
  },
  '/bomb-br': packed('br', () => brotli(zeros)),
  '/bomb-deflate': packed('deflate', () => deflateSync(zeros)),
  '/bomb-in-br': packed('gzip, br', () => brotli(gzipSync(zeros))),
  '/bomb-untold': packed('gzip', () => gzipSync(gzipSync(zeros))),
  '/layers': packed('gzip, gzip, gzip, gzip', () => gzipSync(gzipSync(gzipSync(gzipSync(goodPage))))),
  '/br-cut': packed('br', () => brotliCompressSync(goodPage.repeat(20)).subarray(0, 40)),
};
