import { Run } from '@zhibiao/shared';
import type { CrawlMessage } from '@zhibiao/shared/messages';
import type { Handler } from '@zhibiao/shared/queues';
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
  const id = `crawl-${source.id}-${queuedAt.toString(36)}`;
  const known = await deps.runs.getRun(id);
  // It was stopped, or fed by the keeper, before this job was tried again.
  if (known && (known.state !== 'running' || known.fedAt !== null)) return undefined;
  const run = Run.parse({
    ...{ id, type: 'crawl', selection: { sources: [source.id] }, state: 'running' },
    ...{ startedAt: queuedAt, fedAt: null, finishedAt: null },
  });
  await deps.runs.saveRun(run);
  return {
    emit: await startMessages(deps, id, source),
    async after() {
      // It may have been stopped meanwhile.
      const now = await deps.runs.getRun(id);
      if (now?.state === 'running') await deps.runs.saveRun({ ...now, fedAt: deps.now() });
    },
  };
}
