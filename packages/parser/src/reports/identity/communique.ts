import type { Gazetteer } from '../../gazetteer/index.ts';
import type { ArticleText } from '../article-text.ts';
import type { Outline } from '../layout/outline.ts';
import { linesOf } from '../layout/range.ts';
import { communiqueTitle } from './communique-title.ts';
import { datesIn, type WrittenDate } from './dates.ts';
import type { Identity } from './identity.ts';
import { chooseRegion, contextOf, type PlaceContext, pick, type RegionClue } from './region.ts';
import { bodyClue } from './region-body.ts';
import { publishedClue, type TitleClues, writtenTitle } from './title.ts';
import { chooseYear, type YearClue } from './year.ts';

/** A communiqué's title and its bureau say whose it is; places named in the body are parts or neighbours. */
const WEIGHTS = { title: 120, bureau: 90, page: 60 };
/** The head of a communiqué: title, bureau, date, with a page's furniture between them. */
const HEAD_LENGTH = 3000;
/** A line of the head that is longer is prose. */
const MAX_LINE = 60;

/** 合肥市统计局 国家统计局合肥调查队, 来源:和田地区统计局 */
const BUREAU = /(?:^|[\n:])([^\n:|。,]{2,24}?)(?:人民政府)?统计局(?=国家统计局|[\n)]|$)/g;

/** Whose communiqué it is, by its head. */
function communiqueRegion(
  outline: Outline,
  page: TitleClues,
  gazetteer: Gazetteer,
  context: PlaceContext,
): RegionClue[] {
  const { folded, range } = outline;
  const { text } = folded;
  const clues: RegionClue[] = [];
  const add = (from: number, to: number, weight: number, source: RegionClue['source']): void => {
    const mention = gazetteer.mentions(text, from, to).at(-1);
    const place = mention && pick(mention, gazetteer, context);
    if (mention && place) clues.push({ place, source, weight, start: mention.start, end: mention.end });
  };
  const title = communiqueTitle(outline);
  if (title) add(title.start, title.start + title.text.length, WEIGHTS.title, 'heading');
  const head = text.slice(range.start, Math.min(range.end, range.start + HEAD_LENGTH));
  for (const match of head.matchAll(BUREAU)) {
    const at = range.start + match.index + match[0].indexOf(match[1] ?? '');
    add(at, at + (match[1] ?? '').length, WEIGHTS.bureau, 'speaker');
  }
  if (page.region) clues.push({ ...page.region, weight: WEIGHTS.page });
  return clues;
}

/** 2025年,全市…; 2025年是…; 本公报中2025年数据; 图1:2021-2025年: each names the year under review. */
const SAYS_YEAR: readonly { readonly pattern: RegExp; readonly weight: number; readonly most: number }[] = [
  { pattern: /本公报(?:中)?(?:的|所列)?(20\d\d|199\d)年/g, weight: 20, most: 1 },
  { pattern: /(?:^|[\n。])(20\d\d|199\d)年(?:,|是|全|末|底|我)/g, weight: 6, most: 3 },
  { pattern: /[图表]\d{1,2}[:.]?(?:20\d\d|199\d)[-—–~至_]+(20\d\d)年/g, weight: 4, most: 3 },
];

/**
 * The year that a communiqué reviews, as clues for the year after it, in which communiqués are issued. Dates of its head
 * are days of issue, or of a page: they only count where the text names no year.
 */
function communiqueYear(article: ArticleText, page: TitleClues, outline: Outline): YearClue[] {
  const { folded, range } = outline;
  const clues: YearClue[] = [];
  const title = communiqueTitle(outline);
  if (title)
    clues.push({
      year: title.year.year + 1,
      source: 'heading',
      weight: 100,
      start: title.start + title.year.start,
      end: title.start + title.year.end,
    });
  if (page.year) clues.push({ ...page.year, weight: 60 });
  const text = folded.text.slice(range.start, range.end);
  for (const { pattern, weight, most } of SAYS_YEAR) {
    let count = 0;
    for (const match of text.matchAll(pattern)) {
      if (++count > most) break;
      const start = range.start + match.index;
      clues.push({
        year: Number(match[1]) + 1,
        source: 'sentence',
        weight,
        start,
        end: start + match[0].length,
      });
    }
  }
  for (const date of headDates(outline).slice(0, 2))
    clues.push({ year: date.year, source: 'dateline', weight: 3, start: date.start, end: date.end });
  const published = publishedClue(article.publishedAt);
  return published ? [...clues, published] : clues;
}

/** Full dates in lines of the head, those that stand alone before those of a page's byline. */
function headDates({ folded, range }: Outline): WrittenDate[] {
  const alone: WrittenDate[] = [];
  const others: WrittenDate[] = [];
  const end = Math.min(range.end, range.start + HEAD_LENGTH);
  for (const { start, text } of linesOf(folded.text, range.start, end)) {
    if (text.length > MAX_LINE) continue;
    for (const date of datesIn(text)) {
      if (date.iso.length < 7) continue;
      const found = { ...date, start: start + date.start, end: start + date.end };
      (text.length - (date.end - date.start) <= 4 ? alone : others).push(found);
    }
  }
  return [...alone, ...others];
}

/** The day of issue: the first date of the head that lies in the year after the reviewed one; else that year alone. */
function issuedAt(outline: Outline, year: number): string {
  return headDates(outline).find((date) => date.year === year)?.iso ?? String(year);
}

/** Whose communiqué it is, what year it reviews and when it was issued. */
export function identifyCommunique(
  article: ArticleText,
  page: TitleClues,
  outline: Outline,
  gazetteer: Gazetteer,
): Identity {
  const { folded, range } = outline;
  const { text } = folded;
  const chosenYear = chooseYear(communiqueYear(article, page, outline), 2);
  const year = chosenYear?.year ?? null;
  const mentions = gazetteer.mentions(text, range.start, range.end);
  const context = contextOf(mentions);
  const clues = communiqueRegion(outline, page, gazetteer, context);
  const body = bodyClue(text, range, mentions, context, gazetteer, year);
  const chosenRegion = chooseRegion(body ? [...clues, body] : clues);
  const title = communiqueTitle(outline);
  return {
    place: chosenRegion?.place ?? null,
    year,
    clock: { planned: year, early: false },
    deliveredAt: year === null ? null : issuedAt(outline, year),
    heading: title && {
      title: writtenTitle(article.text, folded, title.start, title.start + title.text.length),
      region: null,
      year: null,
    },
    redacted: false,
    regionClues: chosenRegion?.support ?? [],
    yearClues: chosenYear?.support ?? [],
  };
}
