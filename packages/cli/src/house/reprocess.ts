import type { Producer, Run } from '@zhibiao/shared';
import { UsageError } from '@zhibiao/shared';
import type { DocumentStore } from '@zhibiao/store';
import { feed, planReprocess, type ReprocessSelection } from '@zhibiao/store/reprocess';
import type { Progress } from '../output/progress.ts';
import { awaitRun } from './crawl.ts';

/** Begins a reprocess: its selection is kept with the run, so that it can be resumed. @returns the run's id */
export async function beginReprocess(
  store: DocumentStore,
  selection: ReprocessSelection,
  now: number,
): Promise<string> {
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
  const startedAt = Date.now();
  const plan = planReprocess(store.tables, id, run.selection as ReprocessSelection);
  const waiting = async () => {
    const state = await producer.ledger.progress(id);
    const seconds = (Date.now() - startedAt) / 1000;
    const stored = state.byQueue.store?.done ?? 0;
    progress.show(
      `${stored} pages, ${(stored / seconds).toFixed(1)}/s, ${state.open} open, ${state.failed} quarantined`,
    );
    return state.open;
  };
  await feed(plan, (batch) => producer.send(batch), { waiting, signal });
  // Not all has been sent: what has been worked so far is not the end, though nothing may be open.
  if (signal.aborted) {
    await stopReprocess(store, producer, id);
    return producer.ledger.progress(id);
  }
  const left = (open: number, stored: number) => {
    const rate = stored / ((Date.now() - startedAt) / 1000);
    return rate > 0 ? `, about ${Math.ceil(open / rate)} s left` : '';
  };
  const state = await awaitRun(store, producer, id, progress, signal, left);
  if (signal.aborted) await stopReprocess(store, producer, id);
  return state;
}

/** Stops a run where it is: its jobs wait until it is resumed. */
export async function stopReprocess(store: DocumentStore, producer: Producer, id: string): Promise<void> {
  await producer.ledger.stop(id);
  const run = await store.getRun(id);
  if (run?.state === 'running') await store.saveRun({ ...run, state: 'stopped' });
}
