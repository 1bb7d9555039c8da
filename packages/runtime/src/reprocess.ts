import type { Producer, Run, Progress as RunProgress } from '@zhibiao/shared';
import { UsageError } from '@zhibiao/shared';
import type { DocumentStore } from '@zhibiao/store';
import { feed, planReprocess, type ReprocessSelection, readSelection } from '@zhibiao/store/reprocess';
import { awaitRun } from './crawl.ts';
import { paceText } from './pace.ts';
import type { Progress } from './progress.ts';

/** Begins a reprocess: its selection is kept with the run, so that it can be resumed. @returns the run's id. @throws UsageError */
export async function beginReprocess(
  store: DocumentStore,
  selection: ReprocessSelection,
  now: number,
): Promise<string> {
  // A run whose selection is wrong could never be driven, and would stand in the list for ever.
  readSelection(selection);
  const id = `reprocess-${now.toString(36)}`;
  const run: Run = {
    ...{ id, type: 'reprocess', state: 'running', startedAt: now, finishedAt: null, counts: {} },
    selection: selection as Record<string, unknown>,
  };
  await store.saveRun(run);
  return id;
}

/**
 * Plans the run (again) and hands its messages to the queues, never too many at once, until all have been worked or the
 * signal is given. Planning again sends what is missing only: that is how a stopped reprocess goes on.
 * @throws UsageError when there is no such reprocess
 */
export async function driveReprocess(
  store: DocumentStore,
  producer: Producer,
  id: string,
  progress: Progress,
  signal: AbortSignal,
) {
  const run = await store.getRun(id);
  if (run?.type !== 'reprocess')
    throw new UsageError(`There is no reprocess ${id}; \`zhibiao runs\` lists them.`, id);
  await producer.ledger.resume(id);
  if (run.state === 'stopped') await store.saveRun({ ...run, state: 'running' });
  const plan = () => planReprocess(store.tables, id, run.selection as ReprocessSelection);
  const startedAt = Date.now();
  const before = (await producer.ledger.progress(id)).byQueue.store?.done ?? 0;
  let planned: number | null = null;
  // Counted beside the work: how long it will take is known before all has been sent.
  const counting = countOf(plan(), signal).then((n) => {
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
  const waiting = async () => {
    const state = await producer.ledger.progress(id);
    progress.show(`${paceOf(state)}, ${state.open} open, ${state.failed} quarantined`);
    return state.open;
  };
  try {
    await feed(plan(), (batch) => producer.send(batch), { waiting, signal });
  } finally {
    await counting;
  }
  // Not all has been sent: what has been worked so far is not the end, though nothing may be open.
  if (signal.aborted) {
    await stopReprocess(store, producer, id);
    return producer.ledger.progress(id);
  }
  const state = await awaitRun(store, producer, id, progress, signal, paceOf);
  if (signal.aborted) await stopReprocess(store, producer, id);
  return state;
}

/** @returns how many there are; null when it was told to stop */
async function countOf(items: AsyncIterable<unknown>, signal: AbortSignal): Promise<number | null> {
  let n = 0;
  for await (const _ of items) {
    if (signal.aborted) return null;
    n++;
  }
  return n;
}

/** Stops a run where it is: its jobs wait until it is resumed. */
export async function stopReprocess(store: DocumentStore, producer: Producer, id: string): Promise<void> {
  await producer.ledger.stop(id);
  const run = await store.getRun(id);
  if (run?.state === 'running') await store.saveRun({ ...run, state: 'stopped' });
}
