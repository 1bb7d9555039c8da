import type { Kind, Period } from '@zhibiao/shared';
import { type Claim, COUNTED, isBudgeted } from '../claims/index.ts';
import { patternsOf } from '../lexicon/patterns.ts';
import { planYears, type TimeExpression } from '../reports/index.ts';
import type { ReportClock, Stretch } from '../reports/time/stretch.ts';
import type { YearPart } from '../text/parts-of-year.ts';
import { spannedBy } from './spans.ts';
import { rules, type SentenceTimes } from './times.ts';

const patternOf = patternsOf('meaning/period');
const FLOW = patternOf('flow');
const SPENT = patternOf('spent');
const PLAN_END = patternOf('planEnd');
const GOAL = patternOf('goal');
const GOES_ON = patternOf('goesOn');
const STOCK = patternOf('stock');
const SUMMED = patternOf('summed');
const TERM_BEFORE = patternOf('termBefore');
const LAST_YEAR = patternOf('lastYear');
const YEAR_BEFORE_LAST = patternOf('yearBeforeLast');
const STATISTICAL = patternOf('statistical');

const year = (value: number): Period => ({ start: value, end: value });

/** When a value was, or shall be reached. */
export interface ClaimTime {
  kind: Kind;
  period: Period | null;
}

/**
 * The time of a claim: what its sentence names (`times`) before what its part of the report speaks of. `front` is the
 * sentence up to the quantity, `clause` the last clause of it, `whole` the period of the level before it in the
 * sentence.
 */
function spokenTime(
  claim: Claim,
  stretch: Stretch | null,
  times: SentenceTimes,
  front: string,
  clause: string,
  whole: Period | null = null,
): ClaimTime {
  const { predicate } = claim;
  const clock = stretch?.clock ?? { present: null, reviewed: null, term: null, promises: true };
  if (predicate.toYear !== null) return dated(year(predicate.toYear), stretch?.kind ?? 'actual', clock);
  const named = times.findLast((time) => reaches(time, claim, clause, front));
  const spoken = named?.span ? spannedBy(named.span, stretch, clock) : stretch;
  const kind = spoken?.kind ?? 'actual';
  const period = spoken?.period ?? null;
  const given = fromYear(predicate.from, claim, period);
  if (given !== null) return dated(given, kind, clock);
  const written = named === undefined ? null : namedPeriod(named, times, spoken, clock, predicate);
  if (written !== null) return dated(written, kind, clock);
  if (kind === 'actual' && clock.promises && clock.reviewed !== null && GOAL.test(front))
    return { kind: 'target', period: year(clock.reviewed + 1) };
  const own = period && spoken ? within(period, claim, spoken, clause) : null;
  // 五年累计进出口62亿美元,其中出口41亿美元: a part of a sum is one
  // 发放低保金1亿元、救助金2亿元: a list is of one time
  const listed = claim.measure === 'level' && isFlowing(claim) && front.endsWith(`、${claim.left}`);
  const part =
    whole !== null && whole.start < whole.end && (listed || isPartOf(claim)) && own?.end === whole.end;
  return { kind, period: part ? whole : own };
}

/** Amounts and counts without a verb that says what they have reached. */
const isFlowing = ({ quantity, predicate }: Claim): boolean =>
  ['money', ...COUNTED].includes(quantity.dimension) && !predicate.stated;

const isPartOf = ({ removed, measure, predicate }: Claim): boolean =>
  removed.includes('其中') && measure === 'level' && predicate.from === null && !predicate.to;

/** The time of a claim. An amount that a budget plans is promised, in whatever year: 2019年年初预算. */
export function timeOf(...read: Parameters<typeof spokenTime>): ClaimTime {
  const time = spokenTime(...read);
  return isBudgeted(read[0].name) && read[0].measure === 'level' ? { ...time, kind: 'target' } : time;
}

/** Whether a time dates a claim: a part of a year inside a clause (3月份实现运营,…) says nothing of the clauses after it. */
function reaches(time: TimeExpression, { quantity }: Claim, clause: string, front: string): boolean {
  if (time.at >= quantity.start || !rules(time)) return false;
  return (
    time.part === null ||
    time.adverbial ||
    time.end === time.at ||
    time.at >= quantity.start - clause.length ||
    opensClauseBefore(time, quantity.start - front.length, front) ||
    GOES_ON.test(clause)
  );
}

