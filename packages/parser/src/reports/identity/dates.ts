import { isDay } from '@zhibiao/shared';
import { ORDINAL, ordinal, writtenYear, YEAR } from '../../text/ordinals.ts';

/** A date as exact as it is written: `2023-01-06`, `2023-01` or `2023`. Offsets of the folded copy. */
export type WrittenDate = {
  readonly start: number;
  readonly end: number;
  readonly year: number;
  readonly iso: string;
};

/** 2023年1月6日, 二〇二三年元月六号; 2023-01-06, 2023.1.6, 2023/1/6 where no longer number stands there. */
const DATE = new RegExp(
  `(?<!\\d)(${YEAR})(?:年(?:(${ORDINAL}|元)月(?:(${ORDINAL})[日号])?)?|([-./—–])(\\d{1,2})\\4(\\d{1,2})(?![\\d./—–-]))`,
  'g',
);
/** 元月 is January; 正月 is the first month of the old calendar, which says no month of ours. */
const monthOf = (written: string): number | null => (written === '元' ? 1 : ordinal(written));
/** Source of a pattern for a full date as session lines write it, for use in larger patterns. */
export const FULL_DATE = `${YEAR}(?:年(?:${ORDINAL}|元)月${ORDINAL}[日号]|[-./—–]\\d{1,2}[-./—–]\\d{1,2})`;
const two = (n: number): string => String(n).padStart(2, '0');

/** Dates of a text, hanzi or digits: 二〇〇三年一月十日, 2023年1月6日, 2023.1.6. A bare year is given as one too. */
export function datesIn(text: string): WrittenDate[] {
  const dates: WrittenDate[] = [];
  for (const match of text.matchAll(DATE)) {
    const [written, named = '', hanziMonth, hanziDay, separator, figureMonth, figureDay] = match;
    const year = writtenYear(named);
    if (year === null) continue;
    const month = monthOf(hanziMonth ?? figureMonth ?? '');
    const day = ordinal(hanziDay ?? figureDay ?? '');
    if (separator !== undefined && !isDay(year, month ?? 0, day ?? 0)) continue;
    const exactMonth = month !== null && month >= 1 && month <= 12 ? month : null;
    const exactDay = exactMonth !== null && day !== null && isDay(year, exactMonth, day) ? day : null;
    const iso =
      exactMonth === null
        ? `${year}`
        : `${year}-${two(exactMonth)}${exactDay === null ? '' : `-${two(exactDay)}`}`;
    dates.push({ start: match.index, end: match.index + written.length, year, iso });
  }
  return dates;
}
