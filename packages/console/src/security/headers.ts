import { createMiddleware } from 'hono/factory';

const own = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-src': "'self'",
  'frame-ancestors': "'none'",
};

/** The dashboard of the queues sets styles by script and a base address, and has its fonts inside. */
const dashboard = {
  ...own,
  // It stands in a page of ours, below our header.
  'frame-ancestors': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self' data:",
  'base-uri': "'self'",
};

const policy = (directives: Record<string, string>) =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

const ownPolicy = policy(own);
const dashboardPolicy = policy(dashboard);

/** Crawled text is shown here: whatever slipped through escaping could still neither run nor load nor send anything. */
export const securityHeaders = createMiddleware(async (c, next) => {
  await next();
  const headers = c.res.headers;
  headers.set(
    'Content-Security-Policy',
    c.req.path.startsWith('/queues/board') ? dashboardPolicy : ownPolicy,
  );
  headers.set('X-Content-Type-Options', 'nosniff');
  // Not `no-referrer`: with it browsers send `Origin: null` with the console's own forms. Other sites still learn nothing.
  headers.set('Referrer-Policy', 'same-origin');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  if (!c.req.path.startsWith('/assets') && !c.req.path.startsWith('/queues/board/static')) {
    // What has a tag may be kept by its reader, who asks each time whether it still holds.
    headers.set('Cache-Control', headers.has('ETag') ? 'private, no-cache' : 'no-store');
  }
});
