import type { MiddlewareHandler } from 'hono';
import type { ConsoleEnv } from '../route.ts';

/**
 * Whether a request that changes something comes from a page of this console, or from a program. Browsers say where it
 * comes from in `Sec-Fetch-Site`, which no page can forge; there `Origin` may be `null` although the page is our own
 * (a referrer policy or a privacy setting hides it). Without `Sec-Fetch-Site` (older browsers, plain HTTP from another
 * machine) the origin must be the host that was asked. Programs send neither.
 */
function isOwn({ site, origin, host }: { site?: string; origin?: string; host?: string }): boolean {
  if (site === 'same-origin') return true;
  if (site !== undefined && site !== 'none') return false;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** @param refuse answers a change that another site made a visitor's browser send */
export const sameOrigin =
  (refuse: MiddlewareHandler<ConsoleEnv>): MiddlewareHandler<ConsoleEnv> =>
  (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const own = isOwn({
      site: c.req.header('sec-fetch-site'),
      origin: c.req.header('origin'),
      host: c.req.header('host'),
    });
    return own ? next() : refuse(c, next);
  };
