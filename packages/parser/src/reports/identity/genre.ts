import type { Genre } from '@zhibiao/shared';
import type { ArticleText } from '../article-text.ts';
import type { Outline } from '../layout/outline.ts';
import { linesOf } from '../layout/range.ts';
import { roleOfHeading, tenseOf, UNDATED } from '../time/roles.ts';
import { communiqueTitle } from './communique-title.ts';

/** A title is no longer than this; what stands in a head and is longer is prose. */
const MAX_TITLE = 60;
/** Navigation above a text may be as long as this. */
const HEAD_LENGTH = 3000;
/** The marks of a communiqué without a title weigh so much together. */
const ENOUGH = 4;

/** A line of a head that names what the text is: no link list, no byline. */
const isTitleLine = (line: string): boolean => line.length <= MAX_TITLE && !/[|>。;]|来源:|发布/.test(line);

/** A line of a head, in offsets of the folded copy. */
type TitleLine = { start: number; text: string };

/** The lines of the head that a text's title may be. */
function* titleLines({ folded, range }: Outline): Generator<TitleLine> {
  const end = Math.min(range.end, Math.max(range.bodyStart, range.start + HEAD_LENGTH));
  for (const line of linesOf(folded.text, range.start, end)) if (isTitleLine(line.text)) yield line;
}

/** 加强预算执行 is the heading of a section. */
const isNamed = (title: string): boolean => title.includes('报告');

/** What kind of report a stretch of an article is; null for a text that is none. */
export function genreOf(article: ArticleText, outline: Outline): Genre | null {
  const { data, folded, range, nodes } = outline;
  const named = (title: string): Genre | null =>
    data.genres.genres.find(({ titles }) => titles.some((word) => title.includes(word)))?.genre ?? null;
  for (const { start, text } of titleLines(outline)) {
    if (outline.opened && start >= outline.headEnd) break;
    const genre = named(text);
    if (genre !== null && genre !== 'communique' && isNamed(text)) return genre;
  }
  if (outline.opened) {
    const address = folded.text.slice(range.start, addressEnd(outline));
    const budget =
      named(article.title) === 'budget' || (named(address) === 'budget' && !OF_WORK.test(address));
    return budget ? 'budget' : 'work-report';
  }
  if (communiqueTitle(outline) !== null) return 'communique';
  const text = folded.text.slice(range.start, range.end);
  const marks = data.genres.communiqueMarks.filter(({ words }) => words.some((word) => text.includes(word)));
  if (marks.reduce((sum, { weight }) => sum + weight, 0) >= ENOUGH) return 'communique';
  const told = named(article.title);
  if (told !== null) return told;
  const first = text.slice(0, OTHERS_WITHIN);
  if (/各位代表/.test(text) && !OTHERS.test(first)) {
    const entrusted = ENTRUSTED.exec(first)?.[0] ?? '';
    return named(entrusted) === 'budget' && !OF_WORK.test(entrusted) ? 'budget' : 'work-report';
  }
  const chapters = nodes.filter(({ level }) => level === 1);
  const tenses = new Set(chapters.flatMap(({ title }) => tenseIn(title, outline)));
  return tenses.size === 2 ? 'work-report' : null;
}

/** The end of the sentence that opens a report; it is no longer than this behind its first words. */
function addressEnd({ folded, headEnd }: Outline): number {
  const stop = folded.text.slice(headEnd, headEnd + MAX_ADDRESS).indexOf('。');
  return headEnd + (stop < 0 ? 0 : stop);
}
const MAX_ADDRESS = 160;

/** What is reported beside a budget makes it no budget report. */
const OF_WORK = /工作报告|报告(?:政府)?工作/;

/** Reports of courts, procurators and the congress itself address the deputies, too. */
const OTHERS = /法院|检察院|常务委员会工作|常委会工作报告/;
const OTHERS_WITHIN = 500;
/** 受县人民政府委托,现将…提请大会审查。 */
const ENTRUSTED = /委托[^。]{0,120}/;

const tenseIn = (title: string, { data }: Outline): string[] => {
  const role = roleOfHeading(title, data, UNDATED);
  const tense = role && tenseOf(role);
  return tense ? [tense] : [];
};
