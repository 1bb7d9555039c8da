import { present } from '@zhibiao/shared';
import type { Grammar } from '../../lexicon/grammar.ts';
import { patternsOf } from '../../lexicon/patterns.ts';
import type { Claim } from '../claim.ts';
import type { Slot } from '../clause/slots.ts';

const patternOf = patternsOf('subject/owner');
const FRONT = patternOf('front');
const ZONE = patternOf('zone');
const LEVEL = patternOf('level');
const MANY = patternOf('many');
/** Words before which the zone is what acts. */
const ACTS = patternOf('acting');
const GOES_ON = patternOf('goingOn');
const BARE_ACT = patternOf('bareAct');
const CONTINUES = patternOf('continuing');
const OTHERS = patternOf('others');

/**
 * The zone that rules a slot: one that its clause, or the clause before, begins with, else the one that ruled before.
 * Its words are taken off the slot, as they go before every name that follows.
 */
export function ownerOf(slot: Slot, owner: string, grammar: Grammar): { name: string; slot: Slot } {
  if (slot.follows) return { name: owner, slot };
  const front = present(FRONT.exec(slot.left), 'the match')[0].length;
  const here = zoneIn(slot.left.slice(front), ACTS);
  // its clause has no value of its own: 临港经开区发展提速,…
  const before =
    slot.silent.map((clause) => zoneIn(clause.replace(FRONT, ''), GOES_ON)).findLast(Boolean) ?? '';
  if (here !== '' && !grammar.knows(slot.left) && !isBareLevel(here, slot.left.slice(front))) {
    const at = front + here.length;
    // 城北高新区…,高新区|完成…: its short name goes on
    const name = before.endsWith(here) ? before : here;
    return { name, slot: { ...slot, left: slot.left.slice(at) } };
  }
  return { name: before === '' ? owner : before, slot };
}

/** The zone, or the level of government, that a paragraph opens with. */
export const ownerOpening = (sentence: string): string => zoneIn(sentence.replace(FRONT, ''), ACTS);

/** The one that a paragraph opened with, where a later sentence goes on without a subject: 完成…, 地方一般公共预算支出…. */
export const ownerGoesOn = (sentence: string, owner: string): string =>
  owner !== '' && CONTINUES.test(sentence) ? owner : '';

/** 其中市本级|完成: a level without a name behind it says which part of the value before is meant. */
const isBareLevel = (zone: string, words: string): boolean =>
  LEVEL.test(zone) && words.slice(zone.length).replace(BARE_ACT, '').length < 2;

function zoneIn(text: string, follows: RegExp): string {
  const zone = ZONE.exec(text)?.[0] ?? '';
  const known = zone !== '' && (zone === '园区' || LEVEL.test(zone) || !MANY.test(zone.slice(0, -3)));
  return known && follows.test(text.slice(zone.length)) ? zone : '';
}

/** Claims under the zone that rules them; unchanged where they speak of something else. */
export function owned(claims: readonly Claim[], owner: string, grammar: Grammar): readonly Claim[] {
  if (owner === '') return claims;
  return claims.map((claim) => {
    const { name, removed, place, verb, attachment, predicate } = claim;
    if (name === '' || place !== null || removed.some((word) => OTHERS.test(word))) return claim;
    if (name.includes(owner)) return { ...claim };
    const goesOn =
      verb !== '' ||
      removed.length > 0 ||
      ['elided', 'headed'].includes(attachment) ||
      predicate.phrase === '' ||
      grammar.heads.endingAt(name, name.length) !== null;
    return goesOn ? { ...claim, name: owner + name.slice(overlap(owner, name)) } : claim;
  });
}

/** 城北经济|开发区, 开发区|主营业务收入: how much of the name the owner ends with. */
function overlap(owner: string, name: string): number {
  for (let length = Math.min(owner.length, name.length); length > 1; length--)
    if (owner.endsWith(name.slice(0, length))) return length;
  return 0;
}
