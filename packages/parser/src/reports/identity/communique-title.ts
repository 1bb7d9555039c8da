import type { Outline } from '../layout/outline.ts';
import { linesOf } from '../layout/range.ts';
import { datesIn, type WrittenDate } from './dates.ts';

/** A title in offsets of the folded copy; one that is set in several lines runs over them. */
export type CommuniqueTitle = { readonly start: number; readonly text: string; readonly year: WrittenDate };

const NAMES_IT = /统计公报/;
/** A line of a title is no longer than this; what is longer is prose. */
const MAX_LINE = 60;
/** Lines of a title that is set in several. */
const MAX_PART = 30;
/** The head of a page: its navigation, the title, the byline. */
const HEAD_LENGTH = 3000;
/** A link to another year's, a byline, navigation. */
const NO_TITLE = /[|>;。]|来源[:：]|发布|上一[篇条页]|下一[篇条页]|当前位置|相关/;
const NO_PART = /统计局|调查队|[|>:;。]|首页|字体|浏览|\d[-/]\d/;
const PLACE = /[省市县区州盟旗]|地区|局关于/;
/** 统计公报(2013), 2007常熟市…: a year without its 年. */
const BARE_YEAR = /(?<!\d)(?:19[89]|20[0-4])\d(?!\d)/;

/** The year that a title names, however it is written; null where it names none. */
function yearOf(title: string): WrittenDate | null {
  const [date] = datesIn(title);
  if (date) return date;
  const bare = BARE_YEAR.exec(title);
  if (bare === null) return null;
  return { start: bare.index, end: bare.index + 4, year: Number(bare[0]), iso: bare[0] };
}

/**
 * The title of a communiqué above its text: 2025年滨州市国民经济和社会发展统计公报. It may be set in up to three lines. Links
 * to those of other years below the text are none. Null where the head has no title with a year.
 */
export function communiqueTitle({ folded, range }: Outline): CommuniqueTitle | null {
  const { text } = folded;
  const end = Math.min(range.end, range.start + HEAD_LENGTH);
  const above: { start: number; text: string }[] = [];
  for (const line of linesOf(text, range.start, end)) {
    if (line.text.trim() === '') continue;
    // the text begins
    if (line.text.length > MAX_LINE && line.text.includes('。')) return null;
    if (/^一、/.test(line.text)) return null;
    if (line.text.length <= MAX_LINE && NAMES_IT.test(line.text) && !NO_TITLE.test(line.text)) {
      const title = withLinesAbove(line, above);
      const year = yearOf(title.text);
      if (year !== null) return { ...title, year };
    }
    above.push(line);
  }
  return null;
}

/** The title with the lines above it that say whose it is and of what year, as far as its own does not. */
function withLinesAbove(
  line: { start: number; text: string },
  above: readonly { start: number; text: string }[],
): { start: number; text: string } {
  let title = line;
  for (let back = 1; back <= 2; back++) {
    const part = above.at(-back);
    const whole = PLACE.test(title.text.replace(/统计公报.*/, '')) && yearOf(title.text) !== null;
    if (whole || part === undefined || part.text.length > MAX_PART || NO_PART.test(part.text)) break;
    title = { start: part.start, text: `${part.text}\n${title.text}` };
  }
  return title;
}
