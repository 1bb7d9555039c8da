import type { Period } from '@zhibiao/shared';
import { ordinal, writtenYear, YEAR } from '../../text/ordinals.ts';
import type { ReportData } from '../data.ts';
import type { Calendar, Role } from '../data-schema.ts';
import { yearsIn } from '../layout/headings.ts';
import type { HeadingCue } from './cues.ts';

/** A stretch of the folded copy with one role. `lead` is what set it: a heading's title or a paragraph's first words. */
export type RoleStretch = {
  readonly start: number;
  readonly end: number;
  readonly role: Role;
  readonly lead: string;
};

/** A stretch of the article's text with one role; offsets are UTF-16 code units, `period` the calendar years spoken of. */
export type RoleSpan = { start: number; end: number; role: Role; period: Period | null };

export type Tense = 'review' | 'plan';
export const tenseOf = (role: Role): Tense | null =>
  role === 'other' || role === 'notes' ? null : role.startsWith('review') ? 'review' : 'plan';

/**
 * When a report speaks. `planned` is the year that it plans, null where it is not known; `early`: the session met in the
 * last weeks of the year before, so that 今年 is the year it looks back at.
 */
export type Clock = { readonly planned: number | null; readonly early: boolean };
export const UNDATED: Clock = { planned: null, early: false };

/** What a heading says of its body, null where it says nothing. */
export function roleOfHeading(
  title: string,
  { words }: Pick<ReportData, 'words'>,
  clock: Clock,
): Role | null {
  const year = clock.planned;
  const found = words.headings.in(title);
  const has = (told: HeadingCue): boolean => found.some(({ value }) => value === told);
  if (title.length <= 24 && has('notes')) return 'notes';
  const review = has('review');
  const plan = has('plan');
  const coming = has('coming') || (has('present') && !clock.early);
  const past = has('past') || (has('present') && clock.early);
  const years = yearsIn(title);
  const term = found.find(({ value }) => value === 'term')?.at ?? -1;
  const span = firstOf(term, quotedPlanAt(title, words));
  const ofYear = span < 0 || (years.length > 0 && title.search(YEAR_MARK) < span);
  const role = (tense: Tense): Role => `${tense}-${ofYear ? 'year' : 'term'}`;
  if (year !== null && years.length > 0) {
    const latest = Math.max(...years);
    if (latest < year && !(plan && !review)) return role('review');
    if (latest === year && !(review && !plan)) return role('plan');
    if (latest > year) return 'plan-term';
  }
  if (review || (past && !plan)) return role('review');
  if (plan && (span >= 0 || YEAR_MARK.test(title))) return role('plan');
  if (coming) return role('plan');
  const planned = found.some(
    ({ at, phrase, value }) => value === 'planned' && at + phrase.length === title.length,
  );
  return planned && !past ? role('plan') : null;
}

/** Whether a heading tells its time relative to the report: 今年, 下一步, 去年. */
export const isRelative = (title: string, { words }: Pick<ReportData, 'words'>): boolean =>
  words.headings.in(title).some(({ value }) => value === 'past' || value === 'present' || value === 'coming');

const YEAR_MARK = new RegExp(`(?:${YEAR}|20[xX×*]{2})年`);

/** The earlier of two places; -1 stands for none. */
const firstOf = (a: number, b: number): number => (a < 0 || b < 0 ? Math.max(a, b) : Math.min(a, b));

const QUOTES = '“”"‘’\'';

type PlanPlace = { readonly at: number; readonly value: Calendar['plans'][number] };

/** Short names of five-year plans in quotation marks (“十三五”, "十五"), left to right. */
const quotedPlans = (text: string, words: ReportData['words']): PlanPlace[] =>
  words.plans
    .in(text)
    .filter(
      ({ at, phrase }) =>
        at > 0 &&
        QUOTES.includes(text.charAt(at - 1)) &&
        QUOTES.includes(text.charAt(at + phrase.length) || ' '),
    );

const quotedPlanAt = (text: string, words: ReportData['words']): number =>
  (quotedPlans(text, words)[0]?.at ?? 0) - 1;

