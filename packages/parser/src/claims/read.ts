import type { Quantity } from '../quantities/quantity.ts';
import type { Sentence } from '../text/sentences.ts';
import { nameBehind } from './behind.ts';
import type { Claim, Place } from './claim.ts';
import { measureOf } from './measure.ts';
import {
  anchorOf,
  behindShare,
  COUNTED,
  carriedVerb,
  type Named,
  nameElided,
  nameHeaded,
  namePlanned,
  nameQualified,
  nameShare,
  thingOf,
} from './names.ts';
import { readParallel, sharedNames } from './parallel.ts';
import { cleanPhrase, lastStatement, leadingVerb, listedKind, type Phrase } from './phrase.ts';
import { type Predicate, readPredicate } from './predicate.ts';
import { rankPhrase } from './rank.ts';
import { readSlots, type Slot } from './slots.ts';
import type { Grammar } from './tables.ts';
import { isThreshold } from './threshold.ts';
import { topicOf } from './topic.ts';

/** Finds a place of the report's own area at the start of a phrase; `place` null where it is one of several. */
export type FindPlace = (phrase: string) => { place: Place | null; length: number } | null;

/** The claims of one sentence, in the order of their quantities. */
export function readClaims(
  text: string,
  sentence: Sentence,
  quantities: readonly Quantity[],
  grammar: Grammar,
  findPlace: FindPlace,
): Claim[] {
  const all = readSlots(text, sentence, quantities, grammar);
  const kept = all.filter((slot, i) => !isThreshold(slot, all[i + 1], grammar)).map((slot) => slot.quantity);
  const slots = kept.length === all.length ? all : readSlots(text, sentence, kept, grammar);
  const claims: Claim[] = [];
  let place: Place | null = null;
  let leads = false;
  let part = 0;
  slots.forEach((slot, index) => {
    if (slot.part !== part) {
      part = slot.part;
      place = null;
      leads = false;
    }
    const found = readSlot(slot, index, slots, claims, grammar, findPlace);
    const own = found[0]?.place ?? null;
    if (own !== null) {
      leads = claims.every((claim) => claim.part !== part);
      place = own;
    } else if (found[0] !== undefined && !keepsPlace(found[0], slot, leads)) place = null;
    for (const claim of found) claims.push({ ...claim, place });
  });
  return claims;
}

/** A place holds for what follows it: for all of a part that it opens, else for elided and listed neighbours. */
function keepsPlace(claim: Claim, slot: Slot, leads: boolean): boolean {
  if (claim.removed.some((word) => /^[全我][市省县区州]$/.test(word))) return false;
  return (
    leads || slot.joint.startsWith('、') || claim.attachment === 'elided' || claim.attachment === 'headed'
  );
}

function readSlot(
  slot: Slot,
  index: number,
  slots: readonly Slot[],
  claims: readonly Claim[],
  grammar: Grammar,
  findPlace: FindPlace,
): Claim[] {
  const { quantity } = slot;
  const words = quantity.dimension === 'rank' ? rankPhrase(slot.left).phrase : slot.left;
  const predicate = prepositional(readPredicate(words, quantity, grammar), words, slot, grammar);
  let phrase = cleanPhrase(predicate.phrase, grammar);
  const found = listedKind(phrase) === null ? findPlace(phrase.verb + phrase.noun) : null;
  if (found !== null && found.place !== null)
    phrase = cleanPhrase((phrase.verb + phrase.noun).slice(found.length), grammar);
  const growth = quantity.dimension === 'percent' ? growthNoun(phrase.noun, grammar) : '';
  const measure = measureOf(quantity, predicate, growth !== '');
  if (measure === 'growth' && growth !== '') {
    if (growth === '降幅') predicate.direction = 'down';
    phrase = { ...phrase, noun: phrase.noun.slice(0, -growth.length) };
  }
  const last = claims[claims.length - 1];
  // 由每人每月2295元提高到2375元: the second amount is per person and month, too
  const whole = quantity.unit === '' ? null : (last?.quantity.unit ?? '');
  const goesOn = slot.joint !== '' || (last?.predicate.from != null && predicate.to);
  const carriesUnit = whole?.startsWith(`${quantity.unit}/`) === true && goesOn;
  const measured = carriesUnit && whole !== null ? { ...quantity, unit: whole } : quantity;
  const claim = (named: Named, siblings: readonly string[] = [], head: Claim | null = null): Claim => ({
    quantity: measured,
    ...named,
    measure: head?.measure ?? measure,
    sign: head?.sign ?? (predicate.direction === 'down' && measure !== 'level' ? -1 : 1),
    predicate: head?.predicate ?? predicate,
    place: found?.place ?? null,
    removed: found !== null && found.place === null ? [...phrase.removed, '全市'] : phrase.removed,
    clause: slot.clause,
    part: slot.part,
    siblings,
    left: slot.left,
    right: slot.right,
  });
  const parallel = readParallel(slot, index, slots, claims, phrase, grammar);
  if (parallel !== null) {
    return parallel.names.map((name) =>
      claim({ name, verb: leadingVerb(name, grammar), attachment: 'parallel' }, parallel.all, parallel.head),
    );
  }
  const shared = sharedNames(words, phrase, quantity, grammar);
  if (shared !== null) return shared.map((name) => claim({ name, verb: '', attachment: 'parallel' }, shared));
  const named = nameOf(
    slot,
    slots[index + 1],
    phrase,
    predicate,
    measure,
    found !== null && found.place !== null,
    claims,
    grammar,
  );
  const moved = movedStock(named, measure, predicate, slot);
  return [moved === null ? claim(named) : { ...claim(named), name: moved, verb: '', measure: 'change' }];
}

