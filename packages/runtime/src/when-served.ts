import { setTimeout as sleep } from 'node:timers/promises';
import { isServiceFault, type Logger } from '@zhibiao/shared';

const pauseMs = { first: 500, most: 2_000 };

/**
 * Starts what needs the store and Redis, again and again while these are away: a process that ends instead would be
 * started again with ever longer pauses, long after they are back.
 * @param stopped resolves when the process shall end: then nothing is started any more
 * @param onAway told each time what is away
 * @returns null where it was stopped before
 * @throws what `start` throws for any other reason
 */
export async function whenServed<T>(
  start: () => Promise<T>,
  log: Logger,
  stopped: Promise<unknown>,
  onAway: (error: Error) => Promise<void> | void = () => {},
): Promise<T | null> {
  let isStopped = false;
  const stop = stopped.then(() => {
    isStopped = true;
  });
  for (let ms = pauseMs.first; !isStopped; ms = Math.min(2 * ms, pauseMs.most)) {
    try {
      return await start();
    } catch (error) {
      if (!isServiceFault(error)) throw error;
      if (ms === pauseMs.first) log.error(`${(error as Error).message} Waiting until it is back.`);
      await onAway(error as Error);
      await Promise.race([sleep(ms), stop]);
    }
  }
  return null;
}
