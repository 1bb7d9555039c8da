import type { Amount } from './amount.ts';

/** 增长|两倍, 是五年前的|三倍 */
const TIMES = /(?:增长|增加|提高|提升|扩大|上升|翻|达到?|[是为][^,;]{1,12}的)了?$/;

/** Hanzi numerals count things in set phrases (三个, 十大): only amounts and large numbers are statements. */
export function keepsHanzi(
  amount: Amount,
  dimension: string,
  hedged: boolean,
  bounded: boolean,
  said: string,
): boolean {
  if (dimension === 'percent' || dimension === 'point') return true;
  if (dimension === 'multiple') return hedged || !Number.isInteger(amount.value) || TIMES.test(said);
  if (amount.bare) return hedged || bounded || amount.inside !== null;
  // 收入突破二百亿, 跨上三十亿台阶
  if (dimension === 'none') return hedged && amount.multiplied && amount.value >= 1e8;
  return amount.value >= 1000 || (amount.value >= 100 && amount.inside !== null);
}
