import { present, UsageError } from '@zhibiao/shared';
import type { PromoteResult } from '../document-store.ts';
import { NotFoundError } from '../errors.ts';
import { healFigures } from '../figures/sync.ts';
import type { Tables } from '../tables/definitions.ts';
import type { DocumentRow, PromotionRow } from '../tables/rows.ts';
import { settleDocument } from './move.ts';
import { retireVanished } from './retire.ts';
import { markCandidate } from './version.ts';

const BATCH = 500;

/**
 * Makes all shadows of a run visible at one instant: the insertion of its row in `promotions`, which every reader consults for
 * the shadows that it meets. Before it, the shadows' rows are made findable; after it, they become the heads one by one,
 * which readers cannot tell. Killed anywhere, it is finished by calling it again.
 */
export async function promote(
  tables: Tables,
  run: string,
  by: string,
  clock: () => number,
): Promise<PromoteResult> {
  await mayDecide(tables, run, 'promoted');
  // Documents that a crawl has added since the run looked at their page.
  for await (const page of pagesOf(tables, run)) await retireVanished(tables, page, run, clock);
  for await (const document of carriers(tables, run))
    for (const shadow of document.shadows)
      if (shadow.run === run && !shadow.retired)
        await markCandidate(tables, document.id, shadow.n, document.rev);
  await decide(tables, { run, state: 'promoted', at: clock(), by });
  const result: PromoteResult = { moved: 0, overtaken: 0 };
  for await (const document of carriers(tables, run)) {
    const { after } = await settleDocument(tables, document.id);
    if (after.head?.run === run) result.moved++;
    else result.overtaken++;
  }
  // And those that it has added between these two steps.
  for await (const page of pagesOf(tables, run)) await retireVanished(tables, page, null, clock);
  await healFigures(tables);
  return result;
}

/** Throws all shadows of a run away. Their rows stay, unused, until retention takes them. */
export async function drop(tables: Tables, run: string, by: string, at: number): Promise<void> {
  await mayDecide(tables, run, 'dropped');
  await decide(tables, { run, state: 'dropped', at, by });
  for await (const document of carriers(tables, run)) await settleDocument(tables, document.id);
  await healFigures(tables);
}

async function mayDecide(tables: Tables, run: string, state: PromotionRow['state']): Promise<void> {
  const known = await tables.promotions.get(run);
  if (known && known.state !== state)
    throw new UsageError(
      `Run ${run} was ${known.state} already (by ${known.by}); it cannot be ${state} any more.`,
      run,
    );
  if (known) return;
  const row = await tables.runs.get(run);
  const [carrier] = await tables.documents.find({ 'shadows.run': { has: run } }, { by: 'id', limit: 1 });
  if (!row && !carrier) throw new NotFoundError(`There is no run ${run}. \`zhibiao runs\` shows them.`, run);
  if (row?.type === 'crawl')
    throw new UsageError(`Run ${run} is a crawl: only a reprocess is ${state}.`, run);
}

async function decide(tables: Tables, promotion: PromotionRow): Promise<void> {
  if ((await tables.promotions.insert([promotion])) === 0)
    await mayDecide(tables, promotion.run, promotion.state);
}

async function* pagesOf(tables: Tables, run: string): AsyncIterable<string> {
  let after = '';
  for (;;) {
    const batch = await tables.extractions.find({ run: { eq: run } }, { by: 'id', after, limit: BATCH });
    for (const { page, shadow } of batch) if (shadow) yield page;
    if (batch.length < BATCH) return;
    after = present(batch.at(-1), 'the last of batch').id;
  }
}

/** The documents that carry a shadow of the run, as they are now. */
async function* carriers(tables: Tables, run: string): AsyncIterable<DocumentRow> {
  let after = '';
  for (;;) {
    const batch = await tables.documents.find(
      { 'shadows.run': { has: run } },
      { by: 'id', after, limit: BATCH },
    );
    yield* batch;
    if (batch.length < BATCH) return;
    after = present(batch.at(-1), 'the last of batch').id;
  }
}
