import { setTimeout as sleep } from 'node:timers/promises';
import type { Progress as RunProgress } from '@zhibiao/shared/queues';
import type { Progress } from '../progress.ts';
import type { RunDeps } from './deps.ts';
import { finishRun } from './finish.ts';

const everyMs = 250;

/** Waits until a run has ended or was stopped, showing how far it is. Ends early when the signal aborts. */
export async function awaitRun(
  deps: RunDeps,
  id: string,
  progress: Progress,
  signal: AbortSignal,
  pace: (state: RunProgress) => string | null = () => null,
): Promise<RunProgress> {
  for (;;) {
    const state = await deps.producer.ledger.progress(id);
    const part = (queue: string, word: string) => `${state.byQueue[queue]?.done ?? 0} ${word}`;
    const counts = [part('crawl', 'pages'), part('parse', 'parsed'), part('store', 'stored')];
    progress.show(`${pace(state) ?? counts.join(', ')}, ${state.open} open, ${state.failed} quarantined`);
    const ended = state.open === 0 && (await finishRun(deps, id))?.state !== 'running';
    if (ended || signal.aborted) {
      progress.clear();
      return deps.producer.ledger.progress(id);
    }
    await sleep(everyMs);
  }
}
