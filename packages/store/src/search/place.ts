/**
 * The order of searched texts as one number, by which both databases keep their indexes: region code (20 bits), year
 * (8), a part of a hash (25).
 * A region with its sub-regions is one stretch of it. 53 bits: the whole numbers that JSON and SQLite agree on.
 */
const YEAR = 2 ** 25;
const REGION = YEAR * 2 ** 8;
/** More than any six digits: texts of no known region come last. */
const NOWHERE = 2 ** 20 - 1;
const FIRST_YEAR = 1900;

/** @param hash hexadecimal; `tries` goes on to the next place where one is taken */
export function placeOf(adcode: string | null, year: number | null, hash: string, tries = 0): number {
  const region = adcode !== null && /^\d{6}$/.test(adcode) ? Number(adcode) : NOWHERE;
  const since = year === null ? 255 : Math.min(254, Math.max(0, year - FIRST_YEAR));
  const rest = (Number.parseInt(hash.slice(0, 8), 16) + tries) % YEAR;
  return region * REGION + since * YEAR + rest;
}

/** The stretch of a region and its sub-regions. @param prefix the digits that they share */
export const placesOf = (prefix: string): { gte: number; lt: number } => ({
  gte: Number(prefix.padEnd(6, '0')) * REGION,
  lt: (Number(prefix.padEnd(6, '9')) + 1) * REGION,
});
