import { type Run, UsageError } from '@zhibiao/shared';
import { clockOf, type RunDeps } from './deps.ts';
import { outcomeOf } from './finish.ts';

/**
 * Stops a run where it is: what is being worked on is finished, its other jobs wait until it is resumed, however long
 * that takes. @throws UsageError unless it is running
 */
export async function stopRun(deps: RunDeps, id: string): Promise<Run> {
  const { store, producer } = deps;
  const run = await runIn(deps, id, ['running']);
  const outcome = await outcomeOf(store, run, await producer.ledger.progress(id));
  const stopped: Run = { ...run, ...outcome, state: 'stopped', finishedAt: clockOf(deps) };
  // The store remembers it; the workers hear of it from the ledger, and of one that was not told from the keeper.
  await store.saveRun(stopped);
  await producer.ledger.stop(id);
  return stopped;
}

/**
 * Lets a stopped run go on: its jobs are handed out again at once, and what of it was not handed to the queues follows.
 * @throws UsageError unless it is stopped
 */
export async function resumeRun(deps: RunDeps, id: string): Promise<Run> {
  const { store, producer } = deps;
  const run = await runIn(deps, id, ['stopped']);
  // Planning a reprocess again sends what is missing, whoever stopped it and when.
  const fedAt = run.type === 'reprocess' ? null : run.fedAt;
  const resumed: Run = { ...run, fedAt, state: 'running', finishedAt: null };
  await store.saveRun(resumed);
  await producer.ledger.resume(id);
  await producer.wake(id);
  return resumed;
}

/** Throws a reprocess away, with what of it waits in the queues. @throws UsageError while it runs or once it is promoted */
export async function dropRun(deps: RunDeps, id: string, by: string): Promise<void> {
  await runIn(deps, id, ['done', 'failed', 'stopped', 'dropped']);
  await deps.store.drop(id, by);
  await deps.producer.discard(id);
}

/** @returns the run. @throws UsageError when there is none or it is in another state */
export async function runIn({ store }: RunDeps, id: string, states: readonly Run['state'][]): Promise<Run> {
  const run = await store.getRun(id);
  if (!run) throw new UsageError(`There is no run ${id}; \`zhibiao runs\` lists them.`, id);
  if (states.includes(run.state)) return run;
  throw new UsageError(
    `Run ${id} is ${run.state}; that is possible only while it is ${states.join(' or ')}.`,
    id,
  );
}
