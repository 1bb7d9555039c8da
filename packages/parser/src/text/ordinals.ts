import { HANZI_DIGITS } from './characters.ts';

/** Digits of dates and sessions: circles and letters that stand for 〇, and the forms of bankers. */
const DIGITS: Readonly<Record<string, number>> = {
  ...HANZI_DIGITS,
  '○': 0,
  '◯': 0,
  O: 0,
  o: 0,
  Ο: 0,
  ο: 0,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};

/** 廿六日 is the 26th. */
const TENS: Readonly<Record<string, number>> = { 十: 1, 拾: 1, 廿: 2, 卅: 3 };

/** A count as ordinals of sessions and headings write it: 十八, 二十三, 一百零二, 18. Null where it is none. */
export function ordinal(written: string): number | null {
  if (/^\d{1,3}$/.test(written)) return Number(written);
  let total = 0;
  let digit = 0;
  let seen = false;
  for (const char of written) {
    if (char === '百') {
      total += (digit || 1) * 100;
      digit = 0;
    } else if (TENS[char] !== undefined) {
      total += (TENS[char] ?? 1) * (digit || 1) * 10;
      digit = 0;
    } else if (char in DIGITS) digit = DIGITS[char] ?? 0;
    else return null;
    seen = true;
  }
  return seen ? total + digit : null;
}

/** A four-digit year, digits and hanzi mixed as old pages do: 2023, 二〇〇三, 二O一二, 二00八. Null where it is none. */
export function writtenYear(written: string): number | null {
  let year = 0;
  for (const char of written) {
    const digit = /\d/.test(char) ? Number(char) : DIGITS[char];
    if (digit === undefined) return null;
    year = year * 10 + digit;
  }
  return written.length === 4 && year >= 1949 && year <= 2099 ? year : null;
}

/** Source of a pattern for a written year (four units), for use in larger patterns. */
export const YEAR = '[12一二壹贰][\\d〇零○◯OoΟο一二三四五六七八九壹贰叁肆伍陆柒捌玖]{3}';
/** Source of a pattern for an ordinal in digits or hanzi. */
export const ORDINAL = '[\\d一二三四五六七八九十廿卅壹贰叁肆伍陆柒捌玖拾]{1,3}';
