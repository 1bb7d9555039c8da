import type { Redis } from 'ioredis';
import { hostKey } from './host-gate.ts';
import { type KnownRobots, knownRobots } from './robots.ts';

/** How a host stands with all processes together. Times in milliseconds. */
export interface HostState {
  readonly host: string;
  /** requests under way */
  readonly underWay: number;
  /** jobs that were told to come back for a turn */
  readonly waiting: number;
  /** when the next request may start, since the epoch; null where it may start now */
  readonly nextAt: number | null;
  /** until when it is left alone after a refusal, since the epoch; null where it is not */
  readonly penaltyUntil: number | null;
  /** between the starts of two requests, as the last one was told: the source's delay or that of robots.txt */
  readonly delayMs: number | null;
  /** how long its requests take, moving average; null where none has ended within an hour */
  readonly tookMs: number | null;
  readonly robots: KnownRobots | null;
}

/** Reads what the host gate and robots.txt have left in Redis; asks no site. @param now milliseconds since the epoch */
export async function readHostState(
  redis: Redis,
  prefix: string,
  host: string,
  now: number,
): Promise<HostState> {
  const key = (what: Parameters<typeof hostKey>[2]) => hostKey(prefix, host, what);
  const [state, underWay, waiting, https, http] = await Promise.all([
    redis.hmget(key('state'), 'start', 'delay', 'hold', 'penalty'),
    redis.zcount(key('leases'), now, '+inf'),
    redis.zcount(key('line'), now, '+inf'),
    knownRobots(redis, prefix, `https://${host}`),
    knownRobots(redis, prefix, `http://${host}`),
  ]);
  const [start, delayMs, tookMs, penalty] = state.map((value) => (value === null ? null : Number(value)));
  const penaltyUntil = penalty && penalty > now ? penalty : null;
  const next = Math.max(penaltyUntil ?? 0, (start ?? 0) + (delayMs ?? 0));
  return {
    host,
    underWay,
    waiting,
    penaltyUntil,
    nextAt: next > now ? next : null,
    delayMs: delayMs ?? null,
    tookMs: tookMs === null || tookMs === undefined ? null : Math.round(tookMs),
    robots: https ?? http,
  };
}
