import type { Bound } from '@zhibiao/shared';
import type { Dimension } from '../lexicon/index.ts';

/** A measured value in a view's text. All offsets are half-open view offsets. */
export interface Quantity {
  /** the value expression with its hedges and unit */
  start: number;
  end: number;
  /** below zero where a minus sign or 负 stands before the number */
  value: number;
  valueTo: number | null;
  /** base unit as written, multiplier removed */
  unit: string;
  dimension: Dimension;
  bound: Bound;
  hedge: string | null;
  form: 'arabic' | 'hanzi' | 'rank' | 'double';
  /** place in a ratio a:b:c of three parts, 0 for the first; null where it is none */
  share: number | null;
  /** a character that could not be read stands in the number: its value is a guess */
  damaged: boolean;
}
