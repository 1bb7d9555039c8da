import type { Genre } from '@zhibiao/shared';
import type { Gazetteer } from '../../gazetteer/index.ts';
import type { ArticleText } from '../article-text.ts';
import type { ReportData } from '../data.ts';
import { type Folded, fold, originalEnd, originalOffset } from '../layout/fold.ts';
import { linesOf } from '../layout/range.ts';
import { datesIn } from './dates.ts';
import { type RegionClue, titlePlace } from './region.ts';
import type { YearClue } from './year.ts';

/** What a title tells: little, because titles are copied, numbered and guessed by others than the report's authors. */
export type TitleClues = { readonly region: RegionClue | null; readonly year: YearClue | null };

/** The report's own title line. */
export type Heading = TitleClues & { readonly title: string };

/** Weights: a title inside the text is the report's own more often than the page's. */
const HEADING = { region: 8, year: 5 };
const PAGE_TITLE = { region: 3, year: 2 };
/** 丹阳市政府工作报告(2023年): a page called like the report tells its year where nothing else does. */
const REPORT_TITLE = { year: 4 };

const IS_TITLE = /工作报告|计划纲要的报告|[预决]算.{0,80}报告/;
const MAX_TITLE = 60;
/** Sentences and session lines name the report, too, but are no titles. */
const NO_TITLE = /我谨?代表|委托|审议|会议上|^各位|位置|[。;>|»]/;

/** The line of the head that is the report's title, as it is written, and what it tells. */
export function headingOf(
  text: string,
  folded: Folded,
  head: { readonly start: number; readonly end: number },
  gazetteer: Gazetteer,
): Heading | null {
  for (const line of linesOf(folded.text, head.start, head.end)) {
    if (!IS_TITLE.test(line.text) || line.text.length > MAX_TITLE || NO_TITLE.test(line.text)) continue;
    // …的报告_2020年_某市财政局: the page's own ending
    const length = line.text.search(/_|$/);
    const end = line.start + length;
    const place = titlePlace(line.text, gazetteer);
    // 2018年预算执行情况及2019年预算草案: the report belongs to the later year.
    const year = datesIn(line.text).at(-1)?.year;
    return {
      title: writtenTitle(text, folded, line.start, end),
      region: place && {
        place: place.place,
        source: 'heading',
        weight: HEADING.region,
        start: line.start + place.start,
        end: line.start + place.end,
      },
      year:
        year === undefined ? null : { year, source: 'heading', weight: HEADING.year, start: line.start, end },
    };
  }
  return null;
}

/** A stretch of the folded copy as the article writes it, in one line and without the blanks between its characters. */
export const writtenTitle = (text: string, folded: Folded, start: number, end: number): string =>
  text
    .slice(originalOffset(folded, start), originalEnd(folded, end))
    .replace(/(?<=[\w)])\s+(?=[\w(])/g, '\0')
    .replace(/\s+|\?{2,}/g, '')
    .replaceAll('\0', ' ');

/** What the page's own title tells. */
export function pageTitleClues(article: ArticleText, gazetteer: Gazetteer): TitleClues {
  const place = titlePlace(article.title, gazetteer)?.place;
  const title = fold(article.title).text;
  const year = datesIn(title).at(-1)?.year;
  const weight = place && IS_TITLE.test(title) ? REPORT_TITLE.year : PAGE_TITLE.year;
  return {
    region: place ? { place, source: 'title', weight: PAGE_TITLE.region, start: -1, end: -1 } : null,
    year: year === undefined ? null : { year, source: 'title', weight, start: -1, end: -1 },
  };
}

/** A communiqué's title names the year before its delivery. */
export const ofYearAfter = ({ region, year }: TitleClues): TitleClues => ({
  region,
  year: year && { ...year, year: year.year + 1 },
});

/** A report is published in the year of its delivery more often than later, and never before. */
export function publishedClue(publishedAt: string | null | undefined): YearClue | null {
  const written = /^\d{4}/.exec(publishedAt ?? '')?.[0];
  return written ? { year: Number(written), source: 'published', weight: 2, start: -1, end: -1 } : null;
}

/** A title that says neither whose report it is nor of what year. */
const BARE = /^(?:政府)?工作报告$/;
const ADDRESSED = /^(?:现在,?|下面,?)?(?:由?我|受)|^各位/;

/** A page's title that names nothing: a date, a word of its template, the report's first sentence. */
function isEmpty(title: string, { genres }: Pick<ReportData, 'genres'>): boolean {
  const plain = fold(title).text;
  const [date] = datesIn(plain);
  const rest = date ? plain.slice(0, date.start) + plain.slice(date.end) : plain;
  return (
    rest.replace(/[^\p{L}]/gu, '').length < 3 || genres.noTitles.includes(plain) || ADDRESSED.test(plain)
  );
}

/** What a report is called: its own title, else its page's, else what it is. */
export function reportTitle(
  heading: string | null,
  page: string,
  named: { readonly region: string | null; readonly year: number | null; readonly genre: Genre | null },
  data: Pick<ReportData, 'genres'>,
): string {
  // 洛阳市统计局, 顺河回族区: a communiqué's title calls itself one
  const calls = named.genre === 'communique' ? /公报/ : /./;
  const told = [heading, page].filter(
    (title) => title !== null && calls.test(title) && !isEmpty(title, data),
  );
  const full = told.find((title) => !BARE.test(title ?? ''));
  if (full || named.genre === null) return full ?? heading ?? page;
  if (named.region === null && named.year === null && told[0]) return told[0];
  const year = named.year === null ? '' : `${named.year}年`;
  return `${named.region ?? ''}${year}${data.genres.generatedTitles[named.genre]}`;
}
