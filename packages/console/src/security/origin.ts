import { createMiddleware } from 'hono/factory';

/**
 * Against requests that other sites make a visitor's browser send: whatever is not a plain reading must come from a
 * page of this console. Programs, which send neither header, may.
 */
export const sameOrigin = createMiddleware(async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const foreign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== c.req.header('host')));
  return foreign ? c.text('Changes are accepted from the console itself only.', 403) : next();
});
