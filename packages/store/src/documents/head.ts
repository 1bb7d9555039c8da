import { present } from '@zhibiao/shared';
import type { DocumentRow, Move, Pointer, PromotionRow, VersionRow } from '../tables/rows.ts';

/**
 * The head of a document is the greatest of the pointers that were ever offered to it: the newest snapshot wins, and of
 * one snapshot the extraction that arrived last. So the order in which messages arrive, and how often, makes no difference.
 */
export const isAfter = (a: Pointer, b: Pointer | null): boolean =>
  b === null || a.time > b.time || (a.time === b.time && a.rank > b.rank);

/** What readers must know of the runs whose shadows a document carries: `run` -> its promotion. */
export type Promotions = ReadonlyMap<string, PromotionRow>;

export interface Effective extends Pointer {
  /** when readers began to see it */
  since: number;
}

/** @returns what a reader sees now, or saw at `asOf`: shadows of a promoted run count from its promotion on */
export function effective(
  document: DocumentRow,
  promotions: Promotions,
  asOf = Number.POSITIVE_INFINITY,
): Effective | null {
  const move = document.moves.findLast(({ at }) => at <= asOf);
  // The head may have been confirmed by a newer snapshot or parser since it moved.
  const pointer = move === document.moves.at(-1) ? document.head : move;
  let best: Effective | null = move && pointer ? { ...pointer, since: move.at } : null;
  for (const shadow of document.shadows) {
    const promotion = promotions.get(shadow.run);
    if (promotion?.state === 'promoted' && promotion.at <= asOf && isAfter(shadow, best))
      best = { ...shadow, since: promotion.at };
  }
  return best;
}

/** @returns the document with a pointer offered to it, or null when that changes nothing */
export function offer(
  document: DocumentRow,
  pointer: Pointer,
  { at, version, by = null }: { at: number; version: Pick<VersionRow, 'cause'> | null; by?: string | null },
): DocumentRow | null {
  if (!isAfter(pointer, document.head)) return null;
  const { head } = document;
  const same = head && head.n === pointer.n && head.retired === pointer.retired;
  const moves = same ? document.moves : [...document.moves, moveOf(document, pointer, at, by, version)];
  return { ...document, rev: document.rev + 1, head: pointer, moves, movedAt: moves.at(-1)?.at ?? null };
}

function moveOf(
  document: DocumentRow,
  pointer: Pointer,
  at: number,
  by: string | null,
  version: Pick<VersionRow, 'cause'> | null,
): Move {
  const seen = document.moves.some((move) => move.n === pointer.n);
  const cause = pointer.retired
    ? 'retired'
    : document.head?.retired
      ? 'returned'
      : seen
        ? 'reverted'
        : (version?.cause ?? 'content');
  // Clocks of two machines differ; history must not run backwards.
  return { ...pointer, at: Math.max(at, document.moves.at(-1)?.at ?? 0), cause, by };
}

/** @returns the document with the shadows of decided runs folded in or thrown away, or null when it carries none */
export function settle(
  document: DocumentRow,
  promotions: Promotions,
  causes: ReadonlyMap<number, VersionRow>,
): DocumentRow | null {
  const decided = document.shadows.filter((shadow) => promotions.has(shadow.run));
  if (decided.length === 0) return null;
  let settled: DocumentRow = document;
  const promoted = decided
    .map((shadow) => ({ shadow, promotion: present(promotions.get(shadow.run), 'the entry of promotions') }))
    .filter(({ promotion }) => promotion.state === 'promoted')
    .sort((a, b) => a.promotion.at - b.promotion.at);
  for (const { shadow, promotion } of promoted)
    settled =
      offer(settled, shadow, { at: promotion.at, by: promotion.by, version: causes.get(shadow.n) ?? null }) ??
      settled;
  return {
    ...settled,
    rev: document.rev + 1,
    shadows: document.shadows.filter((shadow) => !promotions.has(shadow.run)),
  };
}
