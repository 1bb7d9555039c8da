import { present } from '@zhibiao/shared';
import { foldText, isDigit, isHan, isLatin, isSpace } from './characters.ts';

/** Characters that end a statement: a line that stops with one is not continued by the next. */
const TERMINATORS = '。!?;:…”';
/** What a heading or list item starts with: 一、 (一) 1. — - */
const HEADING =
  /^(?:[—\-•●■◆[]|[图表] ?\d{1,2}(?![\d.%])|\(?[一二三四五六七八九十]{1,3}[)、.,]|\(?\d{1,2}[)、.](?!\d)|第[一二三四五六七八九十]{1,3}[章节部])/;
/** A line of its own: what stands in brackets, the session of a report. */
const WHOLE = /^\([^()]*\)$|(?:会议|大会)上$/;
const COMMA_OR_STOP = /[。,;]/;
/** A wrapped line of a PDF copy is at least this long; shorter lines are headings or items. */
const WRAPPED = 22;
/** A line that breaks off in a number, and what goes on with it: its digits, its multiplier, its unit. */
const CUT_NUMBER = /[^\d.\n]\d+(?:[.,]\d*)?[百千万亿]{0,2}$/;
const GOES_ON =
  /^(?:[%‰.]\d*|[百千万亿]|个百分点|百分点|元|吨|公里|平方|立方|[个家人户亩项件套所处座条辆台次倍位名](?!["“'’]))/;
const CUT_DECIMAL = /[^\d.\n]\d+\.$/;
const MARK = /^\[\d{1,3}\]/;
/** 居全国第|一, 12:|27:61 */
const CUT_RANK = /第$/;
const RANK = /^[\d一二三四五六七八九十]/;
const CUT_RATIO = /\d:$/;
/** Lines are read no further than this: enough to tell a paragraph from a heading. */
const READ = 400;

/**
 * Whether the line break at `at` lies inside a sentence: a hard-wrapped line, or a column break of an e-paper.
 * `next` is the start of the following line that is not blank; `spaced`: between any two lines stands a blank one.
 */
export function joinsNextLine(
  text: string,
  start: number,
  at: number,
  next: number,
  end: number,
  spaced = false,
): boolean {
  if (next >= end) return false;
  let last = at - 1;
  while (last >= start && isSpace(text.charCodeAt(last))) last--;
  if (last < start) return false;
  if (cutsNumber(text, start, last, next, end)) return true;
  if (noLineBegins(text, at, next)) return true;
  if (endsStatement(text, last)) return false;
  if (goesOnWithMark(text, start, last, at, next)) return true;
  const following = foldText(text.slice(next, Math.min(next + 8, end)));
  const code = following.charCodeAt(0);
  const goesOn =
    isHan(code) ||
    isDigit(code) ||
    isLatin(code) ||
    '“《('.includes(present(following[0], 'the first of following'));
  if (!goesOn || HEADING.test(following)) return false;
  const line = lineEnding(text, start, last);
  if (line.length < WRAPPED || WHOLE.test(line)) return false;
  // A blank line between: only a long paragraph that breaks off in mid-sentence goes on behind it.
  if (!spaced && text.slice(at, next).indexOf('\n', 1) > 0)
    return line.length >= 60 && COMMA_OR_STOP.test(line);
  return !HEADING.test(line) || COMMA_OR_STOP.test(line);
}

const hasBlankLine = (text: string, at: number, next: number): boolean =>
  text.slice(at, next).indexOf('\n', 1) > 0;

/** What no line begins with unless the break was put in by counting characters. */
const NEVER_FIRST = '、,。;!?)》”’%';

/** 装备制造业|、高技术制造业: the line goes on with a mark that begins none. */
const noLineBegins = (text: string, at: number, next: number): boolean =>
  NEVER_FIRST.includes(foldText(present(text[next], 'text at next'))) && !hasBlankLine(text, at, next);

/** 。 and 。”; a closing quote alone ends none: 深化“放管服”|改革. */
function endsStatement(text: string, last: number): boolean {
  const char = foldText(present(text[last], 'text at last'));
  if (char !== '”') return TERMINATORS.includes(char);
  return TERMINATORS.includes(foldText(text[last - 1] ?? ' '));
}

/** 五大平台|[4],及时救助: a footnote mark at the beginning of a wrapped line. */
function goesOnWithMark(text: string, start: number, last: number, at: number, next: number): boolean {
  if (hasBlankLine(text, at, next)) return false;
  return MARK.test(foldText(text.slice(next, next + 6))) && lineEnding(text, start, last).length >= WRAPPED;
}

/** Lines of print that tell that the space between them is line spacing. */
const PRINTED = 24;
/** How far the length of a full line of print varies, in characters. */
const RAGGED = 4;

/**
 * Whether a text is a print with a blank line between any two of its lines: nearly all lines that break off in mid-sentence
 * are about as long as each other, with one blank line behind. Linear.
 */
export function isSpaced(text: string, start: number, end: number): boolean {
  const lengths: number[] = [];
  let others = 0;
  for (let at = start; at < end; ) {
    const stop = text.indexOf('\n', at);
    const line = stop < 0 || stop > end ? end : stop;
    let next = line + 1;
    while (next < end && (text.charCodeAt(next) === 10 || isSpace(text.charCodeAt(next)))) next++;
    const written = text.slice(at, Math.min(line, at + READ)).replace(/\s/g, '');
    if (
      written.length >= PRINTED - 2 * RAGGED &&
      !TERMINATORS.includes(foldText(present(written.at(-1), 'the last of written')))
    ) {
      if (text.slice(line, next).split('\n').length === 3) lengths.push(written.length);
      else others++;
    }
    at = Math.max(next, line + 1);
  }
  if (lengths.length < PRINTED || others * 4 > lengths.length) return false;
  const full = present(lengths.sort((a, b) => a - b)[lengths.length >> 1], 'the middle');
  const alike = lengths.filter((length) => Math.abs(length - full) <= RAGGED).length;
  return full <= 60 && alike >= 0.7 * lengths.length;
}

const PAGE_NUMBER = /^[—\-–]{1,2} ?\d{1,3} ?[—\-–]{1,2}(?=\s|$)/;

/** How long the number of a printed page is that stands at `at` by itself: — 12 —, —12—. 0 where none does. */
export function pageNumberLength(text: string, at: number, end: number): number {
  const before = text.charCodeAt(at - 1);
  if (at > 0 && before !== 10 && !isSpace(before)) return 0;
  return PAGE_NUMBER.exec(text.slice(at, Math.min(end, at + 10)))?.[0].length ?? 0;
}

/** 18.2|亿元, 增长6.1|%, 1.|5万人: the break goes through a number. */
function cutsNumber(text: string, start: number, last: number, next: number, end: number): boolean {
  if (text.slice(last + 1, next).split('\n').length > 2) return false;
  const line = foldText(text.slice(Math.max(start, last - 20), last + 1));
  if (!/[\d.百千万亿第:]$/.test(line)) return false;
  const following = foldText(text.slice(next, Math.min(next + 5, end)));
  if (CUT_RANK.test(line)) return RANK.test(following);
  if (CUT_RATIO.test(line)) return /^\d+(?:\.\d+)?[:,。;]/.test(following);
  if (CUT_DECIMAL.test(line)) return isDigit(following.charCodeAt(0));
  return CUT_NUMBER.test(line) && GOES_ON.test(following);
}

function lineEnding(text: string, start: number, last: number): string {
  let from = last;
  while (from > start && text.charCodeAt(from - 1) !== 10 && last - from < READ) from--;
  return foldText(text.slice(from, last + 1)).trim();
}
