import { syncFigures } from '../figures/sync.ts';
import type { Tables } from '../tables/definitions.ts';
import type { DocumentRow, ExtractionRow, Pointer, PromotionRow } from '../tables/rows.ts';
import { effective, isAfter, type Promotions } from './head.ts';
import { addShadow, moveHead } from './move.ts';
import { promotionsOf } from './promotions.ts';

/** @returns the pointer by which an extraction offers version `n` to a document of its page */
export const pointerTo = (extraction: ExtractionRow, n: number, retired: boolean): Pointer => ({
  n,
  time: extraction.time,
  rank: extraction.rank,
  retired,
  run: extraction.run,
  parser: extraction.parser,
  cleaner: extraction.cleaner,
});

/**
 * Retires the documents of a page whose report its newest extraction does not hold. The caller's own documents must be there and its own
 * extraction be registered before: of two messages at once, at least one then sees the other.
 * @param shadow the run that looks at its own extractions alone, and whose word is not yet law; null looks at all that readers may see
 * @returns the ids of the documents that it retired
 */
export async function retireVanished(
  tables: Tables,
  page: string,
  shadow: string | null,
  clock: () => number,
): Promise<string[]> {
  const all = await tables.extractions.find({ page: { eq: page } }, { by: 'rank' });
  const newest = newestFor(all, shadow, await runsOf(tables, all));
  if (!newest) return [];
  const retired: string[] = [];
  for (const document of await tables.documents.find({ page: { eq: page } })) {
    if (document.figures?.done === false) await syncFigures(tables, document.id);
    if (newest.ordinals.includes(document.ordinal)) continue;
    const head = shownTo(document, shadow, await promotionsOf(tables, [document]));
    if (!head || head.retired) continue;
    const pointer = pointerTo(newest, head.n, true);
    if (shadow !== null) await addShadow(tables, document.id, pointer, clock);
    else if (!(await moveHead(tables, document.id, pointer, { at: clock(), version: null }))) continue;
    retired.push(document.id);
  }
  return retired;
}

function newestFor(
  all: ExtractionRow[],
  shadow: string | null,
  runs: ReadonlyMap<string, PromotionRow>,
): ExtractionRow | null {
  const counted = all.filter((row) =>
    shadow !== null
      ? row.shadow && row.run === shadow
      : !row.shadow || runs.get(row.run)?.state === 'promoted',
  );
  return counted.reduce<ExtractionRow | null>(
    (best, row) =>
      best === null || isAfter(pointerTo(row, 0, false), pointerTo(best, 0, false)) ? row : best,
    null,
  );
}

const shownTo = (document: DocumentRow, shadow: string | null, promotions: Promotions): Pointer | null =>
  document.shadows.find((pointer) => pointer.run === shadow) ?? effective(document, promotions);

async function runsOf(tables: Tables, rows: readonly ExtractionRow[]): Promise<Map<string, PromotionRow>> {
  const runs = [...new Set(rows.filter((row) => row.shadow).map((row) => row.run))];
  return new Map((await tables.promotions.getMany(runs)).map((row) => [row.run, row]));
}
