import type { Run } from '@zhibiao/shared';
import { queueNames } from '@zhibiao/shared/messages';
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
  const isForgotten = progress !== null && progress.open + progress.done + progress.failed === 0;
  return { ...run, progress: isForgotten && run.finishedAt !== null ? progressOf(run) : progress };
}

/** What a run has kept of its progress: how much each queue has done, and how much failed in all of them. */
function progressOf({ counts }: Run): Progress {
  const byQueue = Object.fromEntries(
    queueNames.flatMap((queue) =>
      counts[queue] ? [[queue, { open: 0, done: counts[queue], failed: 0 }] as const] : [],
    ),
  );
  const done = Object.values(byQueue).reduce((sum, of) => sum + of.done, 0);
  return { open: 0, done, failed: counts.failed ?? 0, byQueue };
}
