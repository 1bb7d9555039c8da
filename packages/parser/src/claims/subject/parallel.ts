import type { Grammar } from '../../lexicon/grammar.ts';
import type { Quantity } from '../../quantities/quantity.ts';
import type { Claim } from '../claim.ts';
import { divide, JOINTS, splitParts } from '../clause/coordination.ts';
import type { Phrase } from '../clause/phrase.ts';
import { readPredicate } from '../clause/predicate.ts';
import { rankPhrase } from '../clause/rank.ts';
import type { Slot } from '../clause/slots.ts';
import { saysSteps } from '../clause/steps.ts';
import { topicOf } from '../clause/topic.ts';
import { dealtAnyhow, type Parallel } from './dealt.ts';
import { saidOfEach } from './said-of-each.ts';
import { isFlow, stockOf } from './setting.ts';

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
      all.every((claim) => claim.quantity.unit === all[0]!.quantity.unit) || adjoin(all, slot.clause);
    const names = all.map((claim) => claim.name);
    if (alike && all.length === size && new Set(names).size === size && last?.siblings.length !== size) {
      return { names: [names[0]!], all: names, at: 0, head: null };
    }
  }
  if (size > 1 && whole === '' && last !== undefined && last.siblings.length === size) {
    // 分别新增11个和27项,累计分别达到52个和204项: flows, then their stocks
    const sums = SUMS.test(slot.left);
    const all = last.siblings.map((name) => (sums && isFlow(name) ? `${stockOf(name)}总数` : name));
    return { names: [all[0]!], all, at: 0, head: null };
  }
  if (size < 2 || whole === '') return null;
  const ways = bothWays(slot, whole, size);
  if (ways !== null) return { names: [ways[0]!], all: ways, at: 0, head: null };
  const alike = sameOfEach(whole, size, last, grammar);
  if (alike !== null) return { names: [alike[0]!], all: alike, at: 0, head: null };
  const ofEach = saidOfEach(whole, size, slot, claims);
  if (ofEach !== null) return { names: [ofEach[0]!], all: ofEach, at: 0, head: null };
  // A、B分别新认定60家和30家: the verb behind the list is said of each
  const verb = endingWork(phrase.noun, grammar);
  const things = counts(slot);
  const front = things ? phrase.verb : '';
  const list = whole.slice(front.length, whole.length - verb.length);
  const listed = SHARED.test(slot.left) ? null : divide(list, size, grammar, things);
  const names = ofTopic(wholeNames(listed, grammar), slot, last, grammar);
  if (names === null)
    return slot.left.includes('分别') ? dealtAnyhow(whole, size, claims, slot, grammar) : null;
  // A和B约为a和b,占C和D的c和d: the owners pair with the wholes
  const owners = last?.siblings.length === size ? last.siblings : names.map(() => last?.name ?? '');
  const shares = whole.startsWith('占');
  const all = names.map((name, at) =>
    shares ? `${owners[at]}占${name.replace(/^占/, '').replace(/的$/, '')}比重` : front + name + verb,
  );
  return { names: [all[0]!], all, at: 0, head: null };
}

/** 粮食、棉花面积分别达到…,产量|达到a和b: another measure of each of the things listed before. */
function sameOfEach(head: string, size: number, last: Claim | undefined, grammar: Grammar): string[] | null {
  if (last === undefined || last.siblings.length !== size || !grammar.bareHeads.has(head)) return null;
  const things = last.siblings.map((name) => {
    const measured = grammar.bareHeads.endingAt(name, name.length)?.word ?? '';
    return name.slice(0, name.length - measured.length);
  });
  return things.every((thing) => thing.length > 0) ? things.map((thing) => thing + head) : null;
}

/** 价格|同比、环比|分别上涨: one name, measured in two ways, which `wayOf` takes off again. */
const WAYS = /(同比|环比)[、和与及](同比|环比)分别/;

function bothWays({ left }: Slot, whole: string, size: number): string[] | null {
  const [, one, other] = WAYS.exec(left) ?? [];
  if (size !== 2 || one === undefined) return null;
  const stem = whole.replace(/(?:同比|环比)[、和与及]?$/, '');
  return stem === '' ? null : [`${stem}${one}`, `${stem}${other}`];
}

