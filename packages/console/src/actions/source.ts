import { checkSource } from '@zhibiao/runtime/check-source';
import { proposeSource } from '@zhibiao/runtime/propose-source';
import { type Source, UsageError } from '@zhibiao/shared';
import { reconcileSchedules } from '@zhibiao/shared/queues';
import { NotFoundError } from '@zhibiao/store';
import { FormError } from '../forms/fault.ts';
import { type Posted, readPosted } from '../forms/posted.ts';
import { readSourceForm } from '../forms/source-fields.ts';
import { signedBy } from '../forms/who.ts';
import { showAddress, showSource } from '../pages/source.ts';
import { type ConsoleContext, type Handler, type HandlerDeps, inAddress } from '../route.ts';
import { answer } from './answer.ts';

/** A site that answers slower than that keeps whoever adds it waiting. Milliseconds. */
const timeoutMs = 20_000;

/** The wizard: an address is checked and proposed, then checked again or saved. */
export const addSource: Handler = async (c, deps) => {
  const posted = await readPosted(c);
  if (posted.text('act') !== 'propose') return takeForm(c, deps, posted, null);
  const address = posted.text('address');
  try {
    const found = await proposeSource(address, settings(deps), { producer: deps.producer, timeoutMs });
    return showSource(c, { ...found, known: false });
  } catch (error) {
    if (error instanceof UsageError) return showAddress(c, address, error);
    throw error;
  }
};

export const editSource: Handler = async (c, deps) =>
  takeForm(c, deps, await readPosted(c), await knownSource(c, deps));

/** Saves what the form says, or checks it. */
async function takeForm(c: ConsoleContext, deps: HandlerDeps, posted: Posted, before: Source | null) {
  const known = before !== null;
  try {
    const source = readSourceForm(posted, before);
    if (posted.text('act') === 'check') {
      const checks = await checkSource(source, settings(deps), { producer: deps.producer, timeoutMs });
      return showSource(c, { source, known, checks, posted });
    }
    const by = signedBy(c, posted);
    if (!known && (source.id === 'new' || (await deps.store.getSource(source.id))))
      throw new FormError('id', 'idTaken', `there is a source ${source.id} already.`);
    await save(deps, { ...source, paused: before?.paused ?? false }, by);
    return answer(c, '/sources', { source: source.id });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return showSource(c, { source: before ?? blank(posted), known, fault: error, posted });
  }
}

const setState =
  (change: Partial<Source>): Handler =>
  async (c, deps) => {
    const source = await knownSource(c, deps);
    await save(deps, { ...source, ...change }, source.edited?.by ?? null);
    return answer(c, '/sources', { source: source.id, ...change });
  };

export const pauseSource = setState({ paused: true });
export const resumeSource = setState({ paused: false });
export const enableSource = setState({ enabled: true });
export const disableSource = setState({ enabled: false });

/** The schedules follow at once where Redis answers, else when the keeper comes round. */
async function save(
  { store, producer, log, now = Date.now }: HandlerDeps,
  source: Source,
  by: string | null,
) {
  await store.saveSource(by === null ? source : { ...source, edited: { by, at: now() } });
  await reconcileSchedules(producer, await store.listSources(), now()).catch((error: Error) =>
    log.warn({ error: error.message }, 'the schedules could not be set; the keeper will'),
  );
}

const settings = ({ config }: HandlerDeps) => ({
  userAgentContact: config.userAgentContact ?? 'no contact given',
  allowHosts: config.allowHosts ?? [],
});

/** @throws NotFoundError */
async function knownSource(c: ConsoleContext, { store }: HandlerDeps): Promise<Source> {
  const id = inAddress(c, 'id');
  const source = await store.getSource(id);
  if (!source) throw new NotFoundError(`There is no source ${id}.`, id);
  return source;
}

/** What the form of a source that could not be read is drawn with: its own fields stand in the form. */
const blank = (posted: Posted): Source => ({
  id: 'new',
  name: posted.text('name'),
  start: [],
  include: [],
  exclude: [],
  sitemaps: [],
  allowHosts: [],
  render: 'auto',
  maxDepth: 3,
  maxPages: 500,
  limits: {},
  enabled: true,
  paused: false,
  politeness: { delayMs: 2_000, concurrency: 1 },
});
