import { isRetryable, UsageError } from '@zhibiao/shared';
import type { Emission } from '@zhibiao/shared/messages';
import { feed } from '@zhibiao/store/reprocess';
import { createLease } from '../lease.ts';
import { clockOf, type RunDeps } from './deps.ts';
import { planRun } from './plan.ts';

export interface FeedOptions {
  /** ends the feeding; what has been handed over stays */
  readonly signal?: AbortSignal;
  /** the messages, where only the caller knows them */
  readonly emissions?: AsyncIterable<Emission> | Iterable<Emission>;
  /** called before each batch with how many messages of the run are open */
  readonly onOpen?: (open: number) => void;
}

const leaseMs = 30_000;

/**
 * Hands all messages of a run to the queues, never too many at once, and notes when that is done: from then on the run
 * ends when nothing of it is open. One process at a time feeds a run; one that dies is followed by the keeper.
 * @returns false where another process feeds it, or the run was stopped or broken off before all was handed over
 * @throws UsageError when there is no such run, or when it cannot be fed (then it has failed)
 */
export async function feedRun(deps: RunDeps, id: string, options: FeedOptions = {}): Promise<boolean> {
  const { store, producer } = deps;
  const lease = createLease(producer.redis, `${producer.prefix}:run:${id}:feeder`, leaseMs);
  if (!(await lease.hold())) return false;
  const renewing = setInterval(() => void lease.hold().catch(() => {}), leaseMs / 3);
  const stop = new AbortController();
  const end = () => stop.abort();
  if (options.signal?.aborted) end();
  options.signal?.addEventListener('abort', end, { once: true });
  try {
    const run = await store.getRun(id);
    if (!run) throw new UsageError(`There is no run ${id}; \`zhibiao runs\` lists them.`, id);
    if (run.state !== 'running') return false;
    if (run.fedAt !== null) return true;
    const emissions = options.emissions ?? planRun(deps, run);
    if (emissions === null)
      return await failRun(
        deps,
        id,
        'Whoever started it broke off and only they know the rest. Start it again.',
      );
    const waiting = async () => {
      if (await producer.ledger.isStopped(id)) end();
      const { open } = await producer.ledger.progress(id);
      options.onOpen?.(open);
      return open;
    };
    await feed(toAsync(emissions), (batch) => producer.send(batch), { waiting, signal: stop.signal });
    if (stop.signal.aborted) return false;
    await producer.onDisk();
    const now = await store.getRun(id);
    if (now?.state === 'running') await store.saveRun({ ...now, fedAt: clockOf(deps) });
    return true;
  } catch (error) {
    if (!isRetryable(error)) await failRun(deps, id, (error as Error).message);
    throw error;
  } finally {
    clearInterval(renewing);
    options.signal?.removeEventListener('abort', end);
    await lease.giveBack();
  }
}

/** Nothing more comes: the run ends as failed when what it has handed over is done. */
async function failRun(deps: RunDeps, id: string, reason: string): Promise<false> {
  const run = await deps.store.getRun(id);
  if (run?.state === 'running') await deps.store.saveRun({ ...run, reason, fedAt: clockOf(deps) });
  return false;
}

async function* toAsync(emissions: AsyncIterable<Emission> | Iterable<Emission>): AsyncGenerator<Emission> {
  yield* emissions;
}
