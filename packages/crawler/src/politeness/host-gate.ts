import { randomUUID } from 'node:crypto';
import { present } from '@zhibiao/shared';
import { Script } from '@zhibiao/shared/queues';
import type { Redis } from 'ioredis';
import { untilWindow } from './window.ts';

export interface HostGateOptions {
  /** of all keys */
  prefix: string;
  /** of all leases: names this process, so that others can give back what it held when it is dead */
  owner?: string;
  /**
   * After this time a request counts as over although nobody said so: its worker died. One that is still under way says so
   * several times in it. Milliseconds
   */
  leaseMs?: number;
  /** no caller is told to wait for longer at once. Milliseconds */
  longestWaitMs?: number;
  /** back-off of a host that names no time: the first one and the longest. Milliseconds */
  penaltyMs?: { first: number; longest: number };
}

export interface HostPoliteness {
  /** milliseconds between the starts of two requests */
  delayMs: number;
  /** requests under way at once */
  concurrency: number;
  /** hours of the day, Asia/Shanghai, [from, to) */
  window?: readonly [number, number] | undefined;
  /** who asks, the same each time (the page's URL): keeps the place in the line from one call to the next */
  ticket?: string;
  /** milliseconds since the epoch; the clock of Redis by default, which all machines share */
  now?: number;
}

export type Reservation =
  /** go; `release` when the response is in. It never fails: a lease that cannot be given back lapses */
  | { ok: true; release(): Promise<void> }
  /** ask again then, milliseconds from now */
  | { ok: false; waitMs: number };

/** Who may send a request to a host, and when, across all processes and machines. */
export interface HostGate {
  /** @param host `host:port` or host, as in `URL.host` */
  reserve(host: string, politeness: HostPoliteness): Promise<Reservation>;
  /**
   * Keeps everybody away from a host.
   * @param ms what its Retry-After asks for; null where it names nothing, then the time doubles from one to the next
   * @returns milliseconds for which the host is left alone from now
   */
  penalise(host: string, ms: number | null, now?: number): Promise<number>;
}

export type HostPart = 'state' | 'leases' | 'line';

/** The braces keep one host's keys on one node of a Redis cluster. */
export const hostKey = (prefix: string, host: string, what: HostPart) => `${prefix}:host:{${host}}:${what}`;

export function createHostGate(redis: Redis, options: HostGateOptions): HostGate {
  const { prefix, owner = '', leaseMs = 4_000, longestWaitMs = 600_000 } = options;
  const penaltyMs = options.penaltyMs ?? { first: 15_000, longest: 1_800_000 };
  const reserve = new Script('reserve-host', import.meta.url);
  const release = new Script('release-host', import.meta.url);
  const penalise = new Script('penalise-host', import.meta.url);
  const renew = new Script('renew-host', import.meta.url);
  const key = (host: string, what: HostPart) => hostKey(prefix, host, what);

  return {
    async reserve(host, { delayMs, concurrency, window, ticket = '', now }) {
      const closedMs = window ? untilWindow(window, now ?? Date.now()) : 0;
      if (closedMs > 0) return { ok: false, waitMs: Math.min(closedMs, longestWaitMs) };
      const id = `${owner}/${randomUUID()}`;
      const keys = [key(host, 'state'), key(host, 'leases'), key(host, 'line')];
      const args = [now ?? '', delayMs, concurrency, leaseMs, id, ticket, longestWaitMs];
      const [granted, waitMs] = (await reserve.run(redis, keys, args)) as [number, number];
      if (granted !== 1) return { ok: false, waitMs };
      const begun = performance.now();
      const held = keys.slice(0, 2);
      const renewing = setInterval(
        () =>
          void renew.run(redis, [present(held[1], 'the second of held')], ['', id, leaseMs]).catch(() => {}),
        leaseMs / 4,
      ).unref();
      return {
        ok: true,
        async release() {
          clearInterval(renewing);
          await release.run(redis, held, [id, Math.round(performance.now() - begun)]).catch(() => {});
        },
      };
    },
    async penalise(host, ms, now) {
      const args = [now ?? '', ms === null ? '' : Math.ceil(ms), penaltyMs.first, penaltyMs.longest];
      return (await penalise.run(redis, [key(host, 'state')], args)) as number;
    },
  };
}

/**
 * Frees the slots that a dead process held: their leases would lapse only after some seconds.
 * @param hosts `host:port` or host, as in `URL.host`; slots at other hosts lapse by themselves
 */
export async function giveBackSlots(
  redis: Redis,
  { prefix, owner, hosts }: { prefix: string; owner: string; hosts: Iterable<string> },
): Promise<void> {
  for (const host of hosts) {
    const key = hostKey(prefix, host, 'leases');
    const held = (await redis.zrange(key, '0', '-1')).filter((id) => id.startsWith(`${owner}/`));
    if (held.length > 0) await redis.zrem(key, ...held);
  }
}
