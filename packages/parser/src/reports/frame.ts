import type { Genre, Period, Report } from '@zhibiao/shared';
import { type Gazetteer, openGazetteer } from '../gazetteer/index.ts';
import type { ArticleText } from './article-text.ts';
import { flagsOf } from './flags.ts';
import { identifyCommunique } from './identity/communique.ts';
import type { Evidence } from './identity/evidence.ts';
import { genreOf } from './identity/genre.ts';
import { type Identity, identify } from './identity/identity.ts';
import { ofYearAfter, pageTitleClues, reportTitle } from './identity/title.ts';
import { originalEnd, originalOffset } from './layout/fold.ts';
import { type Outline, outlineOfFrame, outlinesOf } from './layout/outline.ts';
import { sectionsOf } from './layout/sections.ts';
import { communiqueRoles } from './time/communique-roles.ts';
import { assignRoles } from './time/role-stretches.ts';
import { type Clock, periodOf, type RoleSpan } from './time/roles.ts';

/** A report without its observations: what the framing finds. */
export type ReportFrame = Omit<Report, 'observations' | 'file' | 'url'>;
/** A frame with the role of every part of it, and what told region and year. */
export type FramedReport = { frame: ReportFrame; roles: RoleSpan[]; evidence: Evidence[] };

/**
 * The reports of an article in order, disjoint; at least one. A text that is no report (fragment, digest, other news)
 * is one frame over the whole text, its region and year null where the text gives no evidence.
 */
export function readFrames(article: ArticleText, gazetteer: Gazetteer = openGazetteer()): FramedReport[] {
  const outlines = outlinesOf(article.text);
  const page = pageTitleClues(article, gazetteer);
  return outlines.map((outline, index) => {
    const genre = genreOf(article, outline);
    const communique = genre === 'communique';
    const titled = communique ? ofYearAfter(page) : page;
    const identity = communique
      ? identifyCommunique(article, titled, outline, gazetteer)
      : identify(article, titled, outline, gazetteer, genre);
    const roles = roleSpans(outline, identity.clock, genre, 0);
    const reviewed = spoken(roles, 'review', identity.clock.planned);
    const named = {
      region: identity.place?.fullName ?? null,
      year: communique ? (reviewed?.end ?? null) : identity.year,
      genre,
    };
    const { folded, range, nodes } = outline;
    const frame: ReportFrame = {
      ordinal: index + 1,
      title: reportTitle(identity.heading?.title ?? null, article.title, named, outline.data),
      genre,
      region: identity.place && regionOf(identity.place),
      deliveredAt: identity.deliveredAt,
      year: identity.year,
      reviewed,
      targeted: communique ? null : spoken(roles, 'plan', identity.clock.planned),
      span: { start: originalOffset(folded, range.start), end: originalOffset(folded, range.end) },
      sections: sectionsOf(nodes, folded, article.text),
      flags: flagsOf(outline, identity, titled, outlines.length),
    };
    return { frame, roles, evidence: evidenceOf(article, outline, identity) };
  });
}

/**
 * `readFrames` without roles and evidence.
 * @example
 * ```ts
 * import { frameReports } from '@zhibiao/parser';
 * const article = {
 *   title: '2023年临江市政府工作报告',
 *   publishedAt: '2023-01-10',
 *   site: '临江市人民政府',
 *   url: null,
 *   text: '2023年预期目标：地区生产总值增长6%左右。',
 * };
 * const [frame] = frameReports(article);
 * [frame.region.name, frame.year]; // → ['临江市', 2023]
 * ```
 */
export function frameReports(article: ArticleText, gazetteer?: Gazetteer): ReportFrame[] {
  return readFrames(article, gazetteer).map(({ frame }) => frame);
}

/** The roles of a frame that `frameReports` gave for this text: ordered, disjoint, covering `frame.span`. */
export function rolesOf(frame: ReportFrame, text: string): RoleSpan[] {
  const own = text.slice(frame.span.start, frame.span.end);
  const planned = frame.reviewed ? frame.reviewed.end + 1 : frame.year;
  const early = planned !== null && frame.year !== null && planned > frame.year;
  return roleSpans(outlineOfFrame(own), { planned, early }, frame.genre, frame.span.start);
}

const regionOf = (place: NonNullable<Identity['place']>): NonNullable<Report['region']> => ({
  name: place.fullName,
  adcode: place.adcode,
  level: place.level,
});

function roleSpans(
  { folded, range, nodes, data }: Outline,
  clock: Clock,
  genre: Genre | null,
  shift: number,
): RoleSpan[] {
  const assign = genre === 'communique' ? communiqueRoles : assignRoles;
  const stretches = assign(folded.text, range, nodes, data, clock);
  return stretches.map((stretch) => ({
    start: shift + originalOffset(folded, stretch.start),
    end: shift + originalOffset(folded, stretch.end),
    role: stretch.role,
    period: periodOf(stretch, folded.text, data, clock),
  }));
}

/**
 * From the first to the last year that the stretches of one tense speak of. A review always ends with the year before
 * the planned one, which is how `rolesOf` knows that.
 */
function spoken(roles: readonly RoleSpan[], tense: 'review' | 'plan', year: number | null): Period | null {
  const years = roles
    .filter(({ role }) => role.startsWith(tense))
    .flatMap(({ period }) => (period ? [period.start, period.end] : []));
  const only = year === null ? null : tense === 'review' ? year - 1 : year;
  if (only !== null && (tense === 'review' || years.length === 0)) years.push(only);
  if (years.length === 0) return null;
  return {
    start: years.reduce((first, year) => Math.min(first, year)),
    end: years.reduce((last, year) => Math.max(last, year)),
  };
}

function evidenceOf(article: ArticleText, { folded }: Outline, identity: Identity): Evidence[] {
  const where = (clue: { start: number; end: number }): Pick<Evidence, 'quote' | 'span'> => {
    if (clue.start < 0) return { quote: article.title, span: null };
    const start = originalOffset(folded, clue.start);
    const end = Math.max(start, originalEnd(folded, clue.end));
    return { quote: article.text.slice(start, end), span: { start, end } };
  };
  return [
    ...identity.regionClues.map(
      (clue): Evidence => ({
        of: 'region',
        source: clue.source,
        value: clue.place.fullName,
        weight: clue.weight,
        ...where(clue),
      }),
    ),
    ...identity.yearClues.map(
      (clue): Evidence => ({
        of: 'year',
        source: clue.source,
        value: String(clue.year),
        weight: clue.weight,
        ...where(clue),
      }),
    ),
  ];
}
