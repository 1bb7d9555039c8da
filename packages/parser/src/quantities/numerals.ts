import { charTable, isDigit } from '../text/characters.ts';

const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Record<string, number> = { 万: 1e4, 亿: 1e8 };
/** Longest numeral that is read; longer runs of digits are codes, and hostile text has nothing longer to gain. */
const LONGEST = 24;

/** Characters of hanzi numerals. */
export const HANZI_NUMERALS = [...Object.keys(DIGITS), ...Object.keys(SMALL), ...Object.keys(LARGE)].join('');

/** A number as written; half-open offsets. */
export interface Numeral {
  value: number;
  start: number;
  end: number;
}

/** Arabic digits with thousands separators and decimals. Null for codes, dotted versions and over-long runs. */
export function readArabic(text: string, at: number): Numeral | null {
  let i = at;
  while (isDigit(text.charCodeAt(i))) i++;
  const whole = i - at;
  if (whole === 0 || whole > 15) return null;
  let digits = text.slice(at, i);
  if (whole <= 3) {
    while (i - at < LONGEST && text[i] === ',' && isThousands(text, i + 1)) {
      digits += text.slice(i + 1, i + 4);
      i += 4;
    }
  }
  if (text[i] === '.' && isDigit(text.charCodeAt(i + 1))) {
    let j = i + 1;
    while (isDigit(text.charCodeAt(j)) && j - i < LONGEST) j++;
    digits += text.slice(i, j);
    i = j;
    if (text[i] === '.' && isDigit(text.charCodeAt(i + 1))) return null;
  }
  return { value: Number(digits), start: at, end: i };
}

function isThousands(text: string, at: number): boolean {
  return (
    isDigit(text.charCodeAt(at)) &&
    isDigit(text.charCodeAt(at + 1)) &&
    isDigit(text.charCodeAt(at + 2)) &&
    !isDigit(text.charCodeAt(at + 3))
  );
}

/** Hanzi numerals: 三, 十五, 二十点五, 一千二百, 三万五, 千亿 (a bare multiplier counts as one of it). */
export function readHanzi(text: string, at: number): Numeral | null {
  let i = at;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let seen = false;
  while (i < text.length && i - at < LONGEST) {
    const char = text[i]!;
    if (char in DIGITS) {
      if (digit !== null) {
        if (total > 0 || section > 0 || i - at > 4) break;
        digit = digit * 10 + DIGITS[char]!;
      } else digit = DIGITS[char]!;
    } else if (char in SMALL) {
      section += (digit ?? 1) * SMALL[char]!;
      digit = null;
    } else if (char in LARGE) {
      const part = section + (digit ?? 0);
      total = (total + (part === 0 ? (total === 0 ? 1 : 0) : part)) * LARGE[char]!;
      section = 0;
      digit = null;
    } else break;
    seen = true;
    i++;
  }
  if (!seen) return null;
  let value = total + section + (digit ?? 0);
  if (text[i] === '点' && (text[i + 1] ?? '') in DIGITS) {
    let scale = 0.1;
    let j = i + 1;
    while (j - i < 8 && (text[j] ?? '') in DIGITS) {
      value += DIGITS[text[j]!]! * scale;
      scale /= 10;
      j++;
    }
    value = Number(value.toFixed(8));
    i = j;
  }
  return { value, start: at, end: i };
}

const MULTIPLIERS = charTable('百千万亿');

/** 万, 亿, 万亿, 百万, 千万 … behind a number, as one factor. */
export function readMultiplier(text: string, at: number): { factor: number; end: number } {
  if (MULTIPLIERS[text.charCodeAt(at)] !== 1) return { factor: 1, end: at };
  let factor = 1;
  let i = at;
  while (i - at < 3) {
    const char = text[i] ?? '';
    const next = SMALL[char] ?? LARGE[char];
    if (next === undefined || char === '十') break;
    factor *= next;
    i++;
  }
  return { factor, end: i };
}

/** Product without binary dust: 1.93 × 10¹² is 1930000000000. */
export const multiply = (value: number, factor: number): number =>
  factor === 1 ? value : Number((value * factor).toPrecision(15));
