import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import type { ConsoleEnv } from './route.ts';

const directory = new URL('../assets/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, directory), 'utf8');

/** The stylesheet is written in parts, in the order of their names. */
const stylesheet = () =>
  readdirSync(new URL('css/', directory))
    .sort()
    .map((part) => read(`css/${part}`))
    .join('');

/** Serves the few files of the interface from memory; nothing is loaded from elsewhere. */
export function serveAssets(app: Hono<ConsoleEnv>): void {
  serve(app, 'console.css', 'text/css; charset=utf-8', stylesheet());
  serve(app, 'console.js', 'text/javascript; charset=utf-8', read('console.js'));
  serve(app, 'icon.svg', 'image/svg+xml', read('icon.svg'));
}

function serve(app: Hono<ConsoleEnv>, name: string, type: string, body: string): void {
  const tag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  app.get(`/assets/${name}`, (c) => {
    const headers = { 'Content-Type': type, 'Cache-Control': 'no-cache', ETag: tag };
    return c.req.header('if-none-match') === tag ? c.body(null, 304, headers) : c.body(body, 200, headers);
  });
}
