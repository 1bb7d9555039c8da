import type { Measure } from '@zhibiao/shared';
import { units } from './files.ts';

/** @returns the unit in which claims of this one are compared, and how many of it one is (公斤: 0.001 吨) */
export function commonUnit(unit: string, measure: Measure): { unit: string; factor: number } {
  for (const group of units) {
    if (group.measures && !group.measures.includes(measure)) continue;
    if (group.unit === unit) return { unit, factor: 1 };
    const factor = group.same[unit];
    if (factor !== undefined) return { unit: group.unit, factor };
  }
  return { unit, factor: 1 };
}

/** A value in the common unit, without the noise that a multiplication leaves behind. */
export const inCommonUnit = (value: number, factor: number): number =>
  factor === 1 ? value : Number((value * factor).toPrecision(12));
