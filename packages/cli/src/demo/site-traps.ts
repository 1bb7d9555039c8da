import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
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
      res.write(body.subarray(0, trap.bytes), () => res.destroy());
      return true;
    case 'headers':
      for (let i = 0; i * 1_000 < trap.bytes; i += 1) res.setHeader(`x-filler-${i}`, 'x'.repeat(1_000));
      return false;
    case 'broken-gzip':
      res.setHeader('content-encoding', 'gzip');
      return false;
    case 'zip-bomb':
      res.setHeader('content-encoding', 'gzip');
      send(res, Readable.from(flood(trap.bytes)).pipe(createGzip()));
      return true;
  }
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
