import type { Claim } from '../claims/index.ts';
import type { Stretch } from '../meaning/stretch.ts';

/** How sure the parser is of a claim, 0 to 1. */
export function confidenceOf(claim: Claim, known: boolean, stretch: Stretch | null, dated: boolean): number {
  let score = known ? 0.97 : 0.9;
  if (claim.attachment === 'topic' || claim.attachment === 'none') score -= 0.3;
  if (stretch === null || !dated) score -= 0.2;
  return Math.max(0.05, Math.min(0.99, Number(score.toFixed(2))));
}
