import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { endChild } from './programs.ts';

/** Pauses before a server that died is started again, milliseconds: the first and the longest. */
const pauses = { first: 100, most: 5_000 };
/** One that has run for so long had begun well, milliseconds. */
const longMs = 10_000;

/** A server process that is started again whenever it dies. */
export interface KeptProcess {
  /** the one that runs now */
  readonly child: ChildProcess;
  /** Asks it to end, and starts no other. */
  stop(): Promise<void>;
}

/**
 * @param first runs already
 * @param start starts its successor
 * @param onDeath told what ended it, before it is started again
 */
export function keepRunning(
  first: ChildProcess,
  start: () => ChildProcess,
  onDeath: (why: string) => void,
): KeptProcess {
  const stopping = new AbortController();
  let child = first;
  const watch = (pause: number) => {
    const begun = Date.now();
    // A program that cannot be started has no exit: it says so here.
    child.once('error', () => {});
    child.once('exit', async (code, signal) => {
      if (stopping.signal.aborted) return;
      const next = Date.now() - begun > longMs ? pauses.first : pause;
      onDeath(signal ?? `code ${code}`);
      await sleep(next, undefined, { ref: false, signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      child = start();
      watch(Math.min(2 * next, pauses.most));
    });
  };
  watch(pauses.first);
  return {
    get child() {
      return child;
    },
    async stop() {
      stopping.abort();
      await endChild(child, () => child.kill('SIGTERM'));
    },
  };
}
