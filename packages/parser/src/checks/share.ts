import type { Observation } from '@zhibiao/shared';
import { intervalOf, overlap } from './precision.ts';
import { comparable, type SentenceClaims } from './sentence.ts';

/** 24个,占比77.4% — a share of what was just named, with no other whole in between (占全市比重 has one). */
const SHARE_OF_ABOVE =
  /^[,、;(]?(?:约|分别)?占(?:比|总数|总量|总额|全部|其)?(?:的)?(?:比重|比例)?(?:为|达到|达)?$/;
const PART_OF_ABOVE = /其中|当中|内含/;

/**
 * Shares that do not fit their counts: 项目34个,其中制造业项目24个,占比77.4%. The share is compared with its part over each
 * whole of the same unit that the sentence names before 其中; one that fits is enough.
 */
export function inconsistentShares({ claims, between }: SentenceClaims): Observation[] {
  return claims.filter((share, index) => {
    const part = claims[index - 1];
    const told = intervalOf(share);
    const count = part && intervalOf(part);
    if (!part || !told || !count || share.unit !== '%' || share.measure !== 'level') return false;
    if (part.unit === '%' || !SHARE_OF_ABOVE.test(between(part.span.end, share.span.start))) return false;
    const wholes = claims
      .slice(0, index - 1)
      .filter(
        (whole) => comparable(whole, part) && PART_OF_ABOVE.test(between(whole.span.end, part.span.start)),
      )
      .map(intervalOf)
      .filter((whole) => whole !== null && whole.low > 0);
    return (
      wholes.length > 0 &&
      wholes.every(
        (whole) =>
          whole !== null &&
          !overlap({ low: (100 * count.low) / whole.high, high: (100 * count.high) / whole.low }, told, 0.1),
      )
    );
  });
}
