import type { Grammar } from '../../lexicon/grammar.ts';
import type { Quantity } from '../../quantities/quantity.ts';
import type { Claim } from '../claim.ts';
import { divide, JOINTS, splitParts } from '../clause/coordination.ts';
import type { Phrase } from '../clause/phrase.ts';
import type { Slot } from '../clause/slots.ts';
import { LONGEST_LIST } from './run.ts';
import { wholeNames } from './whole-names.ts';

const EACH = /(?:(?<![人户亩地村单])均|都|双双|同样|同步)[^,、]{0,6}$/;

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
  const each = quantity.dimension === 'rank' || EACH.test(left);
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

/** A、B分别达到a和b,均增长|8.5%: what is said of all that a list before has named. */
export function allOfList(
  { left, clause }: Slot,
  phrase: Phrase,
  last: Claim | undefined,
): readonly string[] | null {
  const said = EACH.test(left) && phrase.verb + phrase.noun === '';
  if (!said || last === undefined || clause - last.clause !== 1) return null;
  return last.siblings.length > 1 && last.sibling === last.siblings.length - 1 ? last.siblings : null;
}

/** A、B、C等|4项主要指标增速|居全省第二 */
const INDICATORS =
  /等?(?:\d{1,9}|[二两三四五六七八九十]{1,9})项(?:主要|核心|重点)?(?:经济)?(?:指标|数据)(?:的?(?:增速|增幅|增长率))?$/;

const isMeasured = (name: string, grammar: Grammar): boolean =>
  grammar.knows(name) || (name.length >= 3 && grammar.heads.endingAt(name, name.length) !== null);

/** The parts of a list where each is the full name of an indicator: 存贷款余额, 国、省考断面水质优良比例 are one name. */
function allKnown(list: string, grammar: Grammar): string[] | null {
  const parts = splitParts(list, JOINTS, grammar);
  return parts.length > 1 && parts.every((part) => grammar.knows(part)) ? parts : null;
}
