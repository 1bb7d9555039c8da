import { present } from '@zhibiao/shared';
import type { Grammar } from '../../lexicon/grammar.ts';
import type { Quantity } from '../../quantities/quantity.ts';
import { shareBetween } from './between.ts';
import { type Bracket, type Lane, sliceOf } from './brackets.ts';

/** A quantity with the words around it, within one sentence. */
export interface Slot {
  quantity: Quantity;
  /** words between the clause's start (or the quantity before) and the quantity, its joint removed */
  left: string;
  /** the quantity before it in the same clause ends where `left` begins */
  follows: boolean;
  /** 、 和 与 及 between that quantity and this one */
  joint: string;
  /** all words between the quantity before and this one */
  gap: string;
  /** words behind the quantity up to the clause's end or the next quantity */
  right: string;
  /** a quantity stands right behind `right` in the same clause */
  bordered: boolean;
  /** number of the clause within the sentence, and of the part between semicolons */
  clause: number;
  part: number;
  /** text of the clause before this one, for elided subjects */
  previousClause: string;
  /** the clauses without a value between the value before and this clause */
  silent: readonly string[];
  /** the clause behind this one, up to a quantity in it: what an amount is spent on */
  nextClause: string;
  /** the brackets that it stands in, else null */
  bracket: Bracket | null;
}

