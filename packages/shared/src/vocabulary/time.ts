import { z } from 'zod';

/** Milliseconds since the epoch, from the year 1 to 9999: of what lies outside no date can be written. */
export const Moment = z.int().min(-62_135_596_800_000).max(253_402_300_799_999);

/**
 * @returns false for days that no calendar has: 31 February, month 13
 * @example
 * ```ts
 * import { isDay } from '@zhibiao/shared';
 * [isDay(2024, 2, 29), isDay(2023, 2, 29)]; // → [true, false]
 * ```
 */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
