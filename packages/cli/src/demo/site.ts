import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer } from './site-answer.ts';
import { createRenderer } from './site-body.ts';
import { findPage, loadSite } from './site-manifest.ts';

/** Where the demo site likes to be, so that its addresses are the same at the next start. */
const preferredPort = 8361;

export interface DemoSite {
  /** such as `http://127.0.0.1:8361` */
  origin: string;
  port: number;
  /** lets a day pass: pages change, move and vanish */
  nextDay(): void;
  /** ends open connections too, slow and endless answers included */
  close(): Promise<void>;
}

/**
 * Serves the demo site on the loopback address: imitations of a Discuz! board, a content farm, a portal, an e-paper, a
 * page that renders by script, and of servers that misbehave. A taken port gives way to a free one.
 * @param options.dir folder with one folder per site (`manifest.yaml`, templates) and `texts`
 */
export async function startDemoSite(options: { dir: string; port?: number; day?: 1 | 2 }): Promise<DemoSite> {
  let pages = loadSite(options.dir, options.day);
  const render = createRenderer(options.dir);
  const counts = new Map<string, number>();
  let origin = '';

  const server = createServer((req: IncomingMessage, res: ServerResponse) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.writeHead(405, { allow: 'GET, HEAD', 'content-length': 0 }).end();
      return;
    }
    const url = URL.canParse(req.url ?? '', origin) ? new URL(req.url ?? '', origin) : null;
    const page = url && findPage(pages, url);
    if (!url || !page) {
      res.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end('<h1>404 Not Found</h1>');
      return;
    }
    const count = (counts.get(url.href) ?? 0) + 1;
    counts.set(url.href, count);
    try {
      answer(page, render(page, { origin, url, count }), count, req, res);
    } catch (error) {
      // A mistake in a template or a manifest must not stop the command that serves it.
      res.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(`${page.site}: ${error}`);
    }
  });

  const port = await listen(server, options.port ?? preferredPort);
  origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    port,
    nextDay() {
      pages = loadSite(options.dir, 2);
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, port: number): Promise<number> {
  const attempt = (wanted: number) =>
    new Promise<number>((resolve, reject) => {
      server.once('error', reject);
      server.listen(wanted, '127.0.0.1', () => {
        server.off('error', reject);
        resolve((server.address() as AddressInfo).port);
      });
    });
  try {
    return await attempt(port);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    return await attempt(0);
  }
}
