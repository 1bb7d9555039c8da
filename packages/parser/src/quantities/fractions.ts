import { present } from '@zhibiao/shared';
import { isDigit } from '../text/characters.ts';
import { type Numeral, readArabic, readHanzi } from './numerals.ts';

/** A share in words, as a number of its unit. */
export interface Fraction {
  numeral: Numeral;
  unit: '%' | '‰';
}

const UNITS: Record<string, Fraction['unit']> = { 百: '%', 千: '‰' };

/** 百分之八点五, 千分之三, 三分之一 (33.33 %). Null where no share stands at `at`. */
export function readFraction(text: string, at: number): Fraction | null {
  const whole = readHanzi(text, at);
  if (whole === null || !text.startsWith('分之', whole.end)) return null;
  const start = whole.end + 2;
  const part = isDigit(text.charCodeAt(start)) ? readArabic(text, start) : readHanzi(text, start);
  if (part === null) return null;
  const numeral = { ...part, start: at };
  const unit = whole.end === at + 1 ? UNITS[present(text[at], 'text at the place')] : undefined;
  if (unit !== undefined) return { numeral, unit };
  // 三分之一的人口住上新房: a way of speaking
  if (text[part.end] === '的') return null;
  if (whole.value < 2 || whole.value > 10 || part.value >= whole.value || part.value < 1) return null;
  return { numeral: { ...numeral, value: Number(((100 * part.value) / whole.value).toFixed(2)) }, unit: '%' };
}
