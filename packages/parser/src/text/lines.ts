import { foldText, isDigit, isHan, isLatin, isSpace } from './characters.ts';

/** Characters that end a statement: a line that stops with one is not continued by the next. */
const TERMINATORS = '。!?;:…”';
/** What a heading or list item starts with: 一、 (一) 1. — - */
const HEADING =
  /^(?:[—\-•●■◆[]|\(?[一二三四五六七八九十]{1,3}[)、.,]|\(?\d{1,2}[)、.](?!\d)|第[一二三四五六七八九十]{1,3}[章节部])/;
const COMMA_OR_STOP = /[。,;]/;
/** A wrapped line of a PDF copy is at least this long; shorter lines are headings or items. */
const WRAPPED = 22;
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
  if (last < start || TERMINATORS.includes(foldText(text[last]!))) return false;
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

function lineEnding(text: string, start: number, last: number): string {
  let from = last;
  while (from > start && text.charCodeAt(from - 1) !== 10 && last - from < READ) from--;
  return foldText(text.slice(from, last + 1)).trim();
}
