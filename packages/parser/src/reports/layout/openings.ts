import { ordinal } from '../../text/ordinals.ts';
import type { Folded } from './fold.ts';
import { linesOf } from './range.ts';

/** Where a report begins, in offsets of the folded copy. */
type Opening = {
  /** first line of the heading block: title, session line, speaker line */
  readonly start: number;
  /** 我代表…政府…报告: the sentence that only a report has; null where only a compilation's mark (【篇2】) tells */
  readonly address: { readonly start: number; readonly end: number } | null;
  /** the line is a compilation's mark */
  readonly marked: boolean;
};

/**
 * 现在,我代表XX市人民政府,向大会报告工作 — but not 在此,我代表市人民政府,向…表示衷心的感谢, nor what 人大代表 say of the
 * 政府工作报告.
 */
const ADDRESS =
  /(?:我谨?代表[^。!感谢]{0,30}?(?:政府|管委会)|我?受[^。!]{1,20}政府(?:的)?委托|(?:现在|下面),?(?:由)?我)[^。!谢敬]{0,60}?(?:报告|审议)/g;
/** 【篇1】, 篇一:, 第二篇, 范文3 at the start of a line. */
const COMPILATION_MARK =
  /^[【[(]?(?:第([\d一二三四五六七八九十]{1,3})篇|[篇章]([\d一二三四五六七八九十]{1,3})|范文([\d一二三四五六七八九十]{1,3}))(?:[】\]):、.]|$|[^\d,。]{0,40}$)/;
/** What a line of the heading block holds. */
const HEADING_CUE =
  /工作报告|[预决]算.{0,80}报告|届(?:人民代表大会|人大)|[12二][\d〇零○Oo一二三四五六七八九]{3}年[\d一二三四五六七八九十]{1,3}月|各位代表|(?:省|市|县|区|州|旗|盟)长|主席|计划纲要的报告/;
/** A teaser repeats the report's first lines; two addresses nearer than this are one report's. */
const TEASER_LENGTH = 1500;
const MAX_HEADING_LINE = 90;
/** 微信, QQ空间: buttons between title and text are no lines of their own. */
const MAX_BUTTON = 7;
const MAX_HEADING_BLOCK = 900;

/** Start of the line that holds `at`; `lastIndexOf` would take a negative offset for 0. */
const lineStart = (text: string, at: number): number => (at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);

/** Walks up from the address over lines that belong to the heading block; other short lines may stand between two of them. */
function headingStart(text: string, address: number, floor: number): number {
  let start = Math.max(lineStart(text, address), floor);
  // Glued texts put the whole head into the address's own line.
  let strangers = 0;
  for (let at = start; at > floor && address - at < MAX_HEADING_BLOCK; ) {
    const above = Math.max(lineStart(text, at - 1), floor);
    const line = text.slice(above, at - 1);
    if (line.length > MAX_HEADING_LINE || strangers > 3) break;
    if (HEADING_CUE.test(line) || COMPILATION_MARK.test(line)) {
      start = above;
      strangers = 0;
    } else if (line.length > MAX_BUTTON) strangers += 1;
    at = above;
  }
  return start;
}

/** Parts of a compilation are no shorter; marks nearer to each other are a table of contents. */
const MIN_PART = 200;

/** Offsets of the lines that number the parts of a compilation 1, 2, 3 …; empty where there are fewer than two. */
function compilationMarks(text: string): number[] {
  const marks: { at: number; number: number }[] = [];
  for (const line of linesOf(text, 0, text.length)) {
    const match = line.text.length <= MAX_HEADING_LINE ? COMPILATION_MARK.exec(line.text) : null;
    const number = ordinal(match?.[1] ?? match?.[2] ?? match?.[3] ?? '');
    if (number === null) continue;
    const last = marks.at(-1);
    if (last && (line.start - last.at < MIN_PART || number === 1)) marks.pop();
    const before = marks.at(-1);
    if (!before || number === before.number + 1) marks.push({ at: line.start, number });
  }
  return marks.length >= 2 ? marks.map(({ at }) => at) : [];
}

function addressesOf(text: string, marks: readonly number[]): { start: number; end: number }[] {
  const addresses: { start: number; end: number }[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const found = { start: match.index, end: match.index + match[0].length };
    const last = addresses.at(-1);
    // The parts of a compilation may be shorter than a teaser is far.
    const apart = last !== undefined && marks.some((mark) => mark > last.end && mark < found.start);
    if (last && !apart && found.start - last.end < TEASER_LENGTH) addresses.pop();
    addresses.push(found);
  }
  return addresses;
}

/** The openings of a text in order; none for a fragment, a digest or another kind of text. */
function findOpenings({ text }: Folded): Opening[] {
  const marks = compilationMarks(text);
  const openings: Opening[] = [];
  let next = 0;
  let floor = 0;
  const takeMarks = (until: number): void => {
    for (let mark = marks[next]; mark !== undefined && mark < until; next += 1, mark = marks[next])
      openings.push({ start: mark, address: null, marked: true });
  };
  for (const address of addressesOf(text, marks)) {
    const start = headingStart(text, address.start, floor);
    takeMarks(start);
    const marked = (marks[next] ?? Number.POSITIVE_INFINITY) <= address.start;
    openings.push({ start, address, marked });
    while ((marks[next] ?? Number.POSITIVE_INFINITY) <= address.start) next += 1;
    floor = address.end;
  }
  takeMarks(text.length);
  return openings;
}

/** A stretch of the folded copy that holds one report (or the whole of a text that holds none). */
export type Stretch = { readonly start: number; readonly end: number; readonly opening: Opening | null };

/** More prose than this above the first heading is a report's own first part, as a newspaper page sets it. */
const MAX_PRELUDE = 1500;

/** Prose of a stretch: the length of its lines that are longer than a heading. */
function proseLength(text: string, end: number): number {
  let total = 0;
  for (const line of text.slice(0, end).split('\n')) if (line.length > MAX_HEADING_LINE) total += line.length;
  return total;
}

/** So much text from the address on is the same in a second copy of a report, and in no other report. */
const SAME_TEXT = 400;

/**
 * One stretch per report, disjoint and in order. A page that holds its article twice (for desktop and mobile) gives it
 * once: the second copy lies in no stretch.
 */
export function splitReports(folded: Folded): Stretch[] {
  const { text } = folded;
  const openings = findOpenings(folded);
  if (openings.length === 0) return [{ start: 0, end: text.length, opening: null }];
  const seen = new Set<string>();
  return openings.flatMap((opening, index): Stretch[] => {
    const { address, marked, start: own } = opening;
    const end = openings[index + 1]?.start ?? text.length;
    const sample = address ? text.slice(address.start, address.start + SAME_TEXT) : '';
    if (sample.length === SAME_TEXT && seen.has(sample)) return [];
    seen.add(sample);
    return [
      { start: index === 0 && !marked && proseLength(text, own) > MAX_PRELUDE ? 0 : own, end, opening },
    ];
  });
}
