import type { Genre } from '@zhibiao/shared';
import type { Gazetteer, Place } from '../../gazetteer/index.ts';
import type { ArticleText } from '../article-text.ts';
import type { Outline } from '../layout/outline.ts';
import { assignRoles } from '../time/role-stretches.ts';
import type { Clock } from '../time/roles.ts';
import { calendarClues, congressClue } from './calendar.ts';
import { isRedacted } from './redacted.ts';
import { chooseRegion, contextOf, type RegionClue } from './region.ts';
import { bodyClue } from './region-body.ts';
import { headClues, sessionLineClues } from './region-head.ts';
import { type Heading, headingOf, publishedClue, type TitleClues } from './title.ts';
import { chooseYear, type YearClue } from './year.ts';
import { headingClues, latestNamedYear, sentenceClues } from './year-body.ts';
import { headDate } from './year-head.ts';

/** Whose report it is and when it was delivered, with the evidence for both. */
export type Identity = {
  readonly place: Place | null;
  readonly year: number | null;
  /** the report plans the delivered year, or the next where a session met in the last weeks of a year */
  readonly clock: Clock;
  /** ISO, as exact as the text says */
  readonly deliveredAt: string | null;
  /** the report's own title line */
  readonly heading: Heading | null;
  /** years of the text were struck out (20xx年) */
  readonly redacted: boolean;
  readonly regionClues: readonly RegionClue[];
  readonly yearClues: readonly YearClue[];
};

const present = <T>(clue: T | null | undefined): clue is T => clue !== null && clue !== undefined;

/** Evidence of this weight is needed where the text itself speaks, and of that where only traces are left. */
const ENOUGH = 5;
const TRACE = 3;

/** Sessions of November and December plan the year that follows. */
const isEarly = (iso: string): boolean => /^\d{4}-1[12]/.test(iso);

/** A chapter is called 明年工作安排 or the like. */
const plansNext = (nodes: Outline['nodes'], data: Outline['data']): boolean =>
  nodes.some(
    ({ level, title }) =>
      level === 1 && data.words.headings.in(title).some(({ value }) => value === 'coming'),
  );

/** A text without an address may still begin with its title. */
function firstLines(text: string, { start, end }: Outline['range']): number {
  let at = start;
  for (let line = 0; line < 3 && at >= 0 && at < end; line++) at = text.indexOf('\n', at) + 1 || end;
  return Math.min(at, end);
}

export function identify(
  article: ArticleText,
  page: TitleClues,
  outline: Outline,
  gazetteer: Gazetteer,
  genre: Genre | null = null,
): Identity {
  const { folded, range, nodes, data } = outline;
  const { text } = folded;
  // A budget report that is handed in and not read out has a title, but no address below it.
  const unopened = genre === 'budget' ? (nodes[0]?.start ?? range.end) : firstLines(text, range);
  const headEnd = outline.opened ? range.bodyStart : unopened;
  const heading = headingOf(article.text, folded, { start: range.start, end: headEnd }, gazetteer);

  // the title's year is that of the delivery, not one that the text speaks of
  const titleEnd = outline.opened ? range.bodyStart : (heading?.year?.end ?? range.bodyStart);

  const dated = headDate(text, range);
  const winter = dated !== null && isEarly(dated.iso);
  const undated = assignRoles(text, range, nodes, data, { planned: null, early: winter });
  const body = [
    ...headingClues(nodes, data),
    ...sentenceClues(text, range, undated),
    ...calendarClues(text, range, undated, data),
  ];
  const redacted = isRedacted(text.slice(range.start, range.end));
  const told = [dated?.clue, ...body, redacted ? null : heading?.year].filter(present);
  const traces = [
    congressClue(text, range, data),
    latestNamedYear(text, { ...range, bodyStart: Math.max(range.bodyStart, titleEnd) }, undated),
    ...(redacted ? [] : [page.year, publishedClue(article.publishedAt)]),
  ].filter(present);
  const chosenYear = chooseYear(told, ENOUGH) ?? chooseYear([...told, ...traces], TRACE);
  const next = winter ? dated.clue.year + 1 : null;
  const planned = chooseYear(body, ENOUGH)?.year ?? (plansNext(nodes, data) ? next : null);
  const early = winter && planned === next;
  const year = early ? dated.clue.year : (chosenYear?.year ?? null);

  const mentions = gazetteer.mentions(text, range.start, range.end);
  const context = contextOf(mentions);
  const chosenRegion = chooseRegion(
    [
      ...headClues(text, range, gazetteer, context),
      ...sessionLineClues(text, range, gazetteer, context),
      bodyClue(text, range, mentions, context, gazetteer, year),
      heading?.region,
      page.region,
    ].filter(present),
  );
  return {
    place: chosenRegion?.place ?? null,
    year,
    clock: { planned: early ? planned : year, early },
    deliveredAt: dated && dated.clue.year === year ? dated.iso : (year?.toString() ?? null),
    heading,
    redacted,
    regionClues: chosenRegion?.support ?? [],
    yearClues: early ? [dated.clue] : (chosenYear?.support ?? []),
  };
}
