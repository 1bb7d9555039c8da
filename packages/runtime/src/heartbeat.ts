import { closeSync, openSync, rmSync, utimesSync } from 'node:fs';

/**
 * Touches a file every few seconds as long as `answers` resolves: whoever looks at its age (a liveness probe) sees a
 * process that hangs, or that has lost its Redis for good while it says that it works. It holds nothing, for on a full
 * disk nothing could be written.
 * @returns stops it and removes the file
 */
export function heartbeat(file: string, answers: () => Promise<unknown>, everyMs = 10_000): () => void {
  let asked = false;
  let stopped = false;
  const beat = async () => {
    // A connection that waits for Redis to come back answers late: one question at a time.
    if (asked) return;
    asked = true;
    await answers()
      .then(() => stopped || touch(file))
      .catch(() => {});
    asked = false;
  };
  const timer = setInterval(beat, everyMs);
  void beat();
  return () => {
    stopped = true;
    clearInterval(timer);
    rmSync(file, { force: true });
  };
}

function touch(file: string): void {
  closeSync(openSync(file, 'a'));
  const now = new Date();
  utimesSync(file, now, now);
}
