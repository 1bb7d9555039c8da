import type { Run } from '@zhibiao/shared';
import type { Progress } from '@zhibiao/shared/queues';
import type { DocumentStore } from '@zhibiao/store';
import { clockOf, type RunDeps } from './deps.ts';

/**
 * Ends a run that has been fed and has no open jobs, with its counts, times and failures by class.
 * @returns the run as it is now; null when there is none
 */
export async function finishRun(deps: RunDeps, id: string): Promise<Run | null> {
  const { store, producer } = deps;
  const run = await store.getRun(id);
  if (run?.state !== 'running' || run.fedAt === null) return run;
  const progress = await producer.ledger.progress(id);
  if (progress.open > 0) return run;
  const outcome = await outcomeOf(store, run, progress);
  const failed = run.reason !== null || (progress.done === 0 && (outcome.counts.failed ?? 0) > 0);
  const ended: Run = { ...run, ...outcome, state: failed ? 'failed' : 'done', finishedAt: clockOf(deps) };
  await store.saveRun(ended);
  // A record was retried in between: the run goes on.
  if ((await producer.ledger.progress(id)).open === 0) return ended;
  await store.saveRun(run);
  return run;
}

/** What is kept of a run beyond the life of its ledger. */
export async function outcomeOf(
  store: DocumentStore,
  { id, earlier }: Run,
  { byQueue }: Progress,
): Promise<Pick<Run, 'counts' | 'failures'>> {
  const counts: Record<string, number> = { ...earlier };
  for (const [queue, { done }] of Object.entries(byQueue)) counts[queue] = (counts[queue] ?? 0) + done;
  const failures: Record<string, number> = {};
  for (const { error } of await store.listQuarantine({ run: id, limit: 100_000 }))
    failures[error] = (failures[error] ?? 0) + 1;
  counts.failed = Object.values(failures).reduce((sum, n) => sum + n, 0);
  return { counts, failures };
}