function nameOf(
  slot: Slot,
  next: Slot | undefined,
  given: Phrase,
  predicate: Predicate,
  measure: string,
  placed: boolean,
  claims: readonly Claim[],
  grammar: Grammar,
): Named {
  let phrase = given;
  const behind = nameBehind(slot, phrase, predicate, grammar);
  const anchor = anchorOf(claims, slot, measure);
  if (behind !== null) {
    const verb =
      behind.verb === '' && slot.follows ? carriedVerb(slot, phrase, predicate, claims, grammar) : '';
    return verb === '' || phrase.noun !== '' ? behind : { ...behind, name: verb + behind.name, verb };
  }
  const list = listedKind(phrase);
  if (list !== null && list.verb === '' && grammar.bareHeads.has(list.kind)) {
    const headed = nameHeaded(
      { ...phrase, verb: '', noun: list.kind },
      predicate,
      anchor,
      slot,
      next,
      grammar,
    );
    if (headed !== null) return headed;
  }
  if (list !== null && list.kind.length >= 2) {
    return { name: list.verb + list.kind, verb: list.verb, attachment: 'listed' };
  }
  if (phrase.verb + phrase.noun === '')
    return nameElided(slot, anchor, predicate, placed, claims, measure, grammar);
  const ratio = ['percent', 'multiple'].includes(slot.quantity.dimension);
  const planned = ratio ? namePlanned(phrase, predicate, anchor) : null;
  if (planned !== null) return planned;
  const qualified = nameQualified(phrase, anchor, grammar);
  if (qualified !== null) return qualified;
  const headed = nameHeaded(phrase, predicate, anchor, slot, next, grammar);
  if (headed !== null) return headed;
  if (phrase.noun === '' && anchor !== null && slot.joint.startsWith('、')) {
    return { name: phrase.verb + thingOf(anchor, grammar), verb: phrase.verb, attachment: 'elided' };
  }
  if (phrase.noun === '' && anchor === null && slot.quantity.dimension === 'money') {
    // 低保标准逐年提高,累计发放1.99亿元: the verb's object stands in the clause before
    const topic = topicOf(slot.previousClause, grammar);
    if (topic !== '') return { name: phrase.verb + topic, verb: phrase.verb, attachment: 'topic' };
  }
  phrase = lastStatement(phrase, grammar);
  const carried = carriedVerb(slot, phrase, predicate, claims, grammar);
  const name = nameShare(carried + phrase.verb + phrase.noun, predicate, anchor, grammar);
  return { name: name + behindShare(slot, predicate), verb: carried || phrase.verb, attachment: 'direct' };
}

const HAN = /^(?:[\u4e00-\u9fff“]|\d+岁)/;

/** 为3709家企业…, 完成95万平方米…改造, 增加9个…: before a count with its noun behind it these state nothing yet. */
function prepositional(predicate: Predicate, left: string, slot: Slot, grammar: Grammar): Predicate {
  if (!predicate.stated || !HAN.test(slot.right) || !COUNTED.has(slot.quantity.dimension)) return predicate;
  const word = /(?:为|完成|实现|增加|减少|有|提升|降低)了?$/.exec(left)?.[0];
  if (word === undefined || /^(?:以|左右|的)/.test(slot.right)) return predicate;
  const front = cleanPhrase(left.slice(0, -word.length), grammar);
  if (front.verb + front.noun !== '') return predicate;
  const keeps = word === '增加' || word === '减少' || word === '提升' || word === '降低';
  return { ...predicate, stated: false, direction: null, phrase: keeps ? left : '' };
}

/** 增加粮食种植面积4000亩: a verb of growth before the name of a stock states a change of it. */
function movedStock(named: Named, measure: string, predicate: Predicate, slot: Slot): string | null {
  if (measure !== 'level' || predicate.stated || named.attachment !== 'direct') return null;
  const match = /^(?:增加|扩大|减少)(.+(?:面积|收入|产量|产能|总量|规模|投入|里程))$/.exec(named.name);
  return match !== null && slot.quantity.dimension !== 'percent' ? match[1]! : null;
}

function growthNoun(noun: string, grammar: Grammar): string {
  return noun.endsWith('自然增长率') ? '' : (grammar.growthNouns.endingAt(noun, noun.length)?.word ?? '');
}
