import { dropRun as drop, resumeRun as resume, runIn, stopRun as stop } from '@zhibiao/runtime/runs/stop';
import { NotFoundError } from '@zhibiao/store';
import { readPosted } from '../forms/posted.ts';
import { lastName, signedBy } from '../forms/who.ts';
import { type ConsoleContext, type Handler, type HandlerDeps, inAddress } from '../route.ts';
import { answer } from './answer.ts';

/** Its jobs wait until it is resumed; what is being worked on is finished. */
export const stopRun: Handler = async (c, deps) => {
  const run = await stop(deps, await knownRun(c, deps));
  return answer(c, `/runs/${run.id}`, { run: run.id, state: run.state });
};

export const resumeRun: Handler = async (c, deps) => {
  const run = await resume(deps, await knownRun(c, deps));
  return answer(c, `/runs/${run.id}`, { run: run.id, state: run.state });
};

/** Makes a reprocess visible to readers. */
export const promoteRun: Handler = async (c, deps) => {
  const run = await runIn(deps, await knownRun(c, deps), ['done', 'failed', 'promoted']);
  const result = await deps.store.promote(run.id, await decidedBy(c));
  return answer(c, `/runs/${run.id}`, { run: run.id, ...result });
};

/** Throws a reprocess away. */
export const dropRun: Handler = async (c, deps) => {
  const id = await knownRun(c, deps);
  await drop(deps, id, await decidedBy(c));
  return answer(c, `/runs/${id}`, { run: id, state: 'dropped' });
};

/** Programs may leave the name out. */
async function decidedBy(c: ConsoleContext): Promise<string> {
  const posted = await readPosted(c);
  return posted.has('by') ? signedBy(c, posted) : lastName(c) || 'console';
}

/** @throws NotFoundError */
async function knownRun(c: ConsoleContext, { store }: HandlerDeps): Promise<string> {
  const id = inAddress(c, 'id');
  if (!(await store.getRun(id))) throw new NotFoundError(`There is no run ${id}.`, id);
  return id;
}
