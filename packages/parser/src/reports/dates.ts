import { ORDINAL, ordinal, writtenYear, YEAR } from './numerals.ts';

/** A date as exact as it is written: `2023-01-06`, `2023-01` or `2023`. Offsets of the folded copy. */
export type WrittenDate = {
  readonly start: number;
  readonly end: number;
  readonly year: number;
  readonly iso: string;
};

const DATE = new RegExp(`(${YEAR})年(?:(${ORDINAL})月(?:(${ORDINAL})日)?)?`, 'g');
const two = (n: number): string => String(n).padStart(2, '0');

/** Dates of a text, hanzi or digits: 二〇〇三年一月十日, 2023年1月6日. A bare year is given as one too. */
export function datesIn(text: string): WrittenDate[] {
  const dates: WrittenDate[] = [];
  for (const match of text.matchAll(DATE)) {
    const year = writtenYear(match[1] ?? '');
    if (year === null) continue;
    const month = ordinal(match[2] ?? '');
    const day = ordinal(match[3] ?? '');
    const exactMonth = month !== null && month >= 1 && month <= 12 ? month : null;
    const exactDay = exactMonth !== null && day !== null && day >= 1 && day <= 31 ? day : null;
    const iso =
      exactMonth === null
        ? `${year}`
        : `${year}-${two(exactMonth)}${exactDay === null ? '' : `-${two(exactDay)}`}`;
    dates.push({ start: match.index, end: match.index + match[0].length, year, iso });
  }
  return dates;
}
