import type { Calendar, SectionCues } from './data.ts';
import { datesIn } from './dates.ts';
import type { Evidence, EvidenceSource } from './evidence.ts';
import { yearsIn } from './headings.ts';
import { ordinal, writtenYear, YEAR } from './numerals.ts';
import { type RoleStretch, roleOfHeading } from './roles.ts';
import type { Node } from './sections.ts';

/** One piece of evidence for the delivered year, in offsets of the folded copy. */
export type YearClue = {
  readonly year: number;
  readonly source: EvidenceSource;
  readonly weight: number;
  readonly start: number;
  readonly end: number;
};

/** A stretch of the folded copy that is one report. */
export type Range = { readonly start: number; readonly bodyStart: number; readonly end: number };

const SESSION = /届(?:人民代表大会|人大)(?:常委会)?第?[\d一二三四五六七八九十]{1,3}次(?:全体)?(?:会议|大会)/;
const HEAD_LENGTH = 900;

/**
 * The delivered date in the lines above the address: beside the session (2023年1月6日在…会议上), in brackets, or alone
 * on its line. Bylines (时间, 来源, 发布) tell of the page, not of the report.
 */
export function headDate(text: string, range: Range): { iso: string; clue: YearClue } | null {
  let best: { iso: string; clue: YearClue } | null = null;
  for (const line of linesOf(text, range.start, Math.min(range.bodyStart, range.start + HEAD_LENGTH))) {
    if (/时间|来源|发布|日期|编辑|发表|点击|浏览/.test(line.text) && !SESSION.test(line.text)) continue;
    for (const date of datesIn(line.text)) {
      if (date.iso.length < 7) continue;
      const session = SESSION.test(line.text.slice(Math.max(0, date.start - 40), date.end + 60));
      const alone = date.end - date.start >= line.text.replace(/[()[\]—–-]/g, '').length - 6;
      const weight = session ? 100 : alone ? 60 : 20;
      if (best && best.clue.weight >= weight) continue;
      const at = line.start + date.start;
      best = {
        iso: date.iso,
        clue: {
          year: date.year,
          source: session ? 'session' : 'dateline',
          weight,
          start: at,
          end: at + date.end - date.start,
        },
      };
    }
  }
  return best ?? sessionDateBelow(text, range);
}

const SESSION_LINE = new RegExp(
  `(?:^|\\n)[—–―-]*[(]?(${YEAR}年[^\\n]{2,6}月[^\\n]{1,3}日)在?[^\\n]{2,30}届人民代表大会第?[\\d一二三四五六七八九十]{1,3}次会议上`,
  'g',
);

/** A newspaper page may set the heading in the middle of the text. */
function sessionDateBelow(text: string, range: Range): { iso: string; clue: YearClue } | null {
  for (const match of text.slice(range.start, range.end).matchAll(SESSION_LINE)) {
    const date = datesIn(match[1] ?? '')[0];
    if (!date) continue;
    const at = range.start + match.index + match[0].indexOf(match[1] ?? '');
    return {
      iso: date.iso,
      clue: { year: date.year, source: 'session', weight: 90, start: at, end: at + (match[1] ?? '').length },
    };
  }
  return null;
}

/** 一、2022年工作回顾 speaks for 2023, 三、2023年主要任务 for 2023. */
export function headingClues(nodes: readonly Node[], cues: SectionCues, calendar: Calendar): YearClue[] {
  const clues: YearClue[] = [];
  for (const node of nodes) {
    const years = yearsIn(node.title).filter((year) => year < 2035);
    const role = years.length === 1 ? roleOfHeading(node.title, cues, calendar, null) : null;
    const year = years[0];
    if (year === undefined || role === null || role === 'other') continue;
    clues.push({
      year: role.startsWith('review') ? year + 1 : year,
      source: 'section',
      weight: node.level === 1 ? 30 : 8,
      start: node.start,
      end: node.end,
    });
  }
  return clues;
}

const REVIEWED = new RegExp(`(?:刚刚)?过去的(${YEAR})年`, 'g');
const PLANNED = new RegExp(
  `(${YEAR})年(?:全[省市县区州旗盟])?(?:的)?(?:政府工作(?:的)?总体(?:要求|思路)|经济社会发展(?:的)?(?:主要)?(?:预期)?目标|国民经济和社会发展(?:的)?(?:主要)?(?:预期)?目标)`,
  'g',
);
const OPENED = new RegExp(`(?:^|[\\n。!])[^\\n。!,]{0,6}?(${YEAR})年[,，]?(?:是|全[省市县区])`, 'g');

/** Sentences that tell which year they review or plan. */
export function sentenceClues(text: string, range: Range, roles: readonly RoleStretch[]): YearClue[] {
  const clues: YearClue[] = [];
  const body = text.slice(range.start, range.end);
  const add = (match: RegExpExecArray, year: number | null, weight: number): void => {
    const start = range.start + match.index;
    if (year !== null) clues.push({ year, source: 'sentence', weight, start, end: start + match[0].length });
  };
  for (const match of body.matchAll(REVIEWED)) add(match, next(writtenYear(match[1] ?? '')), 8);
  for (const match of body.matchAll(PLANNED)) add(match, writtenYear(match[1] ?? ''), 15);
  for (const match of body.matchAll(OPENED)) {
    const year = writtenYear(match[1] ?? '');
    const role = roleAt(roles, range.start + match.index);
    if (role === 'review-year') add(match, next(year), 5);
    else if (role === 'plan-year') add(match, year, 5);
  }
  return clues;
}

const next = (year: number | null): number | null => (year === null ? null : year + 1);

