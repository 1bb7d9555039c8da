import { fold, isCircledNumber, isDigit, isHan, isLatin, isSpace } from './characters.ts';
import { joinsNextLine } from './lines.ts';

/**
 * A normalised reading of a stretch of an article's text: widths folded, the spaces and line breaks of PDF copies,
 * footnote marks and list bullets gone. `origin[i]` is the UTF-16 offset in the article of the view's unit `i`.
 */
export interface View {
  text: string;
  origin: Int32Array;
}

/** The article's span of the view's half-open range. An empty range has no span in the article. */
export function originalSpan(view: View, start: number, end: number): { start: number; end: number } {
  const first = view.origin[start] ?? 0;
  return { start: first, end: (view.origin[end - 1] ?? first) + 1 };
}

/** First view offset whose origin is at or after the article's offset. */
export function viewOffset(view: View, offset: number): number {
  let low = 0;
  let high = view.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((view.origin[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Words that may follow a percentage after a space and still belong to it (10% 以上). */
const AFTER_PERCENT = '以左上下的和与至到及之内';

/** Reads `text` from `start` to `end` (UTF-16 offsets). Linear. */
export function readView(text: string, start = 0, end = text.length): View {
  const out: string[] = [];
  const origin = new Int32Array(end - start);
  const push = (char: string, at: number): void => {
    origin[out.length] = at;
    out.push(char);
  };
  let i = start;
  let lineStart = true;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code === 10) {
      const next = nextLine(text, i, end);
      if (!joinsNextLine(text, start, i, next, end) && out.length > 0 && out[out.length - 1] !== '\n') {
        push('\n', i);
        lineStart = true;
      }
      i = Math.max(next, i + 1);
      continue;
    }
    if (isSpace(code)) {
      const next = skipSpaces(text, i, end);
      if (!lineStart) keepSpace(out, text, i, next, end, push);
      i = next;
      continue;
    }
    if (isCircledNumber(code) || (lineStart && isBullet(text, i, end))) {
      i++;
      continue;
    }
    const note = footnoteLength(text, i, end);
    if (note > 0) {
      i += note;
      continue;
    }
    push(fold(text[i]!), i);
    lineStart = false;
    i++;
  }
  return { text: out.join(''), origin: origin.subarray(0, out.length) };
}

function skipSpaces(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** Start of the next line that is not blank. */
function nextLine(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && (text.charCodeAt(i) === 10 || isSpace(text.charCodeAt(i)))) i++;
  return i;
}

/** A space between Latin words stays; one after a percentage separates two items of a digest; any other is noise. */
function keepSpace(
  out: string[],
  text: string,
  at: number,
  next: number,
  end: number,
  push: (char: string, at: number) => void,
): void {
  if (next >= end) return;
  const before = (out[out.length - 1] ?? '').charCodeAt(0);
  const after = text.charCodeAt(next);
  const words = (code: number): boolean => isLatin(code) || isDigit(code);
  if (isLatin(before) && words(after)) push(' ', at);
  else if (isDigit(before) && isDigit(after) && !splitsNumber(out, text, next, end)) push(' ', at);
  else if (before === 37 && isHan(after) && !AFTER_PERCENT.includes(text[next]!)) push(',', at);
}

/** 1 20亿元: a space inside a number. Two long numbers, or the parts of a date and a time, are two. */
function splitsNumber(out: readonly string[], text: string, next: number, end: number): boolean {
  let first = 0;
  while (first < 4 && isDigit((out[out.length - 1 - first] ?? '').charCodeAt(0))) first++;
  let second = 0;
  while (second < 4 && next + second < end && isDigit(text.charCodeAt(next + second))) second++;
  if (first > 2 && second > 2) return false;
  return !'-/:'.includes(out[out.length - 1 - first] ?? ' ') && !':-/'.includes(text[next + second] ?? ' ');
}

/** `- `, `• `, `* `: a list bullet at the start of a line (a minus sign has a digit behind it). */
function isBullet(text: string, at: number, end: number): boolean {
  const char = text[at]!;
  if (char === '-' || char === '*') return at + 1 < end && isSpace(text.charCodeAt(at + 1));
  return '•●■◆▲★※►▪'.includes(char);
}

/** `[12]`, `［3］`, `〔4〕`: a footnote mark inside a sentence; 0 when there is none. */
function footnoteLength(text: string, at: number, end: number): number {
  if (fold(text[at]!) !== '[') return 0;
  let i = at + 1;
  while (i < end && i - at <= 3 && isDigit(fold(text[i]!).charCodeAt(0))) i++;
  return i > at + 1 && i < end && fold(text[i]!) === ']' ? i + 1 - at : 0;
}
