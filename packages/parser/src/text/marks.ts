import { present } from '@zhibiao/shared';
import { fold, isDigit, isSpace } from './characters.ts';

export const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const BULLETS = '•●■◆▲★※►▪';

/** Round brackets hold footnote marks right behind a word: 事项(1)全部落地. */
export const ROUND = { opens: 40, closes: 41 };
const AFTER_WORD = /[\u4e00-\u9fff”》]/;

/** What page templates and converters write for %, behind a digit. */
const ESCAPED_PERCENTS = ['_M_M_', '\\%', '&#37;', '&#x25;', '&percnt;'];

/** Length of an escaped % at `at`; 0 where there is none. */
export function escapedPercent(text: string, at: number, end: number): number {
  if (!isDigit(fold(text.charCodeAt(at - 1)))) return 0;
  const length = ESCAPED_PERCENTS.find((written) => text.startsWith(written, at))?.length ?? 0;
  return at + length <= end ? length : 0;
}

/** `- `, `• `, `* `: a list bullet at the start of a line (a minus sign has a digit behind it). */
export function isBullet(text: string, at: number, end: number): boolean {
  const char = present(text[at], 'text at the place');
  if (char === '-' || char === '*') return at + 1 < end && isSpace(text.charCodeAt(at + 1));
  return BULLETS.includes(char);
}

/** `[12]`, in any width of bracket and digit, and `(12)` behind a word: a footnote mark inside a sentence; 0 when there is none. */
export function footnoteLength(text: string, at: number, end: number): number {
  const opens = fold(text.charCodeAt(at));
  const round = opens === ROUND.opens && AFTER_WORD.test(text[at - 1] ?? '');
  if (opens !== OPEN_BRACKET && !round) return 0;
  const closes = round ? ROUND.closes : CLOSE_BRACKET;
  const most = round ? 2 : 3;
  let i = at + 1;
  while (i < end && i - at <= most && isDigit(fold(text.charCodeAt(i)))) i++;
  return i > at + 1 && i < end && fold(text.charCodeAt(i)) === closes ? i + 1 - at : 0;
}
