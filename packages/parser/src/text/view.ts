import { present } from '@zhibiao/shared';
import { fold, foldTable, isCircledNumber, isDigit, isHan, isLatin, isSpace } from './characters.ts';
import { isSpaced, joinsNextLine, pageNumberLength } from './lines.ts';
import { escapedPercent, footnoteLength, isBullet, OPEN_BRACKET, ROUND } from './marks.ts';
import { mendSlips } from './slips.ts';
import { isTraditional } from './traditional.ts';

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

const NEWLINE = 10;
const SPACE = 32;
const PERCENT = 37;
const COMMA = 44;
const AMPERSAND = 38;
const BACKSLASH = 92;
const UNDERSCORE = 95;
const DASH = 0x2014;
/** Words that may follow a percentage after a space and still belong to it (10% 以上). */
const AFTER_PERCENT = '以左上下的和与至到及之内';

/** Keeps no state from one call to the next. */
const UTF16 = new TextDecoder('utf-16le');

/** A growing view: code units and where they come from. */
interface Draft {
  units: Uint16Array;
  origin: Int32Array;
  length: number;
  /** every code unit's folded form */
  table: Uint16Array;
}

/** 1 for each code unit that may be more than a character of the text: line feeds, blanks, marks, brackets. */
const SPECIAL = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  Number(
    code === NEWLINE ||
      isSpace(code) ||
      isCircledNumber(code) ||
      code === UNDERSCORE ||
      code === BACKSLASH ||
      code === AMPERSAND ||
      code === DASH ||
      fold(code) === OPEN_BRACKET ||
      fold(code) === ROUND.opens,
  ),
);

/** Reads `text` from `start` to `end` (UTF-16 offsets). Linear. */
export function readView(text: string, start = 0, end = text.length): View {
  const draft: Draft = {
    units: new Uint16Array(end - start),
    origin: new Int32Array(end - start),
    length: 0,
    table: foldTable(isTraditional(text, start, end)),
  };
  const spaced = isSpaced(text, start, end);
  let i = start;
  let lineStart = true;
  while (i < end) {
    if (!lineStart) i = copyPlain(draft, text, i, end);
    if (i >= end) break;
    const code = text.charCodeAt(i);
    if (code === NEWLINE) {
      const next = nextLine(text, i, end);
      const broken = draft.length > 0 && draft.units[draft.length - 1] !== NEWLINE;
      if (broken && !joinsNextLine(text, start, i, next, end, spaced)) {
        push(draft, NEWLINE, i);
        lineStart = true;
      }
      i = Math.max(next, i + 1);
    } else if (isSpace(code)) {
      const next = skipSpaces(text, i, end);
      if (!lineStart && next < end) keepSpace(draft, text, i, next, end);
      i = next;
    } else if (code === DASH && pageNumberLength(text, i, end) > 0) {
      i += pageNumberLength(text, i, end);
    } else if (escapedPercent(text, i, end) > 0) {
      // its last character: the quote of a value takes all of the mark
      i += escapedPercent(text, i, end);
      push(draft, PERCENT, i - 1);
    } else if (code === UNDERSCORE && isSubscript(draft, text, i, end)) {
      i++;
    } else if (isCircledNumber(code) || (lineStart && isBullet(text, i, end))) {
      i++;
    } else {
      // a mark that opens a line stays: the line is the note itself
      const note = lineStart ? 0 : footnoteLength(text, i, end);
      if (note === 0) {
        push(draft, present(draft.table[code], 'table at code'), i);
        lineStart = false;
      }
      i += Math.max(1, note);
    }
  }
  const units = draft.units.subarray(0, draft.length);
  mendSlips(units);
  return { text: UTF16.decode(units), origin: draft.origin.subarray(0, draft.length) };
}

function push(draft: Draft, code: number, at: number): void {
  // a lone surrogate would not survive decoding: it reads as a replacement character, one unit for one
  draft.units[draft.length] = code;
  draft.origin[draft.length] = at;
  draft.length++;
}

/** Copies characters that stand for themselves; where it stops. */
function copyPlain(draft: Draft, text: string, from: number, end: number): number {
  const { units, origin, table } = draft;
  let { length } = draft;
  let i = from;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (SPECIAL[code] !== 0) break;
    units[length] = present(table[code], 'table at code');
    origin[length++] = i;
  }
  draft.length = length;
  return i;
}

function skipSpaces(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** Start of the next line that is neither blank nor a page's number. */
function nextLine(text: string, from: number, end: number): number {
  let i = from;
  for (;;) {
    while (i < end && (text.charCodeAt(i) === NEWLINE || isSpace(text.charCodeAt(i)))) i++;
    const number = pageNumberLength(text, i, end);
    if (number === 0 || !isLineEnd(text, i + number, end)) return i;
    i += number;
  }
}

function isLineEnd(text: string, from: number, end: number): boolean {
  const at = skipSpaces(text, from, end);
  return at >= end || text.charCodeAt(at) === NEWLINE;
}

/** PM_2.5, as a page's markup or a formula writes PM₂.₅. */
function isSubscript(draft: Draft, text: string, at: number, end: number): boolean {
  return (
    isLatin(draft.units[draft.length - 1] ?? 0) && at + 1 < end && isDigit(fold(text.charCodeAt(at + 1)))
  );
}

/** PM 2.5 is one word. */
const endsWithPM = ({ units, length }: Draft): boolean =>
  units[length - 1] === 77 && units[length - 2] === 80 && !isLatin(units[length - 3] ?? 0);

/** A space between Latin words stays; one after a percentage separates two items of a digest; any other is noise. */
function keepSpace(draft: Draft, text: string, at: number, next: number, end: number): void {
  const before = draft.units[draft.length - 1] ?? 0;
  const after = text.charCodeAt(next);
  if (isLatin(before) && (isLatin(after) || isDigit(after))) {
    if (!isDigit(fold(after)) || !endsWithPM(draft)) push(draft, SPACE, at);
  } else if (isDigit(before) && isDigit(after) && !splitsNumber(draft, text, next, end))
    push(draft, SPACE, at);
  else if (before === PERCENT && isHan(after) && !AFTER_PERCENT.includes(present(text[next], 'text at next')))
    push(draft, COMMA, at);
}

/** 1 20亿元: a space inside a number. Two long numbers, or the parts of a date and a time, are two. */
function splitsNumber(draft: Draft, text: string, next: number, end: number): boolean {
  let first = 0;
  while (first < 4 && isDigit(draft.units[draft.length - 1 - first] ?? 0)) first++;
  let second = 0;
  while (second < 4 && next + second < end && isDigit(text.charCodeAt(next + second))) second++;
  if (first > 2 && second > 2) return false;
  const before = String.fromCharCode(draft.units[draft.length - 1 - first] ?? SPACE);
  return !'-/:'.includes(before) && !':-/'.includes(text[next + second] ?? ' ');
}
