import type { Observation } from '@zhibiao/shared';

export type Verdict = 'met' | 'missed' | 'cannot tell';

export interface Judgement {
  verdict: Verdict;
  /** actual minus target, in the unit of both; null where the units differ */
  difference: number | null;
  /** why it cannot be told, else null */
  reason: string | null;
}

type Claim = Pick<Observation, 'value' | 'valueTo' | 'unit' | 'bound' | 'measure'>;

/** A stretch of values, both ends in it. */
type Range = readonly [from: number, to: number];

/** 左右 leaves room: half a percentage point of a rate, five percent of an amount. Ours; reports define none. */
const ROOM_OF_RATE = 0.5;
const ROOM_OF_AMOUNT = 0.05;

/**
 * Holds an actual value against a target: met when every value that the actual's words allow fulfils the target, missed when
 * none does. A bare figure as target counts as a floor (增长6% is met by 6.2%), as reports themselves count it; one below zero and a rank
 * are ceilings (a fall by 3% is met by a fall by 4%). An indicator of which less is better needs its own bound (以内) to be told.
 */
export function judge(target: Claim, actual: Claim): Judgement {
  if (target.unit !== actual.unit || target.measure !== actual.measure)
    return {
      verdict: 'cannot tell',
      difference: null,
      reason: `${target.measure} in ${target.unit || 'counts'} against ${actual.measure} in ${actual.unit || 'counts'}`,
    };
  const difference = Number((actual.value - target.value).toPrecision(12));
  const [low, high] = fulfilling(target);
  const [from, to] = possible(actual);
  if (from >= low && to <= high) return { verdict: 'met', difference, reason: null };
  if (to < low || from > high) return { verdict: 'missed', difference, reason: null };
  return { verdict: 'cannot tell', difference, reason: 'the words of the actual value allow both' };
}

const isRate = ({ unit, measure }: Claim) => measure === 'growth' || unit === '%' || unit === '个百分点';

const ABOVE = Number.POSITIVE_INFINITY;
const BELOW = Number.NEGATIVE_INFINITY;

/** The values that fulfil a target. */
function fulfilling(claim: Claim): Range {
  const { value, valueTo, bound, measure } = claim;
  const upper = valueTo ?? value;
  if (bound === '>=' || bound === '<=') return possible(claim);
  const room = isRate(claim) ? ROOM_OF_RATE : Math.abs(value) * ROOM_OF_AMOUNT;
  const slack = bound === '~' ? room : 0;
  return measure === 'rank' || upper < 0 ? [BELOW, upper + slack] : [value - slack, ABOVE];
}

/**
 * The values that the words of a claim allow. A bound is one of size: a fall by 3% 以上 is -3 with `>=`, and allows -4.
 * 左右 on an actual value is taken at its word, for the reporter rounds.
 */
function possible({ value, valueTo, bound }: Claim): Range {
  const upper = valueTo ?? value;
  if (bound === '=' || bound === '~') return [value, upper];
  return (bound === '>=') === upper >= 0 ? [value, ABOVE] : [BELOW, upper];
}