/** The earliest five-year plan that a text names: “十三五”. */
const planIn = (text: string, words: ReportData['words']): Calendar['plans'][number] | undefined =>
  quotedPlans(text, words).sort((a, b) => a.value.start - b.value.start)[0]?.value;

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
  { words }: Pick<ReportData, 'words'>,
  clock: Clock,
  within: Tense | null,
): Lead | null {
  const year = clock.planned;
  const announced = announcedIn(paragraph, words);
  if (announced && !clock.early) return { role: announced, against: true, passing: false };
  let lead = paragraph.slice(0, 40);
  const looksBack = /^(?:[^,。]{0,6})?(?:回首|回望|回顾)/.test(lead);
  for (let cut: RegExpExecArray | null = null; ; lead = lead.slice(cut[0].length)) {
    const cue = words.leads.startingAt(lead, 0, ({ followedBy }, phrase) =>
      followed(lead.slice(phrase.length), followedBy),
    );
    if (cue) {
      const ofReview = clock.early && isPresent(cue.phrase, words);
      const role = ofReview ? 'review-year' : cue.value.role;
      return { role, against: !ofReview && (cue.value.against || looksBack), passing: false };
    }
    cut = COMPANIONS.exec(lead);
    if (!cut) break;
  }
  const written = YEAR_LEAD.exec(lead);
  const named = written ? writtenYear(written[1] ?? '') : null;
  if (written && named !== null && year !== null && (named === year - 1 || named === year)) {
    const rest = lead.slice(written[0].length);
    const passing = /^,?全[省市县区州旗]/.test(rest) && !PROMISES.test(rest);
    return { role: named === year ? 'plan-year' : 'review-year', against: looksBack, passing };
  }
  const plan = /^[“"'‘]/.test(lead) ? planIn(lead.slice(0, 12), words) : undefined;
  const tense = plan && (looksBack || (year !== null && plan.end < year)) ? 'review' : within;
  if (plan && tense) return { role: `${tense}-term`, against: looksBack, passing: false };
  const opening = paragraph.slice(0, ANNOUNCING);
  const told = clock.early ? undefined : words.announcements.find(({ pattern }) => pattern.test(opening));
  return told === undefined ? null : { role: told.role, against: false, passing: false };
}

/** 2021年,全县上下要…: a year's figures are told, a promise is made. */
const PROMISES = /要|将|力争|必须|确保|奋力/;
/** So much of a paragraph is its opening. */
const ANNOUNCING = 100;

const followed = (rest: string, then: readonly string[] | undefined): boolean =>
  then === undefined || then.some((word) => rest.includes(word));

/** So far into a paragraph it may be announced what the year shall bring: 根据县委要求,今年政府工作的总体思路是…. */
const MAX_PREAMBLE = 60;

/** The role that a later clause of the first sentence announces; such a clause has both words of a lead. */
function announcedIn(paragraph: string, words: ReportData['words']): Role | null {
  const head = paragraph.slice(0, MAX_PREAMBLE + 40);
  const [sentence = ''] = head.split('。', 1);
  for (let at = sentence.indexOf(',') + 1; at > 0 && at < MAX_PREAMBLE; at = sentence.indexOf(',', at) + 1) {
    const clause = sentence.slice(at).split(',', 1)[0] ?? '';
    const cue = words.leads.startingAt(
      clause,
      0,
      ({ followedBy, against }, phrase) =>
        against && followedBy !== undefined && followed(clause.slice(phrase.length), followedBy),
    );
    if (cue && /[是为:]/.test(clause)) return cue.value.role;
  }
  return null;
}

const isPresent = (phrase: string, words: ReportData['words']): boolean =>
  words.headings.in(phrase).some(({ value }) => value === 'present');

const SPAN_WORDS = /([三四五六])年/;
const SINCE = new RegExp(`(${YEAR})年(?:换届)?以来`);

/** Calendar years that a stretch speaks of, given the delivered year. */
export function periodOf(
  stretch: RoleStretch,
  text: string,
  { words }: Pick<ReportData, 'words'>,
  { planned: year }: Clock,
): Period | null {
  const { role, lead } = stretch;
  if (tenseOf(role) === null) return null;
  const plan = planIn(lead, words);
  if (role.endsWith('term') && plan) return { start: plan.start, end: plan.end };
  if (year === null) return null;
  if (role === 'review-year') return { start: year - 1, end: year - 1 };
  if (role === 'plan-year') return { start: year, end: year };
  const head = text.slice(stretch.start, Math.min(stretch.end, stretch.start + 120));
  const opened = planIn(head, words);
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
