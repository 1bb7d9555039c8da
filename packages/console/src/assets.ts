import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import type { ConsoleEnv } from './route.ts';

const files = {
  'console.css': 'text/css; charset=utf-8',
  'console.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

/** Serves the few files of the interface from memory; nothing is loaded from elsewhere. */
export function serveAssets(app: Hono<ConsoleEnv>): void {
  for (const [name, type] of Object.entries(files)) {
    const body = readFileSync(new URL(`../assets/${name}`, import.meta.url));
    app.get(`/assets/${name}`, (c) =>
      c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }),
    );
  }
}
