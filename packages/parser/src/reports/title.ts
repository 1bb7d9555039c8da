import type { Gazetteer } from '../gazetteer/index.ts';
import { datesIn } from './dates.ts';
import { type Folded, fold, originalEnd, originalOffset } from './fold.ts';
import type { ArticleText } from './frame.ts';
import { linesOf, type Range } from './range.ts';
import { type RegionClue, titlePlace } from './region.ts';
import type { YearClue } from './year.ts';

/** What a title tells: little, because titles are copied, numbered and guessed by others than the report's authors. */
export type TitleClues = { readonly region: RegionClue | null; readonly year: YearClue | null };

/** The report's own title line. */
export type Heading = TitleClues & { readonly title: string };

/** Weights: a title inside the text is the report's own more often than the page's. */
const HEADING = { region: 8, year: 5 };
const PAGE_TITLE = { region: 3, year: 2 };

const IS_TITLE = /工作报告|计划纲要的报告/;
const MAX_TITLE = 60;

/** The line of the head that is the report's title, as it is written, and what it tells. */
export function headingOf(text: string, folded: Folded, range: Range, gazetteer: Gazetteer): Heading | null {
  for (const line of linesOf(folded.text, range.start, range.bodyStart)) {
    if (!IS_TITLE.test(line.text) || line.text.length > MAX_TITLE) continue;
    const end = line.start + line.text.length;
    const place = titlePlace(line.text, gazetteer);
    const year = datesIn(line.text)[0]?.year;
    return {
      title: text
        .slice(originalOffset(folded, line.start), originalEnd(folded, end))
        .replace(/\s+/g, ' ')
        .trim(),
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

/** What the page's own title tells. */
export function pageTitleClues(article: ArticleText, gazetteer: Gazetteer): TitleClues {
  const place = titlePlace(article.title, gazetteer)?.place;
  const year = datesIn(fold(article.title).text)[0]?.year;
  return {
    region: place ? { place, source: 'title', weight: PAGE_TITLE.region, start: -1, end: -1 } : null,
    year: year === undefined ? null : { year, source: 'title', weight: PAGE_TITLE.year, start: -1, end: -1 },
  };
}

/** A report is published in the year of its delivery more often than later, and never before. */
export function publishedClue(publishedAt: string | null | undefined): YearClue | null {
  const written = /^\d{4}/.exec(publishedAt ?? '')?.[0];
  return written ? { year: Number(written), source: 'published', weight: 2, start: -1, end: -1 } : null;
}
