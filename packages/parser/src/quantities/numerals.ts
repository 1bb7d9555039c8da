import { present } from '@zhibiao/shared';
import { charTable, HANZI_DIGITS as DIGITS, isDigit } from '../text/characters.ts';

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
  /** a character that no font could name stands among its digits */
  damaged: boolean;
}

/** How many code units a character takes that stands where a digit or a point was lost: �, □, one of a private area. */
function damageAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 0xfffd || code === 0x25a1 || (code >= 0xe000 && code <= 0xf8ff)) return 1;
  // planes 15 and 16
  return code >= 0xdb80 && code <= 0xdbff ? 2 : 0;
}

/** The end of a run of digits and lost characters. */
function digitsEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    const step = isDigit(text.charCodeAt(end)) ? 1 : damageAt(text, end);
    if (step === 0 || end - at > LONGEST) return end;
    end += step;
  }
}

/** Arabic digits with thousands separators and decimals. Null for codes, dotted versions and over-long runs. */
export function readArabic(text: string, at: number): Numeral | null {
  if (!isDigit(text.charCodeAt(at))) return null;
  let i = digitsEnd(text, at);
  const whole = i - at;
  if (whole > 15) return null;
  if (whole <= 3) {
    while (i - at < LONGEST && text[i] === ',' && isThousands(text, i + 1)) i += 4;
  }
  const point = i + damageAt(text, i + 1);
  if (text[i] === '.' && isDigit(text.charCodeAt(point + 1))) {
    i = digitsEnd(text, i + 1);
    if (text[i] === '.' && isDigit(text.charCodeAt(i + 1))) return null;
  }
  const written = text.slice(at, i).replaceAll(',', '');
  const digits = written.replace(/[^\d.]/g, '');
  return { value: Number(digits), start: at, end: i, damaged: digits.length < written.length };
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
    const char = present(text[i], 'text at i');
    if (char in DIGITS) {
      if (digit !== null) {
        if (total > 0 || section > 0 || i - at > 4) break;
        digit = digit * 10 + present(DIGITS[char], 'DIGITS at char');
      } else digit = present(DIGITS[char], 'DIGITS at char');
    } else if (char in SMALL) {
      section += (digit ?? 1) * present(SMALL[char], 'SMALL at char');
      digit = null;
    } else if (char in LARGE) {
      const part = section + (digit ?? 0);
      total = (total + (part === 0 ? (total === 0 ? 1 : 0) : part)) * present(LARGE[char], 'LARGE at char');
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
      value +=
        present(DIGITS[present(text[j], 'text at j')], 'the entry for entry of text in DIGITS') * scale;
      scale /= 10;
      j++;
    }
    value = Number(value.toFixed(8));
    i = j;
  }
  return { value, start: at, end: i, damaged: false };
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

/** 2百亿 of 1千2百亿, 5千 of 3万5千: what goes on behind a number and its multiplier, as one value; null where nothing does. */
export function readRest(
  text: string,
  at: number,
  head: Numeral,
  factor: number,
): { value: number; end: number } | null {
  if (factor < 1000 || !Number.isInteger(head.value) || !isDigit(text.charCodeAt(at))) return null;
  const rest = readArabic(text, at);
  if (rest === null || !Number.isInteger(rest.value) || !'十百千万'.includes(text[rest.end] ?? ' '))
    return null;
  const small = SMALL[present(text[rest.end], 'the entry for end in text')] ?? 1;
  let end = rest.end + (small === 1 ? 0 : 1);
  let section = rest.value * small;
  let value = head.value * factor;
  if (section >= factor) return null;
  const large = LARGE[text[end] ?? ''] ?? 1;
  if (large > 1) end++;
  // 1千2百亿 is 1200亿, 2亿5千万 is 2.5亿
  if (large > factor) value = (value + section) * large;
  else {
    section *= large;
    if (section >= factor) return null;
    value += section;
  }
  return { value, end };
}

/** Product without binary dust: 1.93 × 10¹² is 1930000000000. */
export const multiply = (value: number, factor: number): number =>
  factor === 1 ? value : Number((value * factor).toPrecision(15));
