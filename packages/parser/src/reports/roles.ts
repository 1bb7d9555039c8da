import type { Period } from '@zhibiao/shared';
import type { Calendar, Role, SectionCues } from './data.ts';
import { yearsIn } from './headings.ts';
import { ordinal, writtenYear, YEAR } from './numerals.ts';

/** A stretch of the folded copy with one role. `lead` is what set it: a heading's title or a paragraph's first words. */
export type RoleStretch = {
  readonly start: number;
  readonly end: number;
  readonly role: Role;
  readonly lead: string;
};

export type Tense = 'review' | 'plan';
export const tenseOf = (role: Role): Tense | null =>
  role === 'other' || role === 'notes' ? null : role.startsWith('review') ? 'review' : 'plan';

const has = (text: string, list: readonly string[]): boolean => list.some((word) => text.includes(word));

/** What a heading says of its body, null where it says nothing. `year` is the delivered year where it is known. */
export function roleOfHeading(
  title: string,
  cues: SectionCues,
  calendar: Calendar,
  year: number | null,
): Role | null {
  if (title.length <= 24 && has(title, cues.notes)) return 'notes';
  const review = has(title, cues.review);
  const plan = has(title, cues.plan);
  const years = yearsIn(title);
  const span = spanAt(title, cues, calendar);
  const ofYear = span < 0 || (years.length > 0 && title.search(YEAR_MARK) < span);
  const role = (tense: Tense): Role => `${tense}-${ofYear ? 'year' : 'term'}`;
  if (year !== null && years.length > 0) {
    const latest = Math.max(...years);
    if (latest < year && !(plan && !review)) return role('review');
    if (latest === year && !(review && !plan)) return role('plan');
    if (latest > year) return 'plan-term';
  }
  if (review) return role('review');
  if (plan && (span >= 0 || YEAR_MARK.test(title))) return role('plan');
  return null;
}

const YEAR_MARK = new RegExp(`(?:${YEAR}|20[xX×*]{2})年`);

/** Where a heading names a span of years (五年, 本届政府, “十四五”), -1 where it does not. */
function spanAt(title: string, cues: SectionCues, calendar: Calendar): number {
  const places = [
    ...cues.term.map((word) => title.indexOf(word)),
    ...calendar.plans.map(({ name }) => quotedAt(title, name)),
  ];
  const found = places.filter((place) => place >= 0);
  return found.length > 0 ? Math.min(...found) : -1;
}

const QUOTES = '“”"‘’\'';

/** Where a plan's short name stands in quotation marks (“十三五”, "十五"), -1 where it does not. */
function quotedAt(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (
      at > 0 &&
      QUOTES.includes(text.charAt(at - 1)) &&
      QUOTES.includes(text.charAt(at + name.length) || ' ')
    )
      return at - 1;
  return -1;
}

/** Five-year plans that a text names: “十三五”. */
export function plansIn(text: string, calendar: Calendar): Calendar['plans'] {
  return calendar.plans.filter(({ name }) => quotedAt(text, name) >= 0);
}

const COMPANIONS = /^(?:各位代表|同志们|朋友们|同时|回首|回望|回顾|展望|纵观|——|[-—–·•*●■◆▲>\s])[,!:、]?/;
const YEAR_LEAD = new RegExp(`^(?:刚刚过去的)?(${YEAR})年(?!以来|[\\d底末至到前])`);

/** What a paragraph's first words say of it. */
export type Lead = {
  readonly role: Role;
  /** holds even where the heading above says the other tense */
  readonly against: boolean;
  /** a year's figures in passing (2016年,全县生产总值…): holds for this paragraph only */
  readonly passing: boolean;
};

/** Reads a paragraph's first words: 五年来, 今年, 刚刚过去的2021年, “十三五”时期. Null where they say nothing. */
export function leadOf(
  paragraph: string,
  cues: SectionCues,
  calendar: Calendar,
  year: number | null,
  within: Tense | null,
): Lead | null {
  let lead = paragraph.slice(0, 40);
  const looksBack = /^(?:[^,。]{0,6})?(?:回首|回望|回顾)/.test(lead);
  for (let cut: RegExpExecArray | null = null; ; lead = lead.slice(cut[0].length)) {
    const cue = cues.leads.find(({ words }) => words.some((word) => lead.startsWith(word)));
    if (cue) return { role: cue.role, against: cue.against || looksBack, passing: false };
    cut = COMPANIONS.exec(lead);
    if (!cut) break;
  }
  const written = YEAR_LEAD.exec(lead);
  const named = written ? writtenYear(written[1] ?? '') : null;
  if (written && named !== null && year !== null && (named === year - 1 || named === year)) {
    const passing = /^,?全[省市县区州旗]/.test(lead.slice(written[0].length));
    return { role: named === year ? 'plan-year' : 'review-year', against: looksBack, passing };
  }
  const plan = /^[“"'‘]/.test(lead) ? plansIn(lead.slice(0, 12), calendar)[0] : undefined;
  const tense = plan && (looksBack || (year !== null && plan.end < year)) ? 'review' : within;
  return plan && tense ? { role: `${tense}-term`, against: looksBack, passing: false } : null;
}

const SPAN_WORDS = /([三四五六])年/;
const SINCE = new RegExp(`(${YEAR})年(?:换届)?以来`);

/** Calendar years that a stretch speaks of, given the delivered year. */
export function periodOf(
  stretch: RoleStretch,
  text: string,
  calendar: Calendar,
  year: number | null,
): Period | null {
  const { role, lead } = stretch;
  if (tenseOf(role) === null) return null;
  const plan = plansIn(lead, calendar)[0];
  if (role.endsWith('term') && plan) return { start: plan.start, end: plan.end };
  if (year === null) return null;
  if (role === 'review-year') return { start: year - 1, end: year - 1 };
  if (role === 'plan-year') return { start: year, end: year };
  const head = text.slice(stretch.start, Math.min(stretch.end, stretch.start + 120));
  const opened = plansIn(head, calendar)[0];
  const count = ordinal(SPAN_WORDS.exec(lead)?.[1] ?? SPAN_WORDS.exec(head)?.[1] ?? '五') ?? 5;
  if (role === 'review-term') {
    const since = writtenYear(SINCE.exec(head)?.[1] ?? '');
    if (since !== null && since < year) return { start: since, end: year - 1 };
    if (opened && opened.end < year && !SPAN_WORDS.test(lead))
      return { start: opened.start, end: opened.end };
    return { start: year - count, end: year - 1 };
  }
  if (opened && opened.end >= year && !SPAN_WORDS.test(lead)) return { start: opened.start, end: opened.end };
  return { start: year, end: year + 4 };
}