/** What a growth is measured against, at the end of a name. */
export const wayOf = (name: string): string => /(?<=.{2})(?:同比|环比)$/.exec(name)?.[0] ?? '';

/** A、B分别|占全县的: the whole is none of the names. */
const SHARED = /.{2}分别占[^、和与及]{2,}的$/;

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
  const head = slots[index]!.left === '' ? last : null;
  return { names: [last.siblings[at]!], all: last.siblings, at, head };
}

/** How many values a list has: with 分别 in front, values with verbs of their own count where there is a name for each. */
function listSize(whole: string, slots: readonly Slot[], index: number, grammar: Grammar): number {
  const size = runLength(slots, index, grammar);
  if (whole === '' || !slots[index]!.left.includes('分别')) return size;
  let dealt = size;
  while (dealt < LONGEST_LIST && inDeal(slots, index + dealt, grammar)) dealt++;
  if (dealt === size) return size;
  const parts = splitParts(whole, JOINTS, grammar).length;
  if (parts === dealt) return dealt;
  return parts < 2 && size < 2 && divide(whole, dealt, grammar) !== null ? dealt : size;
}

/** Whether a value goes on dealing out: in the row itself, or behind a bare verb of its own (增长8.2%、|下降5.4%). */
function inDeal(slots: readonly Slot[], index: number, grammar: Grammar): boolean {
  if (inRun(slots, index, grammar)) return true;
  const slot = slots[index];
  const before = slots[index - 1];
  if (slot === undefined || before === undefined || slot.left === '') return false;
  const adjoins = slot.follows ? slot.joint !== '' : slot.clause === before.clause + 1;
  if (!adjoins || slot.part !== before.part || (!slot.follows && before.right !== '')) return false;
  const { phrase, stated } = readPredicate(slot.left, slot.quantity, grammar);
  return phrase === '' && stated;
}

/**
 * 养蜂量和蜂蜜产量居广西第一, A率和B率均达到100%: one value of several named things. A rate needs no 均 where all of them
 * are known indicators; an amount might be their sum.
 */
export function sharedNames(
  left: string,
  phrase: Phrase,
  quantity: Quantity,
  grammar: Grammar,
): string[] | null {
  const each =
    quantity.dimension === 'rank' || /(?:(?<![人户亩地村单])均|都|双双|同样|同步)[^,、]{0,6}$/.test(left);
  const whole = (phrase.verb + phrase.noun).replace(INDICATORS, '');
  if ((!each && quantity.dimension !== 'percent') || whole.includes('占')) return null;
  if (!each) return allKnown(whole, grammar);
  const most = Math.min(LONGEST_LIST, Math.max(2, splitParts(whole, JOINTS, grammar).length));
  for (let count = most; count >= 2; count--) {
    const names = wholeNames(divide(whole, count, grammar), grammar);
    if (names?.every((name) => isMeasured(name, grammar))) return names;
  }
  return null;
}

/** 民营经济快速发展,|增加值和税金占全省的比重|分别达到: heads alone are of what the clause before is about. */
function ofTopic(
  names: string[] | null,
  slot: Slot,
  last: Claim | undefined,
  grammar: Grammar,
): string[] | null {
  const first = names?.[0]?.replace(/占.+$/, '') ?? '';
  if (names === null || last !== undefined || !grammar.bareHeads.has(first) || grammar.knows(first))
    return names;
  const topic = topicOf(slot.previousClause, grammar);
  return topic === '' ? names : names.map((name) => topic + name);
}

/** 旅游人数和|收入|均增长: a bare head takes what stands before the first one's. */
function wholeNames(names: string[] | null, grammar: Grammar): string[] | null {
  if (names === null) return null;
  const [first = ''] = names;
  const head = grammar.heads.endingAt(first, first.length)?.word ?? '';
  const stem = first.slice(0, first.length - head.length);
  const bare = (name: string): boolean => grammar.bareHeads.has(name) && !first.endsWith(name);
  return head === '' || stem.length < 2
    ? names
    : names.map((name, at) => (at > 0 && bare(name) ? stem + name : name));
}

