import { createMiddleware } from 'hono/factory';

/**
 * Paths that mean something else to a browser than to us: `//evil.com/x` in a link is another site. No page has such a
 * path, so none is shown under one.
 */
export const plainPaths = createMiddleware(async (c, next) => {
  const path = c.req.path;
  return path.startsWith('//') || path.includes('\\') ? c.text('There is no such page.', 404) : next();
});

/** The dashboard is to look at only: its buttons for one queue are off by its own setting, those for all queues are not. */
export const onlyLooking = createMiddleware(async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  c.header('Allow', 'GET, HEAD');
  return c.text(
    'The dashboard of the queues only shows them. Use `zhibiao queues pause`, `resume`, `retry`.',
    405,
  );
});
