import type { Run } from '@zhibiao/shared';
import type { Producer, Progress } from '@zhibiao/shared/queues';
import type { ConsoleDeps } from '../deps.ts';

export interface RunWithProgress extends Run {
  /** null where Redis does not answer */
  readonly progress: Progress | null;
}

/** Newest first. */
export async function listRuns(
  { store, producer }: Pick<ConsoleDeps, 'store' | 'producer'>,
  limit: number,
): Promise<RunWithProgress[]> {
  const runs = await store.listRuns(limit);
  return Promise.all(runs.map((run) => withProgress(producer, run)));
}

/** The run with what its ledger in Redis says; the ledger forgets after two weeks, then the run's own counts speak. */
export async function withProgress(producer: Producer, run: Run): Promise<RunWithProgress> {
  const progress = await producer.ledger.progress(run.id).catch(() => null);
  return { ...run, progress };
}
