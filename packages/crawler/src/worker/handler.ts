import type { Handler } from '@zhibiao/shared/queues';
import { cleanAgain } from './clean-again.ts';
import type { CrawlDeps } from './deps.ts';
import { fetchAndFollow } from './fetch-task.ts';

/** The crawl worker: starts runs of schedules, fetches and cleans pages, cleans archived ones again. */
export function createCrawlHandler(deps: CrawlDeps): Handler<'crawl'> {
  return async (message, context) => {
    switch (message.task) {
      case 'start': {
        const source = await deps.source(message.source);
        // Named after the job's own time: a second try of this job continues the same run.
        if (source?.enabled) await deps.startScheduled(source, context.queuedAt, context.signal);
        return undefined;
      }
      case 'fetch':
        return fetchAndFollow(deps, message, context);
      case 'clean':
        return cleanAgain(deps, message);
    }
  };
}
