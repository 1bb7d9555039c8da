import type { Member } from '../tables/rows.ts';

type Value = Pick<Member, 'value' | 'valueTo' | 'bound' | 'quote'>;

/** How far above a floor (超过100亿) a value may be to say the same. */
const ROOM = 1.1;

/** Two values agree when the one with fewer digits is the other, rounded, or when a bound of the one allows the other. */
export function agree(a: Value, b: Value): boolean {
  if (a.value === b.value && a.valueTo === b.valueTo) return true;
  if (a.valueTo !== null || b.valueTo !== null) return overlap(a, b) || overlap(b, a);
  const digits = Math.max(1, Math.min(precisionOf(a), precisionOf(b)));
  if (Number(a.value.toPrecision(digits)) === Number(b.value.toPrecision(digits))) return true;
  return allows(a, b) || allows(b, a);
}

const overlap = (a: Value, b: Value) =>
  a.value <= (b.valueTo ?? b.value) && b.value <= (a.valueTo ?? a.value);

function allows(bounded: Value, exact: Value): boolean {
  const [low, high] = [Math.abs(bounded.value), Math.abs(exact.value)];
  if (bounded.bound === '>=') return high >= low && high <= low * ROOM;
  return bounded.bound === '<=' && high <= low && high >= low / ROOM;
}

/** @returns how many significant digits the quote shows */
export function precisionOf({ quote, value }: Pick<Value, 'quote' | 'value'>): number {
  const shown = /\d[\d,]*\.?\d*/.exec(quote)?.[0] ?? String(value);
  return Math.min(15, shown.replace(/[,.]/g, '').replace(/^0+/, '').length);
}

/** @returns how far apart values are, as a share of the largest: 0 when they are one */
export function spreadOf(values: readonly number[]): number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const size = Math.max(Math.abs(low), Math.abs(high));
  return size === 0 ? 0 : Number(((high - low) / size).toPrecision(6));
}
