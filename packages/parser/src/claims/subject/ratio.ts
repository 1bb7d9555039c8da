import { present } from '@zhibiao/shared';
import type { Claim } from '../claim.ts';
import type { Predicate } from '../clause/predicate.ts';
import type { Slot } from '../clause/slots.ts';

const INDUSTRIES = ['第一产业', '第二产业', '第三产业'] as const;
const STRUCTURE =
  /(?:产业|三产|经济)(?:增加值)?(?:的)?(?:结构|比例|比重|构成|占比|之?比)|[三一]次产业|一二三产/;

/** A share of a ratio of the three industries, in the claim's terms; the name is empty where a ratio is of other things. */
export interface RatioShare {
  name: string;
  measure: 'level';
  sign: 1;
  /** that of the ratio's first value; null for the first itself */
  predicate: Predicate | null;
}

/** 三次产业结构由18:45:37优化为15:43:42: three shares each time. Null where the quantity is no part of a ratio. */
export function readRatio(
  { quantity, left, previousClause }: Slot,
  last: Claim | undefined,
): RatioShare | null {
  if (quantity.share === null) return null;
  const first = quantity.share === 0;
  const of = present(INDUSTRIES[quantity.share], 'the entry for share in INDUSTRIES');
  const goesOn = last?.rule === 'ratio';
  const fits = goesOn || (first && STRUCTURE.test(previousClause.slice(-12) + left));
  return {
    name: fits ? `${of}占比` : '',
    measure: 'level',
    sign: 1,
    predicate: first || !goesOn ? null : last.predicate,
  };
}
