import { ordinal } from '../../text/ordinals.ts';
import type { ReportData } from '../data.ts';
import type { Calendar, Role } from '../data-schema.ts';
import type { Range } from '../layout/range.ts';
import type { RoleStretch } from '../time/roles.ts';
import { roleAt, type YearClue } from './year.ts';

const ANNIVERSARY = /([\d一二三四五六七八九十百]{1,5})(?:周年|年华诞)|百年华诞/g;
/** “十三五” and the words behind it that may tell which of its years is meant. */
const QUOTED_PLAN = /^[“"‘']([^“"‘'”’]+)[”"’'][^。,;\n]{0,12}/;
const MAX_PLAN_YEAR = 13;
/** What goes before a beginning that is still ahead: 为“十五五”良好开局打牢基础. */
const GROUNDWORK = /^[^。,;]{0,20}(?:基础|条件|铺垫|蓄势|谋划)/;

/**
 * Years told without figures: “十三五”规划收官之年, 建党100周年, 党的二十大精神开局之年. What they date is the year that the
 * sentence speaks of: the coming one under a plan or after 今年, the past one in a review.
 */
export function calendarClues(
  text: string,
  range: Range,
  roles: readonly RoleStretch[],
  { calendar, words }: Pick<ReportData, 'calendar' | 'words'>,
): YearClue[] {
  const body = text.slice(range.start, range.end);
  const clues: YearClue[] = [];
  const add = (at: number, length: number, year: number | null, weight: number): void => {
    const start = range.start + at;
    if (year !== null) clues.push({ year, source: 'sentence', weight, start, end: start + length });
  };
  const delivered = (at: number, year: number, tense: 'any' | 'review' = 'any'): number | null =>
    deliveredFrom(body, at, year, roleAt(roles, range.start + at), tense, calendar);

  for (const { at, phrase, value } of words.events.in(body))
    add(at, phrase.length, delivered(at, value.year, value.in), 4);

  for (const { at, phrase, value: plan } of words.plans.in(body)) {
    const start = at - 1;
    const quoted = QUOTED_PLAN.exec(body.slice(Math.max(0, start), at + phrase.length + MAX_PLAN_YEAR));
    if (start < 0 || quoted?.[1] !== phrase) continue;
    const named = calendar.planYears.find((one) => one.words.some((word) => quoted[0].includes(word)));
    if (!named) continue;
    const year = (named.from === 'start' ? plan.start : plan.end) + named.offset;
    const after = start + phrase.length + 2;
    const ahead = GROUNDWORK.test(body.slice(after, after + 30));
    add(start, quoted[0].length, ahead ? null : delivered(start, year), 6);
  }

  for (const match of body.matchAll(ANNIVERSARY)) {
    const count = match[0].startsWith('百年') ? 100 : ordinal(match[1] ?? '');
    const before = body.slice(Math.max(0, match.index - 14), match.index);
    const founding = calendar.foundings.find(({ names }) => names.some((name) => before.endsWith(name)));
    if (founding && count !== null && count % 5 === 0)
      add(match.index, match[0].length, delivered(match.index, founding.year + count), 5);
  }
  return clues;
}

/** The delivered year, given that a cue at `at` belongs to calendar year `year`; null where it may be looked back at. */
function deliveredFrom(
  body: string,
  at: number,
  year: number,
  role: Role,
  tense: 'any' | 'review',
  calendar: Calendar,
): number | null {
  const stops = ['。', '\n', '!'].map((stop) => body.lastIndexOf(stop, at - 1));
  const before = body.slice(Math.max(...stops, at - 61) + 1, at);
  if (/今年|新的一年|20[xX×*]{2}年是/.test(before) && !role.startsWith('review')) return year;
  if (/去年|过去一年|一年来|这一年/.test(before)) return year + 1;
  const ahead = calendar.prospective.some((word) => before.slice(-8).includes(word));
  if (role === 'plan-year') return tense === 'any' ? year : null;
  if (role === 'plan-term') return tense === 'any' && ahead ? year : null;
  return role === 'review-year' && !ahead ? year + 1 : null;
}

const AWAITED = /(?:迎接党的|迎接|喜迎党的|喜迎|庆祝党的)$/;
const CONVENES = /^(?:召开之年|胜利召开)/;

/**
 * The latest party congress or plenum that the text knows of: nearly all were held in autumn, and the reports of the
 * next winter speak of them. Weak, because a later report may not name a later one.
 */
export function congressClue(
  text: string,
  range: Range,
  { words }: Pick<ReportData, 'words'>,
): YearClue | null {
  const body = text.slice(range.start, range.end);
  const held = words.congresses.in(body).filter(({ at, phrase }) => {
    const end = at + phrase.length;
    return !AWAITED.test(body.slice(Math.max(0, at - 5), at)) && !CONVENES.test(body.slice(end, end + 4));
  });
  const latest = held.reduce((year, { value }) => Math.max(year, value), 0);
  const first = held.find(({ value }) => value === latest);
  if (!first) return null;
  return {
    year: latest + 1,
    source: 'sentence',
    weight: 2,
    start: range.start + first.at,
    end: range.start + first.at + first.phrase.length,
  };
}
