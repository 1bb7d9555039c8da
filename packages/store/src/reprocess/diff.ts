import { effective, isAfter } from '../documents/head.ts';
import { readObservations } from '../documents/observations.ts';
import { promotionsOf } from '../documents/promotions.ts';
import { NotFoundError } from '../errors.ts';
import type { Tables } from '../tables/definitions.ts';
import type { DocumentRow, Pointer } from '../tables/rows.ts';
import { walk } from '../tables/walk.ts';
import type { DiffOptions, ReprocessDiff } from './report.ts';
import { Tally } from './tally.ts';

/**
 * Compares what a reprocess run found with what readers see (or saw, once it is promoted).
 * @throws NotFoundError when the run has left nothing
 */
export async function diffReprocess(
  tables: Tables,
  run: string,
  options: DiffOptions = {},
): Promise<ReprocessDiff> {
  const promotion = await tables.promotions.get(run);
  const tally = new Tally(run, promotion?.state ?? 'open', options);
  const seen = new Set<string>();
  for await (const { page, shadow } of walk(tables.extractions, { run: { eq: run } })) {
    if (!shadow || seen.has(page)) continue;
    seen.add(page);
    for (const document of await tables.documents.find({ page: { eq: page } }))
      await compare(tables, document, run, tally);
  }
  if (seen.size === 0)
    throw new NotFoundError(
      `Run ${run} has left nothing to compare. Is it a reprocess, has it begun, or was it dropped and its rows removed?`,
      run,
    );
  return tally.result({ pages: seen.size, ofPages: await pagesInAll(tables) });
}

async function compare(tables: Tables, document: DocumentRow, run: string, tally: Tally): Promise<void> {
  const promotions = await promotionsOf(tables, [document]);
  const shadow = document.shadows.find((pointer) => pointer.run === run) ?? null;
  const index = document.moves.findIndex((move) => move.run === run && move.by !== null);
  const moved = document.moves[index];
  // A promoted shadow of the same version moved nothing, but is what the head was last confirmed by.
  const confirmed = document.head?.run === run ? document.head : null;
  const after: Pointer | null = shadow ?? moved ?? confirmed;
  if (!after) return;
  const others = new Map([...promotions].filter(([other]) => other !== run));
  const before: Pointer | null = shadow
    ? effective(document, others)
    : moved
      ? (document.moves[index - 1] ?? null)
      : confirmed;
  if (shadow && !isAfter(shadow, before)) return tally.overtaken();
  const read = async (pointer: Pointer | null) =>
    pointer && !pointer.retired ? readObservations(tables, document.id, pointer.n) : null;
  const old = await read(before);
  const fresh = before && before.n === after.n && before.retired === after.retired ? old : await read(after);
  tally.add(document, old, fresh);
}

async function pagesInAll(tables: Tables): Promise<number> {
  // Nearly every page has one report, and every one has a first.
  return tables.documents.count({ ordinal: { eq: 1 } });
}
