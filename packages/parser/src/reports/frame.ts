import type { Article, Period, Report } from '@zhibiao/shared';
import { type Gazetteer, openGazetteer } from '../gazetteer/index.ts';
import { type ReportData, type Role, reportData } from './data.ts';
import { datesIn } from './dates.ts';
import type { Evidence } from './evidence.ts';
import { flagsOf } from './flags.ts';
import { type Folded, fold, originalEnd, originalOffset } from './fold.ts';
import { findHeadings, type HeadingPatterns, headingPatterns } from './headings.ts';
import { type Stretch, spanOf, splitReports } from './openings.ts';
import { bodyClue, chooseRegion, headClues, type RegionClue, sessionClues, titlePlace } from './region.ts';
import { periodOf, type RoleStretch } from './roles.ts';
import { buildTree, type Node, sectionsOf } from './sections.ts';
import { assignRoles } from './stretches.ts';
import {
  calendarClues,
  chooseYear,
  headDate,
  headingClues,
  latestNamedYear,
  linesOf,
  type Range,
  sentenceClues,
  type YearClue,
} from './year.ts';

/** A report without its observations: what the framing finds. */
export type ReportFrame = Omit<Report, 'observations' | 'file' | 'url'>;
/** What the framing reads of an article. */
export type ArticleText = Pick<Article, 'title' | 'text'> & {
  publishedAt?: string | null;
  url?: string | undefined;
};

/** A stretch of the article's text with one role; offsets are UTF-16 code units, `period` the calendar years spoken of. */
export type RoleSpan = { start: number; end: number; role: Role; period: Period | null };

/** A frame with the role of every part of it, and what told region and year. */
export type FramedReport = { frame: ReportFrame; roles: RoleSpan[]; evidence: Evidence[] };

type Tools = { gazetteer: Gazetteer; data: ReportData; patterns: HeadingPatterns };

/**
 * The reports of an article in order, disjoint; at least one. A text that is no report (fragment, digest, other news)
 * is one frame over the whole text, its region and year null where the text gives no evidence.
 */
export function readFrames(article: ArticleText, gazetteer: Gazetteer = openGazetteer()): FramedReport[] {
  const data = reportData();
  const tools: Tools = { gazetteer, data, patterns: headingPatterns(data.cues) };
  const folded = fold(article.text);
  const stretches = splitReports(folded);
  return stretches.map((stretch, index) =>
    readFrame(article, folded, stretch, index, stretches.length, tools),
  );
}

/** `readFrames` without roles and evidence. */
export function frameReports(article: ArticleText, gazetteer?: Gazetteer): ReportFrame[] {
  return readFrames(article, gazetteer).map(({ frame }) => frame);
}

/** The roles of a frame that `frameReports` gave for this text: ordered, disjoint, covering `frame.span`. */
export function rolesOf(frame: ReportFrame, text: string): RoleSpan[] {
  const data = reportData();
  const folded = fold(text.slice(frame.span.start, frame.span.end));
  const { range, nodes } = outline(folded, splitWhole(folded), { patterns: headingPatterns(data.cues) });
  const stretches = assignRoles(folded.text, range, nodes, data.cues, data.calendar, frame.year);
  return roleSpans(stretches, folded, data, frame.year, frame.span.start);
}

/** A frame's own text holds one report: the last address in it is its own (a teaser may repeat it above). */
function splitWhole(folded: Folded): Stretch {
  const found = splitReports(folded);
  return { start: 0, end: folded.text.length, opening: found[0]?.opening ?? null };
}

function outline(
  folded: Folded,
  stretch: Stretch,
  tools: Pick<Tools, 'patterns'>,
): { range: Range; nodes: Node[] } {
  const range: Range = {
    start: stretch.start,
    bodyStart: stretch.opening?.address?.end ?? stretch.start,
    end: stretch.end,
  };
  const prose = stretch.opening && stretch.start < stretch.opening.start ? stretch.start : range.bodyStart;
  const headings = findHeadings(folded.text, stretch.start, stretch.end, prose, tools.patterns);
  return { range: { ...range, bodyStart: prose }, nodes: buildTree(headings, stretch.end) };
}