const JOINTS = /^(?:[、,]|以及|和|与|及|并|又)+/;
const TRAILING_JOINT = /(?:[、]|以及|和|与|及)$/;
const HAN_START = /^[\u4e00-\u9fff“《(A-Za-z]/;

const LEVEL = /^(?:国家|自治区|省|市|县|区|镇|部|厅)级(?:及?以上)?/;

/** Cuts a sentence, or the inside of brackets, into the slots of its quantities. A colon or semicolon ends a clause as a comma does. */
export function readSlots(
  text: string,
  lane: Lane,
  quantities: readonly Quantity[],
  grammar: Grammar,
): Slot[] {
  const slots: Slot[] = [];
  const { holes, bracket } = lane;
  let index = 0;
  let clauseStart = lane.start;
  let previousClause = lane.before;
  let silent: readonly string[] = [];
  let { clause, part } = lane;
  let previousEnd = -1;
  let hole = 0;
  let depth = 0;
  let i = lane.start;
  while (i < lane.end) {
    if (holes[hole]?.start === i) {
      i = present(holes[hole++], 'an item of holes').end;
      continue;
    }
    const quantity = quantities[index];
    if (quantity !== undefined && i === quantity.start) {
      const from = Math.max(clauseStart, previousEnd);
      const whole = sliceOf(text, from, quantity.start, holes);
      const raw = bracket === null ? whole : whole.replace(/^(?:其中)?(?:包含|包括|含)/, '');
      const follows = previousEnd > clauseStart;
      const joint = follows ? (JOINTS.exec(raw)?.[0] ?? '') : '';
      slots.push({
        quantity,
        left: raw.slice(joint.length),
        follows,
        joint,
        gap: raw,
        right: '',
        bordered: false,
        clause,
        part,
        previousClause,
        silent,
        nextClause: '',
        bracket,
      });
      previousEnd = quantity.end;
      silent = [];
      i = quantity.end;
      index++;
      continue;
    }
    const char = present(text[i], 'text at i');
    if (char === '(') depth++;
    else if (char === ')') depth = Math.max(0, depth - 1);
    if (char === ';' || ((char === ',' || char === ':' || char === '。') && depth === 0)) {
      previousClause = sliceOf(text, clauseStart, i, holes);
      if (previousEnd <= clauseStart) silent = [...silent, previousClause];
      clauseStart = i + 1;
      clause++;
      if (char === ';' || char === '。') part++;
      depth = 0;
    }
    i++;
  }
  for (let s = 0; s < slots.length; s++) {
    const slot = present(slots[s], 'slots at s');
    const next = slots[s + 1];
    // 40%|增长、|达357万辆: the growth is of the rate before it
    const growth = next?.follows && slot.quantity.dimension === 'percent' ? GROWTH.exec(next.left)?.[0] : '';
    if (growth) {
      present(next, 'the next').left = present(next, 'the next').left.slice(growth.length);
      present(next, 'the next').joint = '、';
    }
    const stop = next?.quantity.start ?? lane.end;
    const end = clauseEnd(text, slot.quantity.end, stop, holes);
    slot.bordered = next !== undefined && end === stop;
    if (text[end] === ',') slot.nextClause = clauseFrom(text, end + 1, Math.min(stop, end + 40));
    const right = sliceOf(text, slot.quantity.end, end, holes);
    slot.right = /^(?:、|和|与|及|以及)$/.test(right)
      ? ''
      : growth
        ? growth.replace(/[、和与及]$/, '')
        : right;
    if (!slot.bordered || next === undefined || next.joint !== '' || !sharesNoun(slot)) continue;
    const between = shareBetween(right, grammar);
    slot.right = between.behind;
    next.left = between.before;
    if (between.before === '') next.joint = TRAILING_JOINT.exec(right)?.[0] ?? '';
  }
  // 2个国家级、10个省级森林乡村: a level alone is of what the next count is of
  for (let s = 0; s + 1 < slots.length; s++) {
    const level = LEVEL.exec(present(slots[s + 1], 'the next of slots').right)?.[0];
    if (
      level !== undefined &&
      LEVEL.exec(present(slots[s], 'slots at s').right)?.[0] === present(slots[s], 'slots at s').right
    ) {
      present(slots[s], 'slots at s').right += present(slots[s + 1], 'the next of slots').right.slice(
        level.length,
      );
    }
  }
  // 5所学校、3家医院|建成投用: what is said of the last of a list is said of all
  for (let s = slots.length - 2; s >= 0; s--) {
    const slot = present(slots[s], 'slots at s');
    const next = present(slots[s + 1], 'the next of slots');
    if (!slot.bordered || !/^[、和与及]/.test(next.joint) || next.bordered || !isNoun(slot.right, grammar))
      continue;
    const said = saidBehind(next.right, grammar);
    if (said !== '') slot.right += said;
  }
  // 1914户、4377人|稳定脱贫
  for (let s = slots.length - 2; s >= 0; s--) {
    const next = present(slots[s + 1], 'the next of slots');
    const bare =
      present(slots[s], 'slots at s').right === '' && next.joint.startsWith('、') && next.left === '';
    if (bare && !next.bordered && grammar.finishes.has(next.right))
      present(slots[s], 'slots at s').right = next.right;
  }
  // 14省22地建立…: what stands behind the second count is the first one's noun, too
  for (let s = slots.length - 2; s >= 0; s--) {
    const next = present(slots[s + 1], 'the next of slots');
    if (present(slots[s], 'slots at s').bordered && next.gap === '' && next.follows)
      present(slots[s], 'slots at s').right = next.right;
  }
  return slots;
}

function clauseEnd(text: string, from: number, stop: number, holes: readonly Bracket[]): number {
  let end = from;
  let hole = holes.findIndex(({ start }) => start >= from);
  while (end < stop && !',;:。!?\n'.includes(present(text[end], 'text at end'))) {
    if (hole >= 0 && holes[hole]?.start === end) end = present(holes[hole++], 'an item of holes').end;
    else end++;
  }
  return end;
}

function clauseFrom(text: string, start: number, stop: number): string {
  let end = start;
  while (end < stop && !',;:。!?\n'.includes(present(text[end], 'text at end'))) end++;
  return text.slice(start, end);
}

/** 医院|建成投用: the verb behind a counted noun; empty where there is none. */
const saidBehind = (text: string, grammar: Grammar): string => {
  const said = grammar.finishes.endingAt(text, text.length)?.word ?? '';
  const noun = text.slice(0, text.length - said.length);
  return said === '' || (noun !== '' && !isNoun(noun, grammar)) ? '' : said;
};

const isNoun = (text: string, grammar: Grammar): boolean =>
  text !== '' && grammar.countedHeads.endingAt(text, text.length) !== null;

const GROWTH = /^的?(?:增长|增速|增幅)[、和与及]/;

/** 投资35亿元|的A、投资|11亿元的B */
const INVESTED = /^的[^,。;]{2,24}(?:[、和与及]|以及)(?:总|计划)?投资$/;

/** A count that has no name before it takes one from behind. */
function sharesNoun(slot: Slot): boolean {
  const { dimension, form } = slot.quantity;
  if (dimension === 'money') return INVESTED.test(slot.right);
  if (form === 'rank' || dimension === 'percent' || dimension === 'point') return false;
  return (
    HAN_START.test(slot.right) &&
    !/^(?:增加|增长|提高|提升|减少|下降|扩大|达|占|居|列|到|至|的)/.test(slot.right)
  );
}