export function roleAt(roles: readonly RoleStretch[], at: number): RoleStretch['role'] {
  return roles.find((stretch) => stretch.start <= at && at < stretch.end)?.role ?? 'other';
}

const ANNIVERSARY = /([\d一二三四五六七八九十百]{1,5})(?:周年|年华诞)|百年华诞/g;

/**
 * Years told without figures: “十三五”规划收官之年, 建党100周年, 党的二十大精神开局之年. What they date is the year that the
 * sentence speaks of: the coming one under a plan or after 今年, the past one in a review.
 */
export function calendarClues(
  text: string,
  range: Range,
  roles: readonly RoleStretch[],
  calendar: Calendar,
): YearClue[] {
  const clues: YearClue[] = [];
  const body = text.slice(range.start, range.end);
  const add = (at: number, length: number, year: number, weight: number): void => {
    const delivered = deliveredFrom(body, at, year, roleAt(roles, range.start + at), calendar);
    if (delivered !== null)
      clues.push({
        year: delivered,
        source: 'sentence',
        weight,
        start: range.start + at,
        end: range.start + at + length,
      });
  };
  for (const { words, year } of calendar.events)
    for (const word of words)
      for (let at = body.indexOf(word); at >= 0; at = body.indexOf(word, at + word.length))
        add(at, word.length, year, 4);
  for (const plan of calendar.plans)
    for (const match of body.matchAll(new RegExp(`[“"‘']${plan.name}[”"’'][^。,;\\n]{0,12}`, 'g')))
      for (const { words, from, offset } of calendar.planYears)
        if (words.some((word) => match[0].includes(word)))
          add(match.index, match[0].length, (from === 'start' ? plan.start : plan.end) + offset, 6);
  for (const match of body.matchAll(ANNIVERSARY)) {
    const count = match[0].startsWith('百年') ? 100 : ordinal(match[1] ?? '');
    const before = body.slice(Math.max(0, match.index - 14), match.index);
    const founding = calendar.foundings.find(({ names }) => names.some((name) => before.endsWith(name)));
    if (founding && count !== null && count % 5 === 0)
      add(match.index, match[0].length, founding.year + count, 5);
  }
  return clues;
}

/** The delivered year, given that a cue at `at` belongs to calendar year `year`. */
function deliveredFrom(
  body: string,
  at: number,
  year: number,
  role: RoleStretch['role'],
  calendar: Calendar,
): number | null {
  const sentence =
    Math.max(body.lastIndexOf('。', at - 1), body.lastIndexOf('\n', at - 1), body.lastIndexOf('!', at - 1)) +
    1;
  const before = body.slice(Math.max(sentence, at - 60), at);
  if (/今年|新的一年|20[xX×*]{2}年是/.test(before) && !role.startsWith('review')) return year;
  if (/去年|过去一年|一年来|这一年/.test(before)) return year + 1;
  const ahead = calendar.prospective.some((word) => body.slice(Math.max(0, at - 8), at).includes(word));
  if (role.startsWith('plan')) return ahead || role === 'plan-year' ? year : null;
  if (role === 'review-year') return ahead ? null : year + 1;
  return null;
}

/** The best supported year: weights are summed per year, and a year needs a weight of `least`. */
export function chooseYear(
  clues: readonly YearClue[],
  least: number,
): { year: number; support: readonly YearClue[] } | null {
  const total = new Map<number, number>();
  for (const clue of clues) total.set(clue.year, (total.get(clue.year) ?? 0) + clue.weight);
  let best: [number, number] | null = null;
  for (const [year, weight] of total) if (best === null || weight > best[1]) best = [year, weight];
  if (best === null || best[1] < least) return null;
  const year = best[0];
  return { year, support: clues.filter((clue) => clue.year === year) };
}

const NAMED_YEAR = new RegExp(`(.?)(${YEAR})年`, 'g');

/**
 * The last resort for a fragment: the latest year that it names as past or present. A review speaks of the year before
 * its delivery, a plan of the year of its delivery.
 */
export function latestNamedYear(text: string, range: Range, roles: readonly RoleStretch[]): YearClue | null {
  let best: YearClue | null = null;
  const body = text.slice(range.bodyStart, range.end);
  const hasPlan = roles.some((stretch) => stretch.role.startsWith('plan'));
  for (const match of body.matchAll(NAMED_YEAR)) {
    const year = writtenYear(match[2] ?? '');
    if (year === null || year >= 2030 || '到至前'.includes(match[1] || ' ')) continue;
    const start = range.bodyStart + match.index;
    if (roleAt(roles, start) === 'plan-term') continue;
    const delivered = hasPlan && roleAt(roles, start).startsWith('plan') ? year : year + 1;
    if (best === null || delivered > best.year)
      best = { year: delivered, source: 'body', weight: 3, start, end: start + match[0].length };
  }
  return best;
}

/** Lines of `[start, end)` with their offsets. */
export function* linesOf(
  text: string,
  start: number,
  end: number,
): Generator<{ start: number; text: string }> {
  for (let at = start; at < end; ) {
    const stop = text.indexOf('\n', at);
    const lineEnd = stop < 0 || stop > end ? end : stop;
    if (lineEnd > at) yield { start: at, text: text.slice(at, lineEnd) };
    at = lineEnd + 1;
  }
}

/** A clue as evidence, in offsets of the article's text. */
export function asEvidence(clue: YearClue, quote: string, span: Evidence['span']): Evidence {
  return { of: 'year', source: clue.source, value: String(clue.year), weight: clue.weight, quote, span };
}
