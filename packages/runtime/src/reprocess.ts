import type { Progress as RunProgress } from '@zhibiao/shared/queues';
import { planReprocess, type ReprocessSelection } from '@zhibiao/store/reprocess';
import { paceText } from './pace.ts';
import type { Progress } from './progress.ts';
import { awaitRun, feedRun, type RunDeps, runIn, stopRun } from './runs.ts';

/**
 * Feeds a reprocess, unless another process does, and waits for its end, showing how far it is and how long it will take.
 * When the signal is given the run is stopped.
 * @throws UsageError when there is no such run or it does not run
 */
export async function driveReprocess(deps: RunDeps, id: string, progress: Progress, signal: AbortSignal) {
  const { store, producer } = deps;
  const run = await runIn(deps, id, ['running']);
  const startedAt = Date.now();
  const before = (await producer.ledger.progress(id)).byQueue.store?.done ?? 0;
  let planned: number | null = null;
  // Counted beside the work: how long it will take is known before all has been sent.
  const plan = planReprocess(store.tables, id, run.selection as ReprocessSelection);
  const counting = countOf(plan, signal).then((n) => {
    planned = n;
  });
  const paceOf = (state: RunProgress) =>
    paceText({
      done: state.byQueue.store?.done ?? 0,
      before,
      failed: state.failed,
      planned,
      seconds: (Date.now() - startedAt) / 1_000,
    });
  const ended = new AbortController();
  const feeding = feedRun(deps, id, { signal: AbortSignal.any([signal, ended.signal]) });
  try {
    const state = await Promise.race([
      awaitRun(deps, id, progress, signal, paceOf),
      // Where another process feeds it there is only its end to wait for.
      feeding.then(() => never),
    ]);
    if (!signal.aborted) return state;
    await feeding;
    if ((await store.getRun(id))?.state === 'running') await stopRun(deps, id);
    return producer.ledger.progress(id);
  } finally {
    ended.abort();
    await counting;
    await feeding.catch(() => {});
  }
}

const never = new Promise<never>(() => {});

/** @returns how many there are; null when it was told to stop */
async function countOf(items: AsyncIterable<unknown>, signal: AbortSignal): Promise<number | null> {
  let n = 0;
  for await (const _ of items) {
    if (signal.aborted) return null;
    n++;
  }
  return n;
}
