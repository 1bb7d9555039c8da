import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { present } from '@zhibiao/shared';
import { checkUrl, hostPort } from '../fetch/address.ts';
import { checkPeer, guardedLookup } from '../fetch/connect.ts';
import type { Resolver } from '../fetch/resolver.ts';

export interface GuardProxy {
  /** for the browser's proxy setting */
  readonly url: string;
  /** why requests to a `host:port` failed before an answer came, the first reason each */
  readonly failures: ReadonlyMap<string, Error>;
  /** true once the bytes received for this page passed the limit; nothing more is let through then */
  readonly exhausted: boolean;
  close(): Promise<void>;
}

export interface GuardProxyOptions {
  resolver: Resolver;
  /** `host:port` that may be private */
  allowHosts: readonly string[];
  /** bytes that may come in for the whole page */
  maxBytes: number;
  /** bytes of one response's header block; plain http only, a tunnel is opaque */
  maxHeaderBytes: number;
  connectTimeoutMs: number;
}

/** Headers that belong to one connection (RFC 9110 7.6.1), not to the message. */
const hopByHop = new Set([
  'connection',
  'proxy-connection',
  'keep-alive',
  'proxy-authorization',
  'te',
  'upgrade',
]);

/**
 * A forward proxy on the loopback address through which one page's browser context sends everything: documents,
 * scripts, sockets, preconnects and workers alike. It looks names up, decides about the address and connects to
 * what it decided on, so the browser itself never chooses whom to talk to.
 */
export async function startGuardProxy(options: GuardProxyOptions): Promise<GuardProxy> {
  const failures = new Map<string, Error>();
  const sockets = new Set<Socket>();
  let received = 0;

  const track = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
  };
  const count = (chunk: Uint8Array) => {
    received += chunk.length;
    if (received > options.maxBytes) for (const socket of sockets) socket.destroy();
  };
  const fail = (host: string, error: Error) => {
    if (!failures.has(host)) failures.set(host, error);
  };
  /** @throws ForbiddenAddressError, UnsupportedUrlError; Error once the page's bytes are used up */
  const dial = (address: string): { socket: Socket; url: URL } => {
    if (received > options.maxBytes) throw new Error('the bytes of this page are used up');
    const { url, trusted } = checkUrl(address, options.allowHosts);
    const lookup = guardedLookup(options.resolver, trusted);
    const port = Number(hostPort(url).split(':').at(-1));
    const socket = connect({ host: bare(url), port, lookup, autoSelectFamily: true });
    track(socket);
    socket.setTimeout(options.connectTimeoutMs, () => {
      socket.destroy(Object.assign(new Error('the connection took too long'), { code: 'ETIMEDOUT' }));
    });
    socket.once('connect', () => {
      socket.setTimeout(0);
      try {
        if (!trusted) checkPeer(socket, hostPort(url));
      } catch (error) {
        fail(hostPort(url), error as Error);
      }
    });
    return { socket, url };
  };

  /** https and web sockets: the browser asks for a tunnel. */
  function tunnel(request: IncomingMessage, client: Socket, head: Buffer): void {
    const host = request.url ?? '';
    const refuse = (error: Error) => {
      fail(host, error);
      client.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n');
    };
    try {
      const { socket: server } = dial(`https://${host}`);
      server.once('connect', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        if (head.length > 0) server.write(head);
        server.on('data', count);
        server.pipe(client).pipe(server);
      });
      server.on('error', refuse).on('close', () => client.destroy());
      client.on('close', () => server.destroy());
    } catch (error) {
      refuse(error as Error);
    }
  }

  /** Plain http: the browser sends the whole URL. */
  function forward(request: IncomingMessage, response: ServerResponse): void {
    const address = request.url ?? '';
    const refuse = (error: Error) => {
      if (URL.canParse(address)) fail(hostPort(new URL(address)), error);
      if (response.headersSent) response.destroy();
      else response.writeHead(502).end();
    };
    try {
      const { socket, url } = dial(address);
      const outgoing = httpRequest({
        // Without an agent: an agent would make a connection of its own.
        createConnection: () => socket,
        path: url.pathname + url.search,
        method: request.method ?? 'GET',
        headers: endToEnd(request.rawHeaders),
        maxHeaderSize: options.maxHeaderBytes,
      });
      outgoing.on('response', (answer) => {
        response.writeHead(answer.statusCode ?? 502, endToEnd(answer.rawHeaders));
        answer.on('data', count).on('error', () => response.destroy());
        answer.pipe(response);
      });
      outgoing.on('error', refuse);
      response.on('close', () => outgoing.destroy());
      request.pipe(outgoing);
    } catch (error) {
      refuse(error as Error);
    }
  }

  const server = createServer(forward).on('connect', tunnel).on('connection', track);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    failures,
    get exhausted() {
      return received > options.maxBytes;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** @returns the host without the brackets of an IPv6 address */
function bare(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** @returns raw headers, name and value in turn, without those that end at this connection */
function endToEnd(raw: readonly string[]): string[] {
  return raw.filter((_, i) => !hopByHop.has(present(raw[i - (i % 2)], 'an item of raw').toLowerCase()));
}
