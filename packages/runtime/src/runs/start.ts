import { randomBytes } from 'node:crypto';
import { type Archive, Run, type Source } from '@zhibiao/shared';
import { unreadMessages } from '@zhibiao/store/maintenance';
import { type ReprocessSelection, readSelection } from '@zhibiao/store/reprocess';
import { clockOf, type RunDeps } from './deps.ts';
import { feedRun } from './feed.ts';

export interface CrawlWanted {
  readonly sources?: readonly Pick<Source, 'id'>[];
  /** single addresses */
  readonly urls?: readonly string[];
  /** the sources' known pages too that are not due yet */
  readonly again?: boolean;
}

/** Records a run that has begun, before any of its jobs is in a queue. */
export async function openRun(
  deps: RunDeps,
  kind: 'crawl' | 'import' | 'repair' | 'reprocess',
  selection: Record<string, unknown>,
  { at = clockOf(deps), id = `${kind}-${at.toString(36)}-${randomBytes(3).toString('hex')}` } = {},
): Promise<Run> {
  const run = Run.parse({
    id,
    type: kind === 'reprocess' ? 'reprocess' : 'crawl',
    selection,
    state: 'running',
    startedAt: at,
    fedAt: null,
    finishedAt: null,
  });
  await deps.store.saveRun(run);
  return run;
}

/**
 * Starts a crawl of sources and single addresses. It ends by itself while a keeper runs (`up`, `console`).
 * @returns the run's id
 */
export async function startCrawl(
  deps: RunDeps,
  { sources = [], urls = [], again = false }: CrawlWanted,
): Promise<string> {
  const run = await openRun(deps, 'crawl', { sources: sources.map(({ id }) => id), urls, again });
  await feedRun(deps, run.id);
  return run.id;
}

/**
 * Starts the crawl that a schedule asks for, or goes on starting it where a first try has died.
 * @param at when the schedule asked for it, milliseconds since the epoch: one time is one run
 * @param signal ends the feeding; the keeper then does the rest
 */
export async function startScheduled(
  deps: RunDeps,
  source: Pick<Source, 'id'>,
  at: number,
  signal: AbortSignal,
): Promise<void> {
  const id = `crawl-${source.id}-${at.toString(36)}`;
  if (!(await deps.store.getRun(id))) await openRun(deps, 'crawl', { sources: [source.id] }, { id, at });
  await feedRun(deps, id, { signal });
}

/**
 * Starts a reprocess: the keeper hands its messages to the queues, or whoever calls `feedRun` first.
 * @returns the run's id
 * @throws UsageError on a wrong selection
 */
export async function startReprocess(deps: RunDeps, selection: ReprocessSelection): Promise<string> {
  // A run whose selection is wrong could never be fed.
  readSelection(selection);
  return (await openRun(deps, 'reprocess', { ...selection })).id;
}

/**
 * Sends the texts that never reached the store to the parser again (`store verify --repair`).
 * @returns the run's id
 */
export async function startRepair(deps: RunDeps, archive: Archive): Promise<string> {
  const run = await openRun(deps, 'repair', { repair: true });
  await feedRun(deps, run.id, { emissions: unreadMessages(deps.store.tables, archive, run.id) });
  return run.id;
}
