import { createHash, timingSafeEqual } from 'node:crypto';
import { createMiddleware } from 'hono/factory';

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Asks for the token: as a bearer token, or as the password of HTTP Basic with any user name, which browsers ask for by
 * themselves.
 * @param isOpen paths that are answered without it
 */
export function requireToken(token: string, isOpen: (path: string) => boolean) {
  const wanted = digest(token);
  return createMiddleware(async (c, next) => {
    const given = credentials(c.req.header('authorization') ?? '');
    if (isOpen(c.req.path) || (given !== null && timingSafeEqual(digest(given), wanted))) return next();
    c.header('WWW-Authenticate', 'Basic realm="Zhibiao", charset="UTF-8"');
    return c.text(
      'The console asks for its token (ZHIBIAO_TOKEN): any user name, the token as password.',
      401,
    );
  });
}

function credentials(header: string): string | null {
  const [, scheme, value] = /^(bearer|basic)\s+(\S+)$/i.exec(header) ?? [];
  if (!scheme || !value) return null;
  if (scheme.toLowerCase() === 'bearer') return value;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
}
