import type { CrawlMessage, Handler } from '@zhibiao/shared';
import { cleanAgain } from './clean-again.ts';
import type { CrawlDeps } from './deps.ts';
import { fetchAndFollow } from './fetch-task.ts';
import { startMessages } from './start-run.ts';

/** The crawl worker: starts runs, fetches and cleans pages, cleans archived ones again. */
export function createCrawlHandler(deps: CrawlDeps): Handler<'crawl'> {
  return async (message, context) => {
    switch (message.task) {
      case 'start':
        return startScheduled(deps, message, context.queuedAt);
      case 'fetch':
        return fetchAndFollow(deps, message, context);
      case 'clean':
        return cleanAgain(deps, message);
    }
  };
}

async function startScheduled(
  deps: CrawlDeps,
  message: Extract<CrawlMessage, { task: 'start' }>,
  queuedAt: number,
) {
  const source = await deps.source(message.source);
  if (!source?.enabled) return undefined;
  // Named after the job's own time: a second try of this job continues the same run.
  const run = `crawl-${source.id}-${queuedAt.toString(36)}`;
  await deps.runs.saveRun({
    id: run,
    type: 'crawl',
    selection: { sources: [source.id] },
    state: 'running',
    startedAt: queuedAt,
    finishedAt: null,
    counts: {},
  });
  return { emit: await startMessages(deps, run, source) };
}
