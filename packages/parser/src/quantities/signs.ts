import { patternsOf } from '../lexicon/patterns.ts';
import { isHan } from '../text/characters.ts';

/** Behind these a dash joins two dates: 5月-8月. */
const DATES = '年月日号时点期度';
/** 减负2亿元, 担负10项: the end of another word. */
const NOT_NEGATIVE = /[担减抱肩胜欠辜背]负$/;
const SAID = patternsOf('quantities/signs')('signed');

/** Where the sign of a number at `at` begins: 增长|-3.2%, 负2.3%, (-1%); `at` itself where it has none. `from` opens the clause. */
export function signStart(text: string, at: number, from: number): number {
  const mark = text[at - 1];
  if (mark === '负') return NOT_NEGATIVE.test(text.slice(Math.max(0, at - 2), at)) ? at : at - 1;
  if (mark !== '-' && mark !== '—') return at;
  const before = text[at - 2] ?? '\n';
  if (DATES.includes(before)) return at;
  const fits = '、(,:和与及“'.includes(before) || isHan(before.charCodeAt(0));
  return fits && at - 1 >= from ? at - 1 : at;
}

/** Whether a dash or 负 before a number is its sign: before a rate always, before anything else behind a word that states it. */
export const takesSign = (text: string, start: number, dimension: string): boolean =>
  dimension === 'percent' || dimension === 'point' || SAID.test(text.slice(Math.max(0, start - 6), start));
