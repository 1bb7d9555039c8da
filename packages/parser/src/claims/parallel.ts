import type { Claim } from './claim.ts';
import { divide } from './coordination.ts';
import type { Phrase } from './phrase.ts';
import type { Slot } from './slots.ts';
import type { Grammar } from './tables.ts';

/** Names for a value of a parallel list; `all` are those of the whole list, `head` the claim that leads it. */
export interface Parallel {
  names: string[];
  all: readonly string[];
  head: Claim | null;
}

/** A、B分别增长x和y; A和B各2个; …分别达到a和b、提高c和d. Null where the value stands alone. */
export function readParallel(
  slot: Slot,
  index: number,
  slots: readonly Slot[],
  claims: readonly Claim[],
  phrase: Phrase,
  grammar: Grammar,
): Parallel | null {
  const size = runLength(slots, index);
  const position = runPosition(slots, index);
  const last = claims[claims.length - 1];
  if (/各$/.test(slot.left) && size === 1) {
    const names = divide(phrase.noun, 2, grammar) ?? divide(phrase.noun, 3, grammar);
    return names === null ? null : { names: names.map((name) => phrase.verb + name), all: [], head: null };
  }
  if (position > 0 && last !== undefined && last.siblings.length > position) {
    return { names: [last.siblings[position]!], all: last.siblings, head: last };
  }
  const whole = phrase.verb + phrase.noun;
  if (size > 1 && whole === '' && last !== undefined && last.siblings.length === size) {
    return { names: [last.siblings[0]!], all: last.siblings, head: null };
  }
  if (size < 2 || whole === '') return null;
  const names = divide(phrase.noun, size, grammar);
  if (names === null) return null;
  const all = names.map((name) => phrase.verb + name);
  return { names: [all[0]!], all, head: null };
}

/** How many quantities of one dimension follow each other from here with nothing but 、 or 和 between them. */
function runLength(slots: readonly Slot[], index: number): number {
  let size = 1;
  while (inRun(slots, index + size)) size++;
  return size;
}

/** Place of a quantity within its run, 0 for the first. */
export function runPosition(slots: readonly Slot[], index: number): number {
  let position = 0;
  while (inRun(slots, index - position)) position++;
  return position;
}

function inRun(slots: readonly Slot[], index: number): boolean {
  const slot = slots[index];
  const before = slots[index - 1];
  if (slot === undefined || before === undefined || !slot.follows || slot.joint === '') return false;
  return slot.left === '' && slot.gap === slot.joint && slot.quantity.dimension === before.quantity.dimension;
}
