import type { Observation } from '@zhibiao/shared';
import { type Direction, directionOf } from '../knowledge/direction.ts';
import { commonUnit, inCommonUnit } from '../knowledge/unit.ts';

export type Verdict = 'met' | 'missed' | 'cannot tell';

export interface Judgement {
  verdict: Verdict;
  /** actual minus target, in the unit of both; null where the units differ */
  difference: number | null;
  /** why it cannot be told, else null */
  reason: string | null;
}

export type Claim = Pick<Observation, 'value' | 'valueTo' | 'unit' | 'bound' | 'measure'> &
  Partial<Pick<Observation, 'indicator'>>;
/** A stretch of values, both ends in it. */
type Range = readonly [from: number, to: number];

/** 左右 leaves room: half a percentage point of a rate, five percent of an amount. Ours; reports define none. */
const ROOM_OF_RATE = 0.5;
const ROOM_OF_AMOUNT = 0.05;

/**
 * Holds an actual value against a target: met when every value that the actual's words allow fulfils the target, missed when
 * none does. The words of a bound (以上, 以内) say what fulfils it. A bare figure is a floor where more of its indicator is better
 * (增长6% is met by 6.2%), and a ceiling where less is (失业率4.7%左右 is met by 4%). Of an indicator without a direction, a bare figure
 * is met by its own value only, and whatever else was reached cannot be told; but a rank is a ceiling, and so is what was to fall.
 * @example
 * ```ts
 * import { judge } from '@zhibiao/store';
 * const growth = { measure: 'growth', unit: '%', bound: '=', valueTo: null, indicator: { code: 'gdp', name: '地区生产总值' } };
 * judge({ ...growth, value: 6 }, { ...growth, value: 6.2 }).verdict; // → 'met'
 * ```
 */
export function judge(target: Claim, actual: Claim): Judgement {
  const [promised, reached] = [comparable(target), comparable(actual)];
  if (promised.unit !== reached.unit || target.measure !== actual.measure)
    return {
      verdict: 'cannot tell',
      difference: null,
      reason: `${target.measure} in ${target.unit || 'counts'} against ${actual.measure} in ${actual.unit || 'counts'}`,
    };
  const difference = Number((reached.value - promised.value).toPrecision(12));
  const [from, to] = possible(reached);
  const within = ([low, high]: Range) => from >= low && to <= high;
  const outside = ([low, high]: Range) => to < low || from > high;
  if (target.bound === '>=' || target.bound === '<=') return told(possible(promised));
  const direction = aimOf(promised);
  const exact = around(promised);
  if (direction === 'less') return told([BELOW, exact[1]]);
  if (direction === 'more') return told([exact[0], ABOVE]);
  if (within(exact)) return { verdict: 'met', difference, reason: null };
  return {
    verdict: 'cannot tell',
    difference,
    reason: 'the promise has no bound, and it is not known whether more or less is better',
  };

  function told(range: Range): Judgement {
    if (within(range)) return { verdict: 'met', difference, reason: null };
    if (outside(range)) return { verdict: 'missed', difference, reason: null };
    return { verdict: 'cannot tell', difference, reason: 'the words of the actual value allow both' };
  }
}

const ABOVE = Number.POSITIVE_INFINITY;
const BELOW = Number.NEGATIVE_INFINITY;

function comparable(claim: Claim): Claim {
  const { unit, factor } = commonUnit(claim.unit, claim.measure);
  const { value, valueTo } = claim;
  return {
    ...claim,
    unit,
    value: inCommonUnit(value, factor),
    valueTo: valueTo === null ? null : inCommonUnit(valueTo, factor),
  };
}

const PLACES = '位';

function aimOf({ indicator, measure, unit, value, valueTo }: Claim): Direction {
  if (measure === 'rank') return 'less';
  // A change of place is counted upwards.
  if (measure === 'change' && unit === PLACES) return 'more';
  const known = indicator ? directionOf(indicator) : null;
  return known ?? ((valueTo ?? value) < 0 ? 'less' : null);
}

const isRate = ({ unit, measure }: Claim) => measure === 'growth' || unit === '%' || unit === '百分点';

function around(claim: Claim): Range {
  const { value, valueTo, bound } = claim;
  const room = isRate(claim) ? ROOM_OF_RATE : Math.abs(value) * ROOM_OF_AMOUNT;
  const slack = bound === '~' ? room : 0;
  return [value - slack, (valueTo ?? value) + slack];
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
