import { isRetryable, type QuarantineRecord, type Run } from '@zhibiao/shared';
import { type Emission, type QueueName, scheduledRun } from '@zhibiao/shared/messages';
import type { Progress } from '@zhibiao/shared/queues';
import { clockOf, type RunDeps } from './deps.ts';

/** What became of a retry. A record that was refused stays in the quarantine. */
export interface Retried {
  readonly retried: number;
  readonly refused: readonly { readonly id: string; readonly why: string }[];
}

export interface RetryWanted {
  readonly run?: string | undefined;
  readonly stage?: QueueName | undefined;
  readonly source?: string | undefined;
  readonly ids?: readonly string[] | undefined;
}

const atOnce = 1_000;

/** Replays what the quarantine holds, all of it or what fits: one record that cannot be sent again does not keep the others. */
export async function retryQuarantined(deps: RunDeps, wanted: RetryWanted = {}): Promise<Retried> {
  const refused: { id: string; why: string }[] = [];
  let retried = 0;
  for (;;) {
    // Those that were retried are gone from the list, those that were refused are still in it.
    const records = await deps.store.listQuarantine({ run: wanted.run, limit: atOnce + refused.length });
    const known = new Set(refused.map(({ id }) => id));
    const some = await retryRecords(
      deps,
      records.filter((record) => !known.has(record.id) && fits(record, wanted)),
    );
    retried += some.retried;
    refused.push(...some.refused);
    if (some.retried === 0 || records.length < atOnce) return { retried, refused };
  }
}

/** Sends the messages of open records again and marks them as resolved: what fails once more comes back as a record. */
export async function retryRecords(deps: RunDeps, records: readonly QuarantineRecord[]): Promise<Retried> {
  const { store, producer } = deps;
  const refused: { id: string; why: string }[] = [];
  let retried = 0;
  for (const record of records) {
    try {
      const run = record.run === scheduledRun ? null : await store.getRun(record.run);
      const why = run && refusal(run);
      if (why) {
        refused.push({ id: record.id, why });
        continue;
      }
      const before = run && (await producer.ledger.progress(run.id));
      await producer.resend({ queue: record.stage, message: record.message } as Emission);
      if (run && before) await reopen(deps, run, before);
      await store.resolveQuarantine(record.id, clockOf(deps));
      retried += 1;
    } catch (error) {
      // Redis or the store is away: the rest could not be retried either.
      if (isRetryable(error)) throw error;
      refused.push({ id: record.id, why: (error as Error).message });
    }
  }
  return { retried, refused };
}

const fits = (record: QuarantineRecord, { stage, source, ids }: RetryWanted) =>
  (stage === undefined || record.stage === stage) &&
  (source === undefined || record.source === source) &&
  (ids === undefined || ids.includes(record.id));

function refusal({ id, state }: Run): string | null {
  if (state === 'dropped') return `Its run ${id} was thrown away.`;
  if (state === 'stopped') return `Its run ${id} is stopped. Resume it first.`;
  return null;
}

/** A run of which something is done again has not ended. */
async function reopen({ store }: RunDeps, run: Run, before: Progress): Promise<void> {
  if (run.state !== 'done' && run.state !== 'failed') return;
  // Where the ledger has forgotten the run, what it had done counts on; what had failed is what the quarantine still holds.
  const { failed: _, ...kept } = run.counts;
  const isForgotten = before.open + before.done + before.failed === 0;
  const earlier = isForgotten ? kept : run.earlier;
  await store.saveRun({ ...run, earlier, state: 'running', finishedAt: null, reason: null });
}
