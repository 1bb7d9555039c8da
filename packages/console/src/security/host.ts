import { isIP } from 'node:net';
import { UsageError } from '@zhibiao/shared';
import { createMiddleware } from 'hono/factory';
import type { ConsoleDeps } from '../deps.ts';

/** @param host a name or an address, IPv6 with or without brackets */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

/** @throws UsageError where the console would be open to others without a password */
export function checkExposure({ host, token, tokenFile }: ConsoleDeps['config']): void {
  if (isLoopback(host) || token || tokenFile) return;
  throw new UsageError(
    `The console would listen on ${host}, where others reach it, without a password. Set ZHIBIAO_TOKEN (at least 16 characters) or ZHIBIAO_TOKEN_FILE, or leave ZHIBIAO_HOST at 127.0.0.1.`,
    'ZHIBIAO_TOKEN',
  );
}

/**
 * Against DNS rebinding: a page of another site can make its own name resolve to this machine, and then reads the
 * console as its own origin; only the Host header tells. With a token there is no need: the browser holds none for
 * that name.
 */
export const loopbackNames = ({ config }: Pick<ConsoleDeps, 'config'>) =>
  createMiddleware(async (c, next) => {
    const name = (c.req.header('host') ?? '').replace(/:\d+$/, '');
    if (!config.token && !config.tokenFile && !isLoopback(name) && name !== config.host) {
      return c.text(`The console does not answer for the name ${name}; ask for 127.0.0.1 or localhost.`, 421);
    }
    return next();
  });
