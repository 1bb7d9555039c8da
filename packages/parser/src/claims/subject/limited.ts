import { present } from '@zhibiao/shared';
import type { Grammar } from '../../lexicon/grammar.ts';
import type { Quantity } from '../../quantities/quantity.ts';
import type { Slot } from '../clause/slots.ts';
import { saysSteps } from '../clause/steps.ts';
import { runLength, runPosition } from './run.ts';

/**
 * 分别突破|80亿元和260亿元, 分别增长|8.5%、10%以上, 控制在|5%、3%以内: what bounds the first value from the front, or the last
 * one from behind, holds for all of the list.
 */
export function limited(
  quantity: Quantity,
  slots: readonly Slot[],
  index: number,
  grammar: Grammar,
): Quantity {
  if (quantity.bound !== '=') return quantity;
  const first = index - runPosition(slots, index, grammar);
  const size = runLength(slots, first, grammar);
  const list = slots.slice(first, first + size).map((slot) => slot.quantity);
  if (size < 2 || quantity.dimension === 'rank') return quantity;
  const left = present(slots[first], 'slots at first').left;
  const one = present(list[0], 'the first of list');
  const last = present(list[size - 1], 'the one before in list');
  const dealt = left.includes('分别');
  if (dealt && one.hedge !== null && !BEHIND.test(one.hedge)) return { ...quantity, bound: one.bound };
  const trails =
    last.hedge !== null && BEHIND.test(last.hedge) && list.slice(0, -1).every(({ bound }) => bound === '=');
  // 跨上20亿、30亿、40亿三个台阶
  if (
    one.bound === '>=' &&
    (saysSteps(present(slots[first + size - 1], 'an item of slots').right) || IN_TURN.test(left))
  )
    return { ...quantity, bound: '>=' };
  const kept = last.hedge === '以内' && /控制在$/.test(left);
  return trails && (dealt || kept) ? { ...quantity, bound: last.bound } : quantity;
}

/** 先后|突破500亿元、800亿元 */
const IN_TURN = /(?:先后|连续|相继|接连|陆续|依次)$/;
/** Hedges that stand behind the number. */
const BEHIND = /^(?:及?以[上下内]|之内|左右|上下)$/;