/** 一季度实现开门红,地区生产总值…: a quarter or more that a sentence begins with is what the figures of the next clause are of, too. */
function opensClauseBefore(time: TimeExpression, sentence: number, front: string): boolean {
  if (time.at !== sentence || !STATISTICAL.test(front.slice(0, time.end - sentence))) return false;
  const behind = front.slice(time.end - sentence);
  return !behind.startsWith('前') && !behind.includes(';') && behind.split(',').length <= 2;
}

/** What lies behind the last reviewed year is a promise, what does not is none. */
function dated(period: Period, kind: Kind, { reviewed, present, promises }: ReportClock): ClaimTime {
  if (reviewed === null || !promises) return { kind, period };
  // 截至今年1月底 in a review: the first weeks of the year of delivery lie behind the speaker.
  if (kind === 'actual' && period.from !== undefined && period.end === present) return { kind, period };
  return { kind: period.end > reviewed ? 'target' : 'actual', period };
}

/** The period that a time of the sentence names; null where the part of the report says the same or knows better. */
function namedPeriod(
  time: TimeExpression,
  times: SentenceTimes,
  stretch: Stretch | null,
  clock: ReportClock,
  { yearly }: Claim['predicate'],
): Period | null {
  const own = yearOf(time, clock);
  const period = stretch?.period ?? null;
  if (time.part !== null) {
    const inherited = times.findLast(
      (other) => other.at < time.at && other.opens && yearOf(other, clock) !== null,
    );
    const of = own ?? (inherited && yearOf(inherited, clock)) ?? period?.end ?? null;
    return of === null ? null : { start: of, end: of, ...datesOf(of, time.part) };
  }
  if (own === null || yearly) return null;
  if (time.by || period === null) return year(own);
  if (own === period.end && !stretch?.term) return null;
  return own >= period.end - 12 && own <= period.end + 6 ? year(own) : null;
}

/**
 * The period of a value that its part of the report dates: of a review of several years a stock takes the end, a flow,
 * or a yearly mean, the whole span.
 */
function within(period: Period, claim: Claim, stretch: Stretch, clause: string): Period {
  if (claim.predicate.yearly && stretch.kind === 'actual' && !stretch.term)
    return stretch.clock.term ?? period;
  if (!stretch.term || claim.predicate.yearly) return period;
  // 年均增长20%,累计完成240亿元: of a plan's years the sum
  if (stretch.kind === 'target') return SUMMED.test(clause) ? period : year(period.end);
  // 是前五年的2.3倍: several years held against as many
  if (TERM_BEFORE.test(claim.predicate.comparison ?? '')) return period;
  if (claim.predicate.comparison !== null) return year(period.end);
  if (
    (STOCK.test(claim.name) && !FLOW.test(claim.name)) ||
    (claim.quantity.dimension === 'percent' && claim.measure === 'level')
  )
    return year(period.end);
  if (claim.measure === 'level' && claim.removed.includes('完成') && COUNTED.has(claim.quantity.dimension))
    return period;
  if (SUMMED.test(clause)) return period;
  if (
    claim.measure === 'level' &&
    (claim.verb !== '' ||
      FLOW.test(claim.name) ||
      SPENT.test(claim.name) ||
      (claim.attachment === 'counted' && !claim.predicate.stated))
  ) {
    return claim.predicate.stated && claim.predicate.to ? year(period.end) : period;
  }
  return year(period.end);
}

function fromYear(from: string | null, claim: Claim, period: Period | null): Period | null {
  if (from === null) return null;
  const digits = /(?:19|20)\d\d/.exec(from)?.[0];
  if (digits !== undefined) return year(Number(digits));
  const plan = planYears(PLAN_END.exec(from)?.[1] ?? '');
  if (plan !== null) return year(plan.end);
  if (period === null) return null;
  if (LAST_YEAR.test(from)) return year(period.end - 1);
  if (YEAR_BEFORE_LAST.test(from)) return year(period.end - 2);
  if (claim.measure !== 'level') return null;
  return period.start < period.end ? year(period.start - 1) : year(period.end - 1);
}

/** The calendar year of a time: as written, or counted from the report's own. */
const yearOf = ({ year: written, shift }: TimeExpression, { present }: ReportClock): number | null =>
  written ?? (shift === null || present === null ? null : present + shift);

const isLeap = (of: number): boolean => (of % 4 === 0 && of % 100 !== 0) || of % 400 === 0;

/** The ISO dates of a part of a year. */
function datesOf(of: number, { from, to }: YearPart): Required<Pick<Period, 'from' | 'to'>> {
  return { from: `${of}-${from}`, to: `${of}-${to === '02-28' && isLeap(of) ? '02-29' : to}` };
}
