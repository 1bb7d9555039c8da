import type { Hono } from 'hono';
import { compress } from 'hono/compress';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';
import type { ConsoleEnv } from '../route.ts';

/** A file is sent while it is made: it has no tag before its end. */
const streamed = '/api/v1/observations/export';

/** Answers of pages and the API are compressed; those of the API carry a tag, by which they are asked for again. */
export function mountTransport(app: Hono<ConsoleEnv>): void {
  const compressed = compress();
  app.use((c, next) => (c.req.path.startsWith('/queues/board') ? next() : compressed(c, next)));
  const tagged = etag({ weak: true });
  app.use('/api/v1/*', (c, next) => (c.req.path === streamed ? next() : tagged(c, next)));
}

/** Pages of other origins may read the API where a setting names these. @param origins apart by commas, or `*` */
export function mountCors(app: Hono<ConsoleEnv>, origins: string | undefined): void {
  const named = (origins ?? '')
    .split(',')
    .map((origin) => origin.trim())
    .filter(Boolean);
  if (named.length === 0) return;
  app.use(
    '/api/v1/*',
    cors({
      origin: named.includes('*') ? '*' : named,
      allowMethods: ['GET', 'HEAD'],
      allowHeaders: ['Authorization'],
      exposeHeaders: ['ETag'],
      maxAge: 3_600,
    }),
  );
}
