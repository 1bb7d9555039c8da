import type { Observation } from '@zhibiao/shared';

/** The values that a written figure may stand for. */
export type Interval = { readonly low: number; readonly high: number };

/**
 * The interval that rounding leaves open: 77.4 is 77.35 to 77.45, 303.5亿 is 303.45亿 to 303.55亿, a count without
 * decimals or multiplier (24个) is exact. Null for a hedged value (近, 以上), which states no number to check against.
 */
export function intervalOf(observation: Observation): Interval | null {
  const { value, bound, valueTo, quote } = observation;
  if (bound !== '=' || valueTo !== null) return null;
  const written = /\d+(?:\.(\d+))?/.exec(quote.replace(/[\s,，]/g, ''));
  if (!written) return /[一二三四五六七八九十百千万亿]/.test(quote) ? { low: value, high: value } : null;
  const number = Number(written[0]);
  const decimals = written[1]?.length ?? 0;
  const factor = number === 0 ? 1 : Math.abs(value) / number;
  const rounded = decimals > 0 || factor > 1.5 || observation.unit === '%';
  const half = rounded ? 0.5 * 10 ** -decimals * factor : 0;
  return { low: value - half, high: value + half };
}

export const overlap = (a: Interval, b: Interval, slack: number): boolean =>
  a.low <= b.high + slack && b.low <= a.high + slack;

export const sum = (parts: readonly Interval[]): Interval => ({
  low: parts.reduce((total, { low }) => total + low, 0),
  high: parts.reduce((total, { high }) => total + high, 0),
});
