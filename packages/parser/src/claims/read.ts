import type { Measure } from '@zhibiao/shared';
import type { Quantity } from '../quantities/quantity.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Claim, Place } from './claim.ts';
import { measureOf } from './measure.ts';
import { nameOf } from './name.ts';
import { limited, readParallel, sharedNames } from './parallel.ts';
import { cleanPhrase, leadingVerb, listedKind, type Phrase } from './phrase.ts';
import { readPredicate } from './predicate.ts';
import { growthNounOf, movedStock, prepositional, worked } from './predicate-fit.ts';
import { rankPhrase } from './rank.ts';
import { anchorOf, type Named } from './setting.ts';
import { readSlots, type Slot } from './slots.ts';
import type { Grammar } from './tables.ts';
import { isThreshold } from './threshold.ts';

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

/** 分别增长14%和21%: the verb before the first rate is said of the second, too. */
function sharesPredicate(slot: Slot, last: Claim | undefined): boolean {
  return (
    slot.left === '' &&
    /^(?:、|和|与|及|以及)$/.test(slot.joint) &&
    slot.quantity.dimension === 'percent' &&
    last?.quantity.dimension === 'percent' &&
    last.measure === 'growth' &&
    last.left.includes('分别')
  );
}

/** 穿越工程和|总投资4.7亿元的置换工程: behind the amount stands what is invested in, before it another thing. */
const investedIn = ({ left, right, quantity }: Slot): string =>
  quantity.dimension === 'money' && right.startsWith('的')
    ? left.replace(/^.*(?:[、和与及]|以及)(?=(?:总|计划)?投资$)/, '')
    : left;

/** 污染指数改善4.9%: of what is a burden, better is less. */
const isRelieved = ({ noun }: Phrase, left: string, grammar: Grammar): boolean =>
  grammar.better.endingAt(left, left.length) !== null && grammar.burdens.endingAt(noun, noun.length) !== null;

/** 失业率、居民消费价格涨幅分别控制在…: the growth is of the price alone, a rate is a level. */
const measureIn = (name: string, { measure, ofGrowth }: Pick<Claim, 'measure' | 'ofGrowth'>): Measure =>
  ofGrowth ? (/[率比]$|比[重例]$/.test(name) ? 'level' : 'growth') : measure;

function readSlot(
  slot: Slot,
  index: number,
  slots: readonly Slot[],
  claims: readonly Claim[],
  grammar: Grammar,
  findPlace: FindPlace,
): Claim[] {
  const { quantity } = slot;
  const words = quantity.dimension === 'rank' ? rankPhrase(slot.left, grammar).phrase : investedIn(slot);
  const read = worked(readPredicate(words, quantity, grammar), words, slot, grammar);
  const predicate = prepositional(read, words, slot, grammar);
  let phrase = cleanPhrase(predicate.phrase, grammar);
  const found = listedKind(phrase) === null ? findPlace(phrase.verb + phrase.noun) : null;
  if (found !== null && found.place !== null)
    phrase = cleanPhrase((phrase.verb + phrase.noun).slice(found.length), grammar);
  if (isRelieved(phrase, slot.left, grammar)) predicate.direction = 'down';
  const growth = quantity.dimension === 'percent' ? growthNounOf(phrase.noun, grammar) : '';
  const last = claims[claims.length - 1];
  // 增长7%以上、力争达到8%: what a growth shall reach is a growth
  const raised =
    phrase.verb + phrase.noun === '' &&
    last?.measure === 'growth' &&
    /力争|争取|确保|冲刺|奋斗/.test(slot.left);
  const shares = sharesPredicate(slot, last);
  const measure = measureOf(quantity, predicate, growth !== '' || raised || shares);
  if (measure === 'growth' && growth !== '') {
    if (growth === '降幅') predicate.direction = 'down';
    phrase = { ...phrase, noun: phrase.noun.slice(0, -growth.length) };
  }
  // 由每人每月2295元提高到2375元: the second amount is per person and month, too
  const whole = quantity.unit === '' ? null : (last?.quantity.unit ?? '');
  const goesOn = slot.joint !== '' || (last?.predicate.from != null && predicate.to);
  const carriesUnit = whole?.startsWith(`${quantity.unit}/`) === true && goesOn;
  const measured = limited(
    carriesUnit && whole !== null ? { ...quantity, unit: whole } : quantity,
    slots,
    index,
    grammar,
  );
  const ofGrowth = measure === 'growth' && predicate.direction === null && growth !== '';
  // 完成A 43条、B 20公里: the list is of what was done
  const done = slot.joint.startsWith('、') && last?.removed.includes('完成') === true ? ['完成'] : [];
  const claim = (named: Named, siblings: readonly string[] = [], head: Claim | null = null): Claim => ({
    quantity: measured,
    ...named,
    measure: measureIn(named.name, head ?? { measure, ofGrowth }),
    ofGrowth: head?.ofGrowth ?? ofGrowth,
    sign:
      head?.sign ??
      (shares ? last!.sign : null) ??
      (predicate.direction === 'down' && measure !== 'level' ? -1 : 1),
    predicate: head?.predicate ?? predicate,
    place: found?.place ?? null,
    removed: [...phrase.removed, ...done, ...(found !== null && found.place === null ? ['全市'] : [])],
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
  const named = nameOf({
    slot,
    next: slots[index + 1],
    phrase,
    predicate,
    measure,
    placed: found?.place != null,
    claims,
    anchor: anchorOf(claims, slot, measure),
    grammar,
  });
  const moved = movedStock(named, measure, predicate, slot);
  return [moved === null ? claim(named) : { ...claim(named), name: moved, verb: '', measure: 'change' }];
}
