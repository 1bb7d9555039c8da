import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { constants, createBrotliCompress, createDeflate, createGzip } from 'node:zlib';
import type { Trap } from './site-manifest.ts';

const filler = Buffer.from(`<p>${'数'.repeat(1_000)}</p>\n`);

/**
 * Plays a bad server.
 * @param count how often this address was asked for
 * @returns false where the page shall be answered as usual
 */
export function springTrap(trap: Trap, body: Buffer, count: number, res: ServerResponse): boolean {
  switch (trap.kind) {
    case 'wait': {
      const timer = setTimeout(() => res.end(body), trap.ms);
      res.on('close', () => clearTimeout(timer));
      return true;
    }
    case 'busy':
      if (count > trap.times) return false;
      res.writeHead(trap.status, { 'retry-after': String(trap.retryAfter), 'content-length': 0 }).end();
      return true;
    case 'drip':
      send(res, drip(body, trap.ms));
      return true;
    case 'flood':
      send(res, flood(trap.bytes));
      return true;
    case 'cut':
      res.writeHead(200, { 'content-length': body.length });
      res.write(body.subarray(0, trap.bytes), () =>
        trap.reset ? res.socket?.resetAndDestroy() : res.destroy(),
      );
      return true;
    case 'short':
      sendRaw(res, ['HTTP/1.1 200 OK', html, `Content-Length: ${trap.bytes}`], body);
      return true;
    case 'silent':
      return true;
    case 'old-http':
      sendRaw(res, ['HTTP/1.0 200 OK', html], body);
      return true;
    case 'broken-chunks':
      sendRaw(res, ['HTTP/1.1 200 OK', html, 'Transfer-Encoding: chunked'], Buffer.from('many\r\n<p>\r\n'));
      return true;
    case 'headers':
      for (let i = 0; i * 1_000 < trap.bytes; i += 1) res.setHeader(`x-filler-${i}`, 'x'.repeat(1_000));
      return false;
    case 'broken-gzip':
      res.setHeader('content-encoding', 'gzip');
      return false;
    case 'zip-bomb':
      res.setHeader('content-encoding', trap.encodings.join(', '));
      send(
        res,
        trap.encodings.reduce(
          (packed, name) => packed.pipe(packers[name]()),
          Readable.from(flood(trap.bytes)),
        ),
      );
      return true;
  }
}

const html = 'Content-Type: text/html; charset=utf-8';

/** Fast ones: what they make is small anyway. */
const packers = {
  gzip: createGzip,
  deflate: createDeflate,
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 2 } }),
};

/** What no HTTP library would send, and the end of the connection. */
function sendRaw(res: ServerResponse, head: readonly string[], body: Buffer): void {
  res.socket?.write(`${head.join('\r\n')}\r\n\r\n`);
  res.socket?.end(body);
}

async function* drip(body: Buffer, ms: number): AsyncGenerator<Buffer> {
  for (let i = 0; ; i = (i + 1) % body.length) {
    yield body.subarray(i, i + 1);
    await wait(ms, undefined, { ref: false });
  }
}

function* flood(bytes: number): Generator<Buffer> {
  for (let sent = 0; sent < bytes; sent += filler.length) yield filler;
}

/** Streams with back pressure; ends with the client's patience. */
function send(res: ServerResponse, source: AsyncIterable<Buffer> | Iterable<Buffer> | Readable): void {
  const stream = source instanceof Readable ? source : Readable.from(source);
  res.on('close', () => stream.destroy());
  stream.on('error', () => res.destroy());
  stream.pipe(res);
}
