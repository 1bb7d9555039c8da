import { present } from '@zhibiao/shared';
import type { Grammar } from '../../lexicon/grammar.ts';
import type { Claim } from '../claim.ts';
import { divide, JOINTS, splitParts } from '../clause/coordination.ts';
import { leadingVerb, type Phrase } from '../clause/phrase.ts';
import type { Slot } from '../clause/slots.ts';
import { dealtAnyhow, type Parallel } from './dealt.ts';
import { inDeal, LONGEST_LIST, runLength } from './run.ts';
import { saidOfEach } from './said-of-each.ts';
import { isFlow, stockOf } from './setting.ts';
import { bothWays, headOfEach, ofListBefore, ofTopic, sameOfEach, wholeNames } from './whole-names.ts';

const SUMS = /累计|总数|总量|合计/;

/** A、B分别增长x和y; A和B各2个; …分别达到a和b、提高c和d. Null where the value stands alone. */
export function readParallel(
  slot: Slot,
  index: number,
  slots: readonly Slot[],
  claims: readonly Claim[],
  phrase: Phrase,
  grammar: Grammar,
): Parallel | null {
  const last = claims[claims.length - 1];
  const next = nextSibling(slots, index, last, grammar);
  if (next !== null) return next;
  const whole = phrase.verb + phrase.noun;
  const size = listSize(whole, slots, index, grammar);
  if (/各有?$/.test(slot.left) && size === 1) {
    const list = phrase.noun.replace(/中$/, '');
    const names = divide(list, 2, grammar) ?? divide(list, 3, grammar);
    // 两个500强中各有20家|上榜: what was done makes the name
    const done = list === phrase.noun ? '' : slot.right;
    return names === null
      ? null
      : { names: names.map((name) => phrase.verb + done + name), all: [], at: 0, head: null };
  }
  if (size > 1 && whole === '' && slot.left.includes('分别')) {
    // 城镇…5303元,农村…2079元,分别增长12.4%和6.4%: the last claims, one for each
    const stated = claims
      .slice(-LONGEST_LIST)
      .filter((claim) => claim.measure === 'level' && slot.clause - claim.clause <= 4);
    const all = stated.slice(-size);
    const alike =
      all.every((claim) => claim.quantity.unit === present(all[0], 'the first of all').quantity.unit) ||
      adjoin(all, slot.clause);
    const names = all.map((claim) => claim.name);
    if (alike && all.length === size && new Set(names).size === size && last?.siblings.length !== size) {
      return { names: [present(names[0], 'the first of names')], all: names, at: 0, head: null };
    }
  }
  if (size > 1 && whole === '' && last !== undefined && last.siblings.length === size) {
    // 分别新增11个和27项,累计分别达到52个和204项: flows, then their stocks
    const sums = SUMS.test(slot.left);
    const all = last.siblings.map((name) => (sums && isFlow(name) ? `${stockOf(name)}总数` : name));
    return { names: [present(all[0], 'the first of all')], all, at: 0, head: null };
  }
  if (size < 2 || whole === '') return null;
  const ways = bothWays(slot, whole, size);
  if (ways !== null) return { names: [present(ways[0], 'the first of ways')], all: ways, at: 0, head: null };
  const alike = sameOfEach(whole, size, last, grammar);
  if (alike !== null)
    return { names: [present(alike[0], 'the first of alike')], all: alike, at: 0, head: null };
  const ofList = slot.left.includes('分别') ? ofListBefore(whole, size, slot, grammar) : null;
  if (ofList !== null)
    return { names: [present(ofList[0], 'the first of the list')], all: ofList, at: 0, head: null };
  const counted = headOfEach(whole.replace(/^(?:完成|实现)(?=.)/, ''), size, claims, slot, grammar);
  if (counted !== null)
    return { names: [present(counted[0], 'the first of counted')], all: counted, at: 0, head: null };
  const ofEach = saidOfEach(whole, size, slot, claims);
  if (ofEach !== null)
    return { names: [present(ofEach[0], 'the first of the each')], all: ofEach, at: 0, head: null };
  // A、B分别新认定60家和30家: the verb behind the list is said of each
  const verb = endingWork(phrase.noun, grammar);
  const things = counts(slot);
  const unlike = unlikeUnits(slots, index, size);
  const front = things && !unlike ? phrase.verb : '';
  const list = whole.slice(front.length, whole.length - verb.length);
  const divided = SHARED.test(slot.left) ? null : divide(list, size, grammar, things);
  const listed = unlike ? ownNames(divided, list, grammar) : divided;
  const names = ofTopic(wholeNames(listed, grammar), slot, last, grammar);
  if (names === null)
    return slot.left.includes('分别') ? dealtAnyhow(whole, size, claims, slot, grammar) : null;
  // A和B约为a和b,占C和D的c和d: the owners pair with the wholes
  const owners = last?.siblings.length === size ? last.siblings : names.map(() => last?.name ?? '');
  const shares = whole.startsWith('占');
  const all = names.map((name, at) =>
    shares ? `${owners[at]}占${name.replace(/^占/, '').replace(/的$/, '')}比重` : front + name + verb,
  );
  return { names: [present(all[0], 'the first of all')], all, at: 0, head: null };
}

