import type { Run } from '@zhibiao/shared';
import { UsageError } from '@zhibiao/shared';
import { NotFoundError } from '@zhibiao/store';
import type { ConsoleDeps } from '../deps.ts';
import type { ConsoleContext, Handler } from '../route.ts';
import { answer } from './answer.ts';

/** Its jobs wait until it is resumed; what is being worked on is finished. */
export const stopRun: Handler = async (c, deps) => {
  const run = await runIn(c, deps, ['running']);
  await deps.producer.ledger.stop(run.id);
  await deps.store.saveRun({ ...run, state: 'stopped' });
  return answer(c, `/runs#run-${run.id}`, { run: run.id, state: 'stopped' });
};

export const resumeRun: Handler = async (c, deps) => {
  const run = await runIn(c, deps, ['stopped']);
  await deps.producer.ledger.resume(run.id);
  await deps.store.saveRun({ ...run, state: 'running' });
  return answer(c, `/runs#run-${run.id}`, { run: run.id, state: 'running' });
};

/** Makes a reprocess visible to readers. */
export const promoteRun: Handler = async (c, deps) => {
  const run = await runIn(c, deps, ['done', 'promoted']);
  const result = await deps.store.promote(run.id, 'console');
  return answer(c, `/runs#run-${run.id}`, { run: run.id, ...result });
};

/** Throws a reprocess away. */
export const dropRun: Handler = async (c, deps) => {
  const run = await runIn(c, deps, ['done', 'stopped', 'dropped']);
  await deps.store.drop(run.id, 'console');
  return answer(c, `/runs#run-${run.id}`, { run: run.id, state: 'dropped' });
};

async function runIn(
  c: ConsoleContext,
  { store }: ConsoleDeps,
  states: readonly Run['state'][],
): Promise<Run> {
  const id = c.req.param('id')!;
  const run = await store.getRun(id);
  if (!run) throw new NotFoundError(`There is no run ${id}.`, id);
  if (!states.includes(run.state)) {
    throw new UsageError(
      `Run ${id} is ${run.state}; that is possible only while it is ${states.join(' or ')}.`,
      id,
    );
  }
  return run;
}