function readFrame(
  article: ArticleText,
  folded: Folded,
  stretch: Stretch,
  index: number,
  count: number,
  tools: Tools,
): FramedReport {
  const { data, gazetteer } = tools;
  const { range, nodes } = outline(folded, stretch, tools);
  const span = spanOf(folded, stretch);
  const roles = (year: number | null): RoleStretch[] =>
    assignRoles(folded.text, range, nodes, data.cues, data.calendar, year);

  const dated = headDate(folded.text, range);
  const undated = roles(null);
  const heading = reportHeading(folded, range);
  const yearClues: YearClue[] = [
    ...(dated ? [dated.clue] : []),
    ...headingClues(nodes, data.cues, data.calendar),
    ...sentenceClues(folded.text, range, undated),
    ...calendarClues(folded.text, range, undated, data.calendar),
    ...(heading?.year ? [heading.year] : []),
  ];
  const weak = [
    latestNamedYear(folded.text, range, undated),
    titleYear(article),
    publishedYear(article),
  ].filter((clue): clue is YearClue => clue !== null);
  const chosenYear = chooseYear(yearClues, 5) ?? chooseYear([...yearClues, ...weak], 3);
  const year = chosenYear?.year ?? null;

  const headRegions = headClues(folded.text, range, gazetteer);
  const strong = [...headRegions, ...sessionClues(folded.text, range, gazetteer)];
  const bodyRegion = bodyClue(folded.text, range, gazetteer, year);
  const fromTitle = titlePlace(article.title, gazetteer);
  const regionClues: RegionClue[] = [
    ...strong,
    ...(bodyRegion ? [bodyRegion] : []),
    ...(heading?.region ? [heading.region] : []),
    ...(fromTitle
      ? [{ place: fromTitle.place, source: 'title' as const, weight: 3, start: -1, end: -1 }]
      : []),
  ];
  const chosenRegion = chooseRegion(regionClues);
  const place = chosenRegion?.place ?? null;

  const stretches = roles(year);
  const roleList = roleSpans(stretches, folded, data, year, 0);
  const title = heading?.title ?? article.title;
  const frame: ReportFrame = {
    ordinal: index + 1,
    title,
    region: place ? { name: place.fullName, adcode: place.adcode, level: place.level } : null,
    deliveredAt: dated && dated.clue.year === year ? dated.iso : year === null ? null : String(year),
    year,
    reviewed: spannedPeriod(roleList, 'review', year),
    targeted: spannedPeriod(roleList, 'plan', year),
    span,
    sections: sectionsOf(nodes, folded, article.text),
    flags: [],
  };
  frame.flags = flagsOf(
    {
      article,
      heading: heading?.title ?? null,
      place,
      year,
      count,
      text: folded.text.slice(range.start, range.end),
      start: range.start,
      nodes,
      opened: stretch.opening !== null,
    },
    gazetteer,
  );
  return {
    frame,
    roles: roleList,
    evidence: evidenceOf(article, folded, chosenRegion?.support ?? [], chosenYear?.support ?? []),
  };
}

/** The line of the head that is the report's title, and what it says. */
function reportHeading(
  folded: Folded,
  range: Range,
): { title: string; year: YearClue | null; region: RegionClue | null } | null {
  const gazetteer = openGazetteer();
  for (const line of linesOf(folded.text, range.start, range.bodyStart)) {
    if (!/工作报告|计划纲要的报告/.test(line.text) || line.text.length > 60) continue;
    const place = titlePlace(line.text, gazetteer);
    const date = datesIn(line.text)[0];
    return {
      title: line.text,
      year: date
        ? {
            year: date.year,
            source: 'heading',
            weight: 5,
            start: line.start,
            end: line.start + line.text.length,
          }
        : null,
      region: place
        ? {
            place: place.place,
            source: 'heading',
            weight: 8,
            start: line.start + place.start,
            end: line.start + place.end,
          }
        : null,
    };
  }
  return null;
}

function titleYear(article: ArticleText): YearClue | null {
  const date = datesIn(fold(article.title).text)[0];
  return date ? { year: date.year, source: 'title', weight: 2, start: -1, end: -1 } : null;
}

function publishedYear(article: ArticleText): YearClue | null {
  const year = Number(/^(\d{4})/.exec(article.publishedAt ?? '')?.[1] ?? Number.NaN);
  return Number.isNaN(year) ? null : { year, source: 'published', weight: 2, start: -1, end: -1 };
}

function roleSpans(
  stretches: readonly RoleStretch[],
  folded: Folded,
  data: ReportData,
  year: number | null,
  shift: number,
): RoleSpan[] {
  return stretches.map((stretch) => ({
    start: shift + originalOffset(folded, stretch.start),
    end: shift + originalOffset(folded, stretch.end),
    role: stretch.role,
    period: periodOf(stretch, folded.text, data.calendar, year),
  }));
}

/** From the first to the last year that the stretches of one tense speak of. */
function spannedPeriod(
  roles: readonly RoleSpan[],
  tense: 'review' | 'plan',
  year: number | null,
): Period | null {
  const periods = roles.filter(({ role }) => role.startsWith(tense)).map(({ period }) => period);
  const known = periods.filter((period): period is Period => period !== null);
  if (known.length === 0)
    return year === null
      ? null
      : tense === 'review'
        ? { start: year - 1, end: year - 1 }
        : { start: year, end: year };
  return { start: Math.min(...known.map((p) => p.start)), end: Math.max(...known.map((p) => p.end)) };
}

function evidenceOf(
  article: ArticleText,
  folded: Folded,
  regions: readonly RegionClue[],
  years: readonly YearClue[],
): Evidence[] {
  const at = (clue: { start: number; end: number }): { quote: string; span: Evidence['span'] } => {
    if (clue.start < 0) return { quote: article.title, span: null };
    const start = originalOffset(folded, clue.start);
    const end = Math.max(start, originalEnd(folded, clue.end));
    return { quote: article.text.slice(start, end), span: { start, end } };
  };
  return [
    ...regions.map(
      (clue): Evidence => ({
        of: 'region',
        source: clue.source,
        value: clue.place.fullName,
        weight: clue.weight,
        ...at(clue),
      }),
    ),
    ...years.map(
      (clue): Evidence => ({
        of: 'year',
        source: clue.source,
        value: String(clue.year),
        weight: clue.weight,
        ...at(clue),
      }),
    ),
  ];
}
