import type { Observation } from '@zhibiao/shared';
import { type Interval, intervalOf, overlap } from './precision.ts';
import type { SentenceClaims } from './sentence.ts';

/** Grow at constant prices, so that their levels at current prices say another rate. */
const CONSTANT_PRICES = /生产总值|增加值|GDP/i;
const OTHER_BASIS = /年均|年平均|平均每年|可比|同口径|不变价|剔除|实际增长/;
/** Rates are rounded from unrounded levels: a tenth of a point is no contradiction. */
const SLACK = 0.1;

const sameThing = (a: Observation, b: Observation): boolean =>
  a.indicator.name === b.indicator.name && a.region.name === b.region.name && a.kind === b.kind;

const rate = (from: Interval, to: Interval): Interval => ({
  low: (to.low / from.high - 1) * 100,
  high: (to.high / from.low - 1) * 100,
});

/**
 * Growth rates that contradict the sentence's own levels: 由10亿元增加到12亿元,增长50%; or its own increase:
 * 达到110亿元,增加10亿元,增长20%. Yearly averages and rates on another basis are left alone.
 */
export function inconsistentGrowth({ claims, between, start }: SentenceClaims): Observation[] {
  return claims.filter((growth, index) => {
    const told = intervalOf(growth);
    if (growth.measure !== 'growth' || !told || CONSTANT_PRICES.test(growth.indicator.name)) return false;
    const before = claims[index - 1]?.span.end ?? start;
    if (OTHER_BASIS.test(between(before, growth.span.start)) || growth.scope !== null) return false;
    const implied = impliedRate(growth, claims);
    return implied !== null && !overlap(implied, told, SLACK);
  });
}

function impliedRate(growth: Observation, claims: readonly Observation[]): Interval | null {
  const levels = claims.filter((claim) => claim.measure === 'level' && sameThing(claim, growth));
  const to = levels.find((level) => level.period?.end === growth.period?.end);
  const reached = to && intervalOf(to);
  if (!to || !reached || to.period === null) return null;
  const from = levels.find(
    (level) => level.unit === to.unit && level.period !== null && level.period.end < (to.period?.start ?? 0),
  );
  const began = from && intervalOf(from);
  if (from && began && began.low > 0) return spansGrowth(from, growth) ? rate(began, reached) : null;
  const change = claims.find(
    (claim) => claim.measure === 'change' && claim.unit === to.unit && sameThing(claim, growth),
  );
  const added = change && change.period?.end === to.period.end ? intervalOf(change) : null;
  if (!added || reached.low - added.high <= 0) return null;
  return rate({ low: reached.low - added.high, high: reached.high - added.low }, reached);
}

/** The rate must speak of the same years: over the year, or from the first level's year. */
function spansGrowth(from: Observation, growth: Observation): boolean {
  const { period } = growth;
  if (!from.period || !period) return false;
  return period.start === period.end ? true : period.start - 1 <= from.period.end;
}
