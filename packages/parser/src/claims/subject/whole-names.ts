import type { Grammar } from '../../lexicon/grammar.ts';
import { patternsOf } from '../../lexicon/patterns.ts';
import type { Claim } from '../claim.ts';
import { divide } from '../clause/coordination.ts';
import type { Slot } from '../clause/slots.ts';
import { topicOf } from '../clause/topic.ts';

/** 粮食、棉花面积分别达到…,产量|达到a和b: another measure of each of the things listed before. */
export function sameOfEach(
  head: string,
  size: number,
  last: Claim | undefined,
  grammar: Grammar,
): string[] | null {
  if (last === undefined || last.siblings.length !== size || !grammar.bareHeads.has(head)) return null;
  const things = last.siblings.map((name) => {
    const measured = grammar.bareHeads.endingAt(name, name.length)?.word ?? '';
    return name.slice(0, name.length - measured.length);
  });
  return things.every((thing) => thing.length > 0) ? things.map((thing) => thing + head) : null;
}

/** 实施项目63个,总投资…: the things themselves, where the verb tells only that one works on them. */
export function workedOn({ name, verb }: Claim, grammar: Grammar): string {
  const rest = name.slice(verb.length);
  return name.startsWith(verb) &&
    grammar.undertakes.has(verb) &&
    grammar.countedHeads.endingAt(rest, rest.length) !== null
    ? rest
    : name;
}

/** 内资项目12个、外资项目3个,分别完成|投资a、b: a sum of each of the things that were just counted. */
export function headOfEach(
  head: string,
  size: number,
  claims: readonly Claim[],
  slot: Slot,
  grammar: Grammar,
): string[] | null {
  if (!slot.left.includes('分别') || slot.follows || !grammar.bareHeads.has(head)) return null;
  const counted = claims.slice(-size);
  const unit = counted[0]?.quantity.unit;
  const alike = counted.every(
    ({ quantity, clause, measure }) =>
      quantity.dimension === 'count' &&
      quantity.unit === unit &&
      measure === 'level' &&
      clause === slot.clause - 1,
  );
  const names = counted.map((claim) => workedOn(claim, grammar) + head);
  return alike && counted.length === size && new Set(names).size === size ? names : null;
}

/** 价格|同比、环比|分别上涨: one name, measured in two ways, which `wayOf` takes off again. */
const patternOf = patternsOf('subject/whole-names');
const COUNTED = patternOf('counted');
const WAYS = patternOf('ways');
const WAY_END = patternOf('wayEnd');
const OPEN_WAY = patternOf('openWay');
const SHARE = patternOf('share');
const LIST_BEFORE = patternOf('listBefore');

export function bothWays({ left }: Slot, whole: string, size: number): string[] | null {
  const [, one, other] = WAYS.exec(left) ?? [];
  if (size !== 2 || one === undefined) return null;
  const stem = whole.replace(OPEN_WAY, '');
  return stem === '' ? null : [`${stem}${one}`, `${stem}${other}`];
}

/** What a growth is measured against, at the end of a name. */
export const wayOf = (name: string): string => WAY_END.exec(name)?.[0] ?? '';

/** 民营经济快速发展,|增加值和税金占全省的比重|分别达到: heads alone are of what the clause before is about. */
export function ofTopic(
  names: string[] | null,
  slot: Slot,
  last: Claim | undefined,
  grammar: Grammar,
): string[] | null {
  const first = names?.[0]?.replace(SHARE, '') ?? '';
  if (names === null || last !== undefined || !grammar.bareHeads.has(first) || grammar.knows(first))
    return names;
  const topic = topicOf(slot.previousClause, grammar);
  return topic === '' ? names : names.map((name) => topic + name);
}

/** 旅游人数和|收入|均增长: a bare head takes what stands before the first one's. */
export function wholeNames(names: string[] | null, grammar: Grammar): string[] | null {
  if (names === null) return null;
  const [first = ''] = names;
  const head = grammar.heads.endingAt(first, first.length)?.word ?? '';
  // 登记数: a head of one character takes the whole word with it
  const cut = head.length > 1 ? head.length : COUNTED.test(first) ? 2 : 3;
  const stem = first.slice(0, Math.max(0, first.length - cut));
  const bare = (name: string): boolean => grammar.bareHeads.has(name) && !first.endsWith(name);
  return head === '' || stem.length < 2
    ? names
    : names.map((name, at) => (at > 0 && bare(name) ? stem + name : name));
}

/** A、B、C等行业快速发展,|营业收入|分别增长: what is measured of each of those that the clause before lists. */
export function ofListBefore(
  head: string,
  size: number,
  { previousClause }: Slot,
  grammar: Grammar,
): string[] | null {
  if (grammar.heads.endingAt(head, head.length)?.word !== head && !grammar.bareHeads.has(head)) return null;
  const list = LIST_BEFORE.exec(previousClause)?.[1];
  return list === undefined ? null : (divide(list, size, grammar)?.map((name) => name + head) ?? null);
}
