import { constants } from 'node:crypto';
import type { LookupFunction, Socket } from 'node:net';
import { present } from '@zhibiao/shared';
import { buildConnector } from 'undici';
import { addressLiteral, forbiddenRange, refuse } from './address.ts';
import type { Resolver } from './resolver.ts';

/**
 * The name lookup of a socket: whatever is connected to is what was checked here, as `net` asks once and
 * connects to the answer (so a name that changes its address between check and use gains nothing).
 * Public addresses are kept, others dropped; a host with none left is refused.
 */
export function guardedLookup(resolver: Resolver, trusted: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolver(hostname)
      .then((found) => {
        if (found.length === 0)
          throw Object.assign(new Error(`no address for ${hostname}`), { code: 'ENOTFOUND' });
        const usable = trusted ? found : found.filter(({ address }) => forbiddenRange(address) === null);
        if (usable.length === 0) refuse(present(found[0], 'the first of found').address, hostname, hostname);
        return usable;
      })
      .then(
        (usable) => {
          if (options.all) callback(null, usable);
          else
            callback(
              null,
              present(usable[0], 'the first of usable').address,
              present(usable[0], 'the first of usable').family,
            );
        },
        (error: NodeJS.ErrnoException) => callback(error, '', 0),
      );
  };
}

/** Checks again what a socket is really connected to. @throws ForbiddenAddressError, the socket destroyed */
export function checkPeer(socket: Socket, host: string): void {
  try {
    refuse(socket.remoteAddress ?? 'unknown', host, host);
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

/** undici's connector with the address decision in it. `trusted` connectors serve allow-listed hosts only. */
export function guardedConnector(
  resolver: Resolver,
  timeoutMs: number,
  trusted: boolean,
): buildConnector.connector {
  const connect = buildConnector({
    timeout: timeoutMs,
    lookup: guardedLookup(resolver, trusted),
    autoSelectFamily: true,
    // Old portals still renegotiate the old way; every browser lets them.
    secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
  } as buildConnector.BuildOptions);
  return (options, callback) => {
    const host = `${options.hostname}:${options.port}`;
    try {
      // `net` does not look up literal addresses.
      const literal = addressLiteral(options.hostname);
      if (!trusted && literal !== null) refuse(literal, host, host);
    } catch (error) {
      callback(error as Error, null);
      return;
    }
    connect(options, (...[error, socket]: Parameters<buildConnector.Callback>) => {
      if (error !== null) return callback(error, null);
      try {
        if (!trusted) checkPeer(socket, host);
        callback(null, socket);
      } catch (refused) {
        callback(refused as Error, null);
      }
    });
  };
}
