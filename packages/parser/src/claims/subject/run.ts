import { present } from '@zhibiao/shared';
import type { Grammar } from '../../lexicon/grammar.ts';
import { patternsOf } from '../../lexicon/patterns.ts';
import { readPredicate } from '../clause/predicate.ts';
import { rankPhrase } from '../clause/rank.ts';
import type { Slot } from '../clause/slots.ts';

const GROWS = patternsOf('subject/run')('grows');

/** No list of a report has more members; a longer run is no list. */
export const LONGEST_LIST = 16;

/** How many quantities of one dimension follow each other from here with nothing but 、 or 和 between them. */
export function runLength(slots: readonly Slot[], index: number, grammar: Grammar): number {
  let size = 1;
  while (size < LONGEST_LIST && inRun(slots, index + size, grammar)) size++;
  return size;
}

/** Place of a quantity within its run, 0 for the first. */
export function runPosition(slots: readonly Slot[], index: number, grammar: Grammar): number {
  let position = 0;
  while (position < LONGEST_LIST && inRun(slots, index - position, grammar)) position++;
  return position;
}

/** Whether a value goes on dealing out: in the row itself, or behind a bare verb of its own (增长8.2%、|下降5.4%). */
export function inDeal(slots: readonly Slot[], index: number, grammar: Grammar): boolean {
  if (inRun(slots, index, grammar)) return true;
  const slot = slots[index];
  const before = slots[index - 1];
  if (slot === undefined || before === undefined || slot.left === '') return false;
  const adjoins = slot.follows ? slot.joint !== '' : slot.clause === before.clause + 1;
  if (!adjoins || slot.part !== before.part || (!slot.follows && before.right !== '')) return false;
  const { phrase, stated } = readPredicate(slot.left, slot.quantity, grammar);
  return phrase === '' && stated;
}

/** 分别增长1.2倍和31% */
const isRate = ({ quantity }: Slot): boolean => ['percent', 'multiple'].includes(quantity.dimension);

/** Whether 分别 stands before the first value of the row that a value is in. */
function isDealt(slots: readonly Slot[], index: number): boolean {
  let at = index;
  while (
    index - at < LONGEST_LIST &&
    at > 0 &&
    present(slots[at], 'slots at the place').left === '' &&
    present(slots[at], 'slots at the place').gap === present(slots[at], 'slots at at').joint
  )
    at--;
  return present(slots[at], 'slots at the place').left.includes('分别');
}

/** 分别达到61万人和58.2% pairs values in unlike units; 分别增长 pairs rates only. */
const isOfGrowth = ({ quantity, left }: Slot): boolean =>
  quantity.dimension === 'point' || (quantity.dimension === 'percent' && GROWS.test(left));

function inRun(slots: readonly Slot[], index: number, grammar: Grammar): boolean {
  const slot = slots[index];
  const before = slots[index - 1];
  if (slot === undefined || before === undefined || !slot.follows || slot.joint === '') return false;
  const distributes = isDealt(slots, index - 1) || before.quantity.dimension === 'rank';
  if (slot.quantity.dimension === 'rank' && before.quantity.dimension === 'rank') {
    return rankPhrase(slot.left, grammar).phrase === '';
  }
  if (slot.left !== '' || slot.gap !== slot.joint) return false;
  return (
    slot.quantity.dimension === before.quantity.dimension ||
    (isRate(slot) && isRate(before)) ||
    (distributes && !isOfGrowth(slot) && !isOfGrowth(before))
  );
}