/** A、B分别|占全县的: the whole is none of the names. */
const SHARED = /.{2}分别占[^、和与及]{2,80}的$/;

/** The next name of a list that 分别 or a row of values deals out; its verb is that of the value before where it has none. */
function nextSibling(
  slots: readonly Slot[],
  index: number,
  last: Claim | undefined,
  grammar: Grammar,
): Parallel | null {
  if (last === undefined || last.siblings.length === 0) return null;
  const at = last.sibling + 1;
  if (at >= last.siblings.length || !inDeal(slots, index, grammar)) return null;
  const head = present(slots[index], 'slots at index').left === '' ? last : null;
  return { names: [present(last.siblings[at], 'siblings at the place')], all: last.siblings, at, head };
}

/** How many values a list has: with 分别 in front, values with verbs of their own count where there is a name for each. */
function listSize(whole: string, slots: readonly Slot[], index: number, grammar: Grammar): number {
  const size = runLength(slots, index, grammar);
  if (!present(slots[index], 'slots at index').left.includes('分别')) return size;
  let dealt = size;
  const again = (at: number): boolean => slots[at]?.left.includes('分别') === true;
  while (dealt < LONGEST_LIST && !again(index + dealt) && inDeal(slots, index + dealt, grammar)) dealt++;
  if (dealt === size) return size;
  if (whole === '') return size > 1 ? size : dealt;
  const parts = splitParts(whole, JOINTS, grammar).length;
  if (parts === dealt) return dealt;
  return parts < 2 && size < 2 && divide(whole, dealt, grammar) !== null ? dealt : size;
}

const unlikeUnits = (slots: readonly Slot[], index: number, size: number): boolean =>
  slots
    .slice(index + 1, index + size)
    .some(
      ({ quantity }) => quantity.dimension !== present(slots[index], 'slots at index').quantity.dimension,
    );

/** 接待游客、旅游收入分别达到810万人次和62亿元: names that stand by themselves share no head in unlike units. */
function ownNames(names: string[] | null, list: string, grammar: Grammar): string[] | null {
  const written = splitParts(list, JOINTS, grammar);
  if (names === null || written.length !== names.length) return names;
  return names.map((name, at) => {
    const own = present(written[at], 'written at the place');
    return grammar.knows(own) || leadingVerb(own, grammar) !== '' ? own : name;
  });
}

/** 接待游客1亿人次,旅游收入1000亿元,分别增长…: one statement a clause, nothing between. */
const adjoin = (claims: readonly Claim[], clause: number): boolean =>
  claims.every((claim, index) => claim.clause <= clause && clause - claim.clause <= claims.length - index);

const counts = (slot: Slot): boolean => ['count', 'people'].includes(slot.quantity.dimension);

function endingWork(noun: string, grammar: Grammar): string {
  const verb = grammar.work.endingAt(noun, noun.length)?.word ?? '';
  return /^(?:新|净)/.test(verb) ? verb : '';
}
