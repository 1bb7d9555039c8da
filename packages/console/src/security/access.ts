import { getConnInfo } from '@hono/node-server/conninfo';
import type { Logger } from '@zhibiao/shared';
import type { Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { problem } from '../api/problem.ts';
import type { ConsoleContext, ConsoleEnv } from '../route.ts';
import { Guesses } from './guesses.ts';
import { Sessions, sessionSeconds } from './sessions.ts';
import { pathBack, signInPage } from './sign-in.ts';
import type { Role, Tokens } from './tokens.ts';

const cookie = 'zhibiao_session';
/** What the form looks like is no secret. */
const formAssets = new Set(['/assets/console.css', '/assets/icon.svg']);

export interface Access {
  readonly tokens: Tokens;
  readonly log: Logger;
  readonly now: () => number;
  /** paths that are answered without a token */
  readonly isOpen: (path: string) => boolean;
}

/**
 * Who may come in. People sign in at `/sign-in` and get a session; programs send the token as Bearer, or as the password of
 * HTTP Basic with any user name. The read-only token reads the API, the feeds and answers assistants, and nothing else.
 */
export function mountAccess(app: Hono<ConsoleEnv>, { tokens, log, now, isOpen }: Access): void {
  const sessions = new Sessions(now);
  const guesses = new Guesses(now);

  /** @returns the token's role; 'wait' where too many wrong ones have come from there */
  const judge = (c: Context, given: string): Role | 'wait' | null => {
    const address = addressOf(c);
    const wait = guesses.waitMs(address);
    if (wait > 0) {
      c.header('Retry-After', String(Math.ceil(wait / 1_000)));
      return 'wait';
    }
    const role = tokens.roleOf(given);
    if (role) guesses.succeeded(address);
    else log.warn({ address, failures: guesses.failed(address) }, 'a wrong token was sent to the console');
    return role;
  };

  app.get('/sign-in', (c) => signInPage(c, pathBack(c.req.query('next')), null));
  app.post('/sign-in', async (c) => {
    const { token, next } = await c.req.parseBody();
    const back = pathBack(next);
    const role = judge(c, typeof token === 'string' ? token.trim() : '');
    if (role !== 'full') return signInPage(c, back, role === 'wait' ? 'wait' : 'wrong');
    setCookie(c, cookie, sessions.begin(tokens.generation()), {
      httpOnly: true,
      sameSite: 'Strict',
      secure: new URL(c.req.url).protocol === 'https:',
      path: '/',
      maxAge: sessionSeconds,
    });
    return c.redirect(back, 303);
  });
  app.post('/sign-out', (c) => {
    sessions.end(getCookie(c, cookie) ?? '');
    deleteCookie(c, cookie, { path: '/' });
    return c.redirect('/sign-in', 303);
  });

  app.use(async (c, next) => {
    if (isOpen(c.req.path) || formAssets.has(c.req.path)) return next();
    const session = getCookie(c, cookie);
    if (session && sessions.holds(session, tokens.generation())) {
      c.set('signedIn', true);
      return next();
    }
    const given = credentials(c.req.header('authorization') ?? '');
    const role = given === null ? null : judge(c, given);
    if (role === 'full') return next();
    if (role === 'read') {
      if (isForReaders(c.req.method, c.req.path)) return next();
      return refuse(c, 403, 'This token only reads the API and the feeds.');
    }
    if (role === 'wait') return refuse(c, 429, 'Too many wrong tokens came from this address. Wait.');
    if (c.req.method === 'GET' && given === null && (c.req.header('accept') ?? '').includes('text/html')) {
      const { pathname, search } = new URL(c.req.url);
      return c.redirect(`/sign-in?next=${encodeURIComponent(pathBack(pathname + search))}`, 303);
    }
    c.header('WWW-Authenticate', 'Basic realm="Zhibiao", charset="UTF-8"');
    return refuse(
      c,
      401,
      'The console asks for its token (ZHIBIAO_TOKEN): as Bearer, or as the password of Basic with any user name. People sign in at /sign-in.',
    );
  });
}

/** Programs are answered in the form of the API's other errors. */
const refuse = (c: ConsoleContext, status: 401 | 403 | 429, why: string): Response =>
  c.req.path.startsWith('/api/') ? problem(c, status, 'AccessError', why) : c.text(why, status);

const isForReaders = (method: string, path: string): boolean =>
  method === 'GET' || method === 'HEAD'
    ? /^\/api\/|\.atom$/.test(path) || path === '/mcp'
    : method === 'POST' && path === '/mcp';

/** The address of the connection: what a proxy in front says about itself could be said by anyone. */
function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown'; // asked without a connection, in a test
  }
}

function credentials(header: string): string | null {
  const [, scheme, value] = /^(bearer|basic)\s+(\S+)$/i.exec(header) ?? [];
  if (!scheme || !value) return null;
  if (scheme.toLowerCase() === 'bearer') return value;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
}
