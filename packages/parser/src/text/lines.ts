import { foldText, isDigit, isHan, isLatin, isSpace } from './characters.ts';

/** Characters that end a statement: a line that stops with one is not continued by the next. */
const TERMINATORS = '。!?;:…”';
/** What a heading or list item starts with: 一、 (一) 1. — - */
const HEADING =
  /^(?:[—\-•●■◆[]|\(?[一二三四五六七八九十]{1,3}[)、.,]|\(?\d{1,2}[)、.](?!\d)|第[一二三四五六七八九十]{1,3}[章节部])/;
const COMMA_OR_STOP = /[。,;]/;
/** A wrapped line of a PDF copy is at least this long; shorter lines are headings or items. */
const WRAPPED = 22;
/** A line that breaks off in a number, and what goes on with it: its digits, its multiplier, its unit. */
const CUT_NUMBER = /[^\d.\n]\d+(?:[.,]\d*)?[百千万亿]{0,2}$/;
const GOES_ON =
  /^(?:[%‰.]\d*|[百千万亿]|个百分点|百分点|元|吨|公里|平方|立方|[个家人户亩项件套所处座条辆台次倍位名](?!["“'’]))/;
const CUT_DECIMAL = /[^\d.\n]\d+\.$/;
/** Lines are read no further than this: enough to tell a paragraph from a heading. */
const READ = 400;

/**
 * Whether the line break at `at` lies inside a sentence: a hard-wrapped line, or a column break of an e-paper.
 * `next` is the start of the following line that is not blank.
 */
export function joinsNextLine(text: string, start: number, at: number, next: number, end: number): boolean {
  if (next >= end) return false;
  let last = at - 1;
  while (last >= start && isSpace(text.charCodeAt(last))) last--;
  if (last < start) return false;
  if (cutsNumber(text, start, last, next, end)) return true;
  if (TERMINATORS.includes(foldText(text[last]!))) return false;
  const following = foldText(text.slice(next, Math.min(next + 8, end)));
  const code = following.charCodeAt(0);
  const goesOn = isHan(code) || isDigit(code) || isLatin(code) || '“《('.includes(following[0]!);
  if (!goesOn || HEADING.test(following)) return false;
  const line = lineEnding(text, start, last);
  if (line.length < WRAPPED) return false;
  // A blank line between: only a long paragraph that breaks off in mid-sentence goes on behind it.
  if (text.slice(at, next).indexOf('\n', 1) > 0) return line.length >= 60 && COMMA_OR_STOP.test(line);
  return !HEADING.test(line) || COMMA_OR_STOP.test(line);
}

/** 18.2|亿元, 增长6.1|%, 1.|5万人: the break goes through a number. */
function cutsNumber(text: string, start: number, last: number, next: number, end: number): boolean {
  if (text.slice(last + 1, next).split('\n').length > 2) return false;
  const line = foldText(text.slice(Math.max(start, last - 20), last + 1));
  if (!/[\d.百千万亿]$/.test(line)) return false;
  const following = foldText(text.slice(next, Math.min(next + 5, end)));
  if (CUT_DECIMAL.test(line)) return isDigit(following.charCodeAt(0));
  return CUT_NUMBER.test(line) && GOES_ON.test(following);
}

function lineEnding(text: string, start: number, last: number): string {
  let from = last;
  while (from > start && text.charCodeAt(from - 1) !== 10 && last - from < READ) from--;
  return foldText(text.slice(from, last + 1)).trim();
}
