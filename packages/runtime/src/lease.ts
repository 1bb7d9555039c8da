import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';

/** Only whoever holds a lease may lengthen it or give it back; a check and then a change would not be one step. */
const renewScript =
  "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0";
const returnScript =
  "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

/** What one process at a time may do. It lapses by itself where its holder dies. */
export interface Lease {
  /** Takes it or lengthens it. @returns whether we hold it now */
  hold(): Promise<boolean>;
  /** Gives it back, so that a successor need not wait for it to lapse. It never fails. */
  giveBack(): Promise<void>;
}

/** @param ms how long it lasts unless it is held again: several times as long as the pauses between */
export function createLease(redis: Redis, key: string, ms: number): Lease {
  const me = randomUUID();
  return {
    async hold() {
      if ((await redis.eval(renewScript, 1, key, me, ms)) === 1) return true;
      return (await redis.set(key, me, 'PX', ms, 'NX')) === 'OK';
    },
    async giveBack() {
      await redis.eval(returnScript, 1, key, me).catch(() => {});
    },
  };
}
