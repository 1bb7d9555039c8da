import { canonicalUrl } from '@zhibiao/crawler/discovery';
import { startMessages } from '@zhibiao/crawler/worker';
import type { Emission, Producer, Progress as RunProgress, Source } from '@zhibiao/shared';
import type { DocumentStore } from '@zhibiao/store';
import type { Progress } from './progress.ts';

/** Queues a crawl of sources and single addresses. @returns the run's id */
export async function startCrawl(
  store: DocumentStore,
  producer: Producer,
  what: {
    readonly sources: readonly Source[];
    readonly urls: readonly string[];
    /** the sources' known pages too that are not due yet */
    readonly again?: boolean;
  },
  now: number,
): Promise<string> {
  const run = `crawl-${now.toString(36)}-${Math.random().toString(36).slice(2, 6)}`;
  await store.saveRun({
    id: run,
    type: 'crawl',
    selection: { sources: what.sources.map((s) => s.id), urls: what.urls },
    state: 'running',
    startedAt: now,
    finishedAt: null,
    counts: {},
  });
  const single = what.urls.map((address): Emission => {
    const url = canonicalUrl(address) ?? address;
    return {
      queue: 'crawl',
      message: {
        task: 'fetch',
        kind: 'page',
        run,
        source: null,
        shadow: false,
        url,
        address,
        depth: 0,
        force: true,
      },
    };
  });
  const ofSources = await Promise.all(
    what.sources.map((source) => startMessages({ pages: store, now: () => now }, run, source, what.again)),
  );
  await producer.send([...single, ...ofSources.flat()]);
  return run;
}

/** Waits until nothing of the run is open, showing how far it is. Ends early when the signal aborts. */
export async function awaitRun(
  store: DocumentStore,
  producer: Producer,
  run: string,
  progress: Progress,
  signal: AbortSignal,
  pace: (state: RunProgress) => string | null = () => null,
): Promise<RunProgress> {
  for (;;) {
    const state = await producer.ledger.progress(run);
    const part = (queue: string, word: string) => `${state.byQueue[queue]?.done ?? 0} ${word}`;
    const counts = [part('crawl', 'pages'), part('parse', 'parsed'), part('store', 'stored')];
    progress.show(`${pace(state) ?? counts.join(', ')}, ${state.open} open, ${state.failed} quarantined`);
    if (state.open === 0 || signal.aborted) {
      progress.clear();
      if (state.open === 0) await finishRun(store, run, state);
      return state;
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function finishRun(store: DocumentStore, id: string, state: RunProgress): Promise<void> {
  const run = await store.getRun(id);
  if (run?.state !== 'running') return;
  const done = Object.fromEntries(Object.entries(state.byQueue).map(([queue, n]) => [queue, n.done]));
  await store.saveRun({
    ...run,
    state: 'done',
    finishedAt: Date.now(),
    counts: { ...done, failed: state.failed },
  });
}
