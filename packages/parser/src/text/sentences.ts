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
const ENDS = charTable('。!?');
const CLOSERS = charTable('”’》)]');
const HAS_TEXT = /\S/;

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
    } else if (i - start >= LONGEST) {
      close(i, false);
    }
  }
  close(text.length, true);
  return sentences;
}
