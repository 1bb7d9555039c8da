import { charTable } from './characters.ts';

/** A stretch of a view up to a full stop or a line break; half-open view offsets. */
export interface Sentence {
  start: number;
  end: number;
  /** first sentence of its line: a heading or a paragraph's topic */
  opensLine: boolean;
  /** the whole line, without a full stop: a heading or an item of a list */
  isLine: boolean;
}

/** Longest stretch that counts as one sentence; text without stops (hostile or broken) is cut there. */
const LONGEST = 1200;

const NEWLINE = 10;
const YEAR = '年'.charCodeAt(0);
const ENDS = charTable('。!?');
const CLOSERS = charTable('”’》)]');
const HAS_TEXT = /\S/;
/** Words with which a communiqué begins to tell: 全年…, 年末…. */
const OPENERS = new Set(['全年', '年末']);
/** A heading or the caption of a figure that runs into the text behind it: 七、对外经济 全年…, 图3:2021—2025年… 全年…. */
const RUN_IN =
  /^(?:\(?[一二三四五六七八九十]{1,3}[、)]|[图表] ?\d{1,2}|(?:19|20)\d\d[-—~_至]+(?:19|20)\d\d年)[^。;,]{2,44}$/;
/** The last cell of a table before the text goes on; a year or an ordinal is none. */
const CELL = /(?:^|[^\d.])(?!(?:19|20)\d\d$)-?\d{1,7}(?:\.\d+)?$/;
/** How far back a heading, a caption or a cell is looked for. */
const BACK = 60;

/** Where the opener with its 年 at `at` begins: 全|年, |年末. */
const yearOpener = (text: string, at: number): number => (text[at - 1] === '全' ? at - 1 : at);

/** Whether a new statement begins at `at`, where nothing but a heading, a caption or a table's cell stands before it. */
function opensAnew(text: string, start: number, at: number): boolean {
  if (!OPENERS.has(text.slice(at, at + 2))) return false;
  const before = text.slice(Math.max(start, at - BACK), at);
  return CELL.test(before) || (at - start <= BACK && RUN_IN.test(before));
}

/** Sentences of a view's text in order. Linear. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let opensLine = true;
  const close = (end: number, atLineEnd: boolean): void => {
    if (HAS_TEXT.test(text.slice(start, end))) {
      const ended = ENDS[text.charCodeAt(end - 1)] === 1;
      sentences.push({ start, end, opensLine, isLine: opensLine && atLineEnd && !ended });
      opensLine = false;
    }
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === NEWLINE) {
      close(i, true);
      start = i + 1;
      opensLine = true;
    } else if (ENDS[code] === 1) {
      let end = i + 1;
      while (end < text.length && CLOSERS[text.charCodeAt(end)] === 1) end++;
      close(end, end >= text.length || text.charCodeAt(end) === NEWLINE);
      i = end - 1;
    } else if (code === YEAR && i > start + 1 && opensAnew(text, start, yearOpener(text, i))) {
      close(yearOpener(text, i), false);
    } else if (i - start >= LONGEST) {
      close(i, false);
    }
  }
  close(text.length, true);
  return sentences;
}
