import { type ServerType, serve } from '@hono/node-server';
import { UsageError } from '@zhibiao/shared';
import type { Hono } from 'hono';
import type { ConsoleDeps } from './deps.ts';
import type { ConsoleEnv } from './route.ts';
import { isLoopback } from './security/host.ts';

export interface Listening {
  /** to open in a browser on this machine */
  readonly url: string;
  close(): Promise<void>;
}

/** @throws UsageError when it cannot listen on the address */
export function listen(
  { fetch }: Pick<Hono<ConsoleEnv>, 'fetch'>,
  { config, log }: Pick<ConsoleDeps, 'config' | 'log'>,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: config.host, port: config.port }, ({ port }) => {
      const name =
        isLoopback(config.host) && config.host.includes(':') ? `[${config.host}]` : hostToOpen(config.host);
      const url = `http://${name}:${port}`;
      log.info({ url }, 'the console listens');
      resolve({ url, close: () => close(server) });
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'something else listens there' : error.message;
      const fix = 'Set ZHIBIAO_PORT to another port, or to 0 for any.';
      reject(
        new UsageError(
          `The console cannot listen on ${config.host}:${config.port}: ${why}. ${fix}`,
          'ZHIBIAO_PORT',
        ),
      );
    });
  });
}

/** A wildcard address listens everywhere and can be opened nowhere. */
const hostToOpen = (host: string) => (host === '0.0.0.0' || host === '::' ? 'localhost' : host);

function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Browsers keep connections open; waiting for them would take minutes.
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