/** A、B、C等|4项主要指标增速|居全省第二 */
const INDICATORS =
  /等?(?:\d+|[二两三四五六七八九十]+)项(?:主要|核心|重点)?(?:经济)?(?:指标|数据)(?:的?(?:增速|增幅|增长率))?$/;

const isMeasured = (name: string, grammar: Grammar): boolean =>
  grammar.knows(name) || (name.length >= 3 && grammar.heads.endingAt(name, name.length) !== null);

/** The parts of a list where each is the full name of an indicator: 存贷款余额, 国、省考断面水质优良比例 are one name. */
function allKnown(list: string, grammar: Grammar): string[] | null {
  const parts = splitParts(list, JOINTS, grammar);
  return parts.length > 1 && parts.every((part) => grammar.knows(part)) ? parts : null;
}

/** 接待游客1亿人次,旅游收入1000亿元,分别增长…: one statement a clause, nothing between. */
const adjoin = (claims: readonly Claim[], clause: number): boolean =>
  claims.every((claim, index) => claim.clause <= clause && clause - claim.clause <= claims.length - index);

const counts = (slot: Slot): boolean => ['count', 'people'].includes(slot.quantity.dimension);

function endingWork(noun: string, grammar: Grammar): string {
  const verb = grammar.work.endingAt(noun, noun.length)?.word ?? '';
  return /^(?:新|净)/.test(verb) ? verb : '';
}

/** No list of a report has more members; a longer run is no list. */
const LONGEST_LIST = 16;

/** How many quantities of one dimension follow each other from here with nothing but 、 or 和 between them. */
function runLength(slots: readonly Slot[], index: number, grammar: Grammar): number {
  let size = 1;
  while (size < LONGEST_LIST && inRun(slots, index + size, grammar)) size++;
  return size;
}

/** Place of a quantity within its run, 0 for the first. */
function runPosition(slots: readonly Slot[], index: number, grammar: Grammar): number {
  let position = 0;
  while (position < LONGEST_LIST && inRun(slots, index - position, grammar)) position++;
  return position;
}

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
  const left = slots[first]!.left;
  const one = list[0]!;
  const last = list[size - 1]!;
  const dealt = left.includes('分别');
  if (dealt && one.hedge !== null && !BEHIND.test(one.hedge)) return { ...quantity, bound: one.bound };
  const trails =
    last.hedge !== null && BEHIND.test(last.hedge) && list.slice(0, -1).every(({ bound }) => bound === '=');
  // 跨上20亿、30亿、40亿三个台阶
  if (one.bound === '>=' && (saysSteps(slots[first + size - 1]!.right) || IN_TURN.test(left)))
    return { ...quantity, bound: '>=' };
  const kept = last.hedge === '以内' && /控制在$/.test(left);
  return trails && (dealt || kept) ? { ...quantity, bound: last.bound } : quantity;
}

/** 先后|突破500亿元、800亿元 */
const IN_TURN = /(?:先后|连续|相继|接连|陆续|依次)$/;
/** Hedges that stand behind the number. */
const BEHIND = /^(?:及?以[上下内]|之内|左右|上下)$/;

const counted = (slot: Slot): boolean =>
  !['percent', 'point', 'rank', 'money'].includes(slot.quantity.dimension);

function inRun(slots: readonly Slot[], index: number, grammar: Grammar): boolean {
  const slot = slots[index];
  const before = slots[index - 1];
  if (slot === undefined || before === undefined || !slot.follows || slot.joint === '') return false;
  const distributes = before.left.includes('分别') || before.quantity.dimension === 'rank';
  if (slot.quantity.dimension === 'rank' && before.quantity.dimension === 'rank') {
    return rankPhrase(slot.left, grammar).phrase === '';
  }
  if (slot.left !== '' || slot.gap !== slot.joint) return false;
  return (
    slot.quantity.dimension === before.quantity.dimension || (distributes && counted(slot) && counted(before))
  );
}
