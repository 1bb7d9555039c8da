import type { Period } from '@zhibiao/shared';
import { type Claim, COUNTED } from '../claims/index.ts';
import type { Stretch } from './stretch.ts';
import type { SentenceYears } from './years.ts';

/** Names of what flows without a verb in front: a term's review gives the term's sum. */
const FLOW = /^(?:累计|脱贫|植树造林|造林绿化)|新增|净增|(?:改造|整治|搬迁|治理|绿化|造林)$/;
/** Money that flows: what a term's review gives of it is the term's sum. */
const SPENT = /(?:投资|支出|投入|补贴|受益群众|受益人口)$/;
const SPAN = /(?<![由从较比]“?)(?:“?十([一二三四五])五”?)(?:期间|时期|以来|五年|末|规划期)/;
const PLAN_END = /十([一二三四五]?)五”?末/;
const PLAN_START: Record<string, number> = { 一: 2006, 二: 2011, 三: 2016, 四: 2021, 五: 2026 };

const year = (value: number): Period => ({ start: value, end: value });

/**
 * The calendar years that a claim speaks of. `years` are those written in its sentence, `clause` the words of its clause
 * up to the quantity.
 * A stock in a review of several years is its end's; a flow, or a yearly mean, is the whole span's.
 */
export function periodOf(
  claim: Claim,
  stretch: Stretch | null,
  years: SentenceYears,
  clause: string,
): Period | null {
  const period = stretch?.period ?? null;
  const from = claim.predicate.from;
  if (claim.predicate.toYear !== null) return year(claim.predicate.toYear);
  const given = fromYear(from, claim, period);
  if (given !== null) return given;
  const written = writtenYear(years, claim.quantity.start, period, stretch?.kind ?? 'actual');
  if (written !== null) return written;
  if (period === null) return null;
  if (!stretch?.term) return period;
  const named = claim.predicate.comparison === null && from === null ? SPAN.exec(clause) : null;
  const span = named === null ? undefined : PLAN_START[named[1]!];
  if (span !== undefined) return named![0].includes('末') ? year(span + 4) : { start: span, end: span + 4 };
  if (claim.predicate.yearly) return period;
  if (stretch.kind === 'target') return year(period.end);
  if (claim.predicate.comparison !== null) return year(period.end);
  if (claim.measure === 'level' && claim.removed.includes('完成') && COUNTED.has(claim.quantity.dimension))
    return period;
  if (/累计|五年来|五年(?:共|累计)|总计|合计/.test(clause)) return period;
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
  const plan = PLAN_END.exec(from);
  if (plan !== null) return year((PLAN_START[plan[1]!] ?? 2001) + 4);
  if (period === null) return null;
  if (/上年|去年/.test(from)) return year(period.end - 1);
  if (/前年/.test(from)) return year(period.end - 2);
  if (claim.measure !== 'level') return null;
  return period.start < period.end ? year(period.start - 1) : year(period.end - 1);
}

/** The last year written before the quantity, where it says when: the target year of 到2025年, a past year that opens. */
function writtenYear(years: SentenceYears, at: number, period: Period | null, kind: string): Period | null {
  const before = years.filter((one) => one.at < at);
  const by = before.find((one) => one.by);
  if (by !== undefined) return year(by.year);
  const last = before[before.length - 1];
  if (last === undefined) return null;
  if (period === null) return year(last.year);
  if (last.year === period.end || kind === 'target' || !last.opens) return null;
  return last.year < period.end && last.year >= period.end - 12 ? year(last.year) : null;
}
