import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A TCP proxy on loopback that can cut a line in the middle of what a client sends. */
export interface Proxy {
  readonly port: number;
  readonly cuts: number;
  /** Lets so many more bytes of the clients through, then cuts the line of the one that sent the last. */
  cutAfter(bytes: number): void;
  close(): Promise<void>;
}

export async function startProxy(target: { host: string; port: number }): Promise<Proxy> {
  const open = new Set<Socket>();
  let left = Number.POSITIVE_INFINITY;
  let cuts = 0;
  const server = createServer((client) => {
    const upstream = connect(target);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => {}).on('close', () => open.delete(socket));
    }
    upstream.pipe(client);
    client.on('close', () => upstream.destroy());
    client.on('data', (chunk) => {
      const passed = chunk.subarray(0, left);
      left -= passed.byteLength;
      upstream.write(passed);
      if (left > 0) return;
      left = Number.POSITIVE_INFINITY;
      cuts++;
      upstream.end();
      client.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    get cuts() {
      return cuts;
    },
    cutAfter(bytes) {
      left = bytes;
    },
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
