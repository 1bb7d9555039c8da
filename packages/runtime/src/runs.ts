/**
 * Runs, from their start to their end. Console, command line and keeper call this and nothing below it: whoever starts a
 * run need not stay for it to end.
 */
export type { RunDeps } from './runs/deps.ts';
export { type FeedOptions, feedRun } from './runs/feed.ts';
export { finishRun } from './runs/finish.ts';
export { type Retried, type RetryWanted, retryQuarantined, retryRecords } from './runs/retry.ts';
export {
  type CrawlWanted,
  openRun,
  startCrawl,
  startRepair,
  startReprocess,
  startScheduled,
} from './runs/start.ts';
export { dropRun, resumeRun, runIn, stopRun } from './runs/stop.ts';
export { awaitRun } from './runs/wait.ts';
