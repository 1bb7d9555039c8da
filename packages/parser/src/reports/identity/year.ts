import type { Role } from '../data-schema.ts';
import type { RoleStretch } from '../time/roles.ts';
import type { EvidenceSource } from './evidence.ts';

/** One piece of evidence for the delivered year, in offsets of the folded copy; -1 where it is not in the text. */
export type YearClue = {
  readonly year: number;
  readonly source: EvidenceSource;
  readonly weight: number;
  readonly start: number;
  readonly end: number;
};

/** The role of the stretch that holds `at`, `other` where none does. The stretches are in order. */
export function roleAt(roles: readonly RoleStretch[], at: number): Role {
  let low = 0;
  let high = roles.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((roles[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const stretch = roles[low - 1];
  return stretch && at < stretch.end ? stretch.role : 'other';
}

/** The best supported year: weights are summed per year, and a year needs a weight of `least`. */
export function chooseYear(
  clues: readonly YearClue[],
  least: number,
): { year: number; support: readonly YearClue[] } | null {
  const total = new Map<number, number>();
  for (const clue of clues) total.set(clue.year, (total.get(clue.year) ?? 0) + clue.weight);
  let best: [number, number] | null = null;
  for (const [year, weight] of total) if (best === null || weight > best[1]) best = [year, weight];
  if (best === null || best[1] < least) return null;
  const year = best[0];
  return { year, support: clues.filter((clue) => clue.year === year) };
}
