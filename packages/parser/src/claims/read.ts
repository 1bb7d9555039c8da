import type { Measure } from '@zhibiao/shared';
import type { Grammar } from '../lexicon/grammar.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Claim, Place, Whole } from './claim.ts';
import { lanesOf } from './clause/brackets.ts';
import { measureOf } from './clause/measure.ts';
import { cleanPhrase, leadingVerb, listedKind, type Phrase } from './clause/phrase.ts';
import { type Predicate, readPredicate } from './clause/predicate.ts';
import { rankPhrase } from './clause/rank.ts';
import { readSlots, type Slot } from './clause/slots.ts';
import { thresholdOf } from './clause/threshold.ts';
import { nameOf } from './subject/name.ts';
import { limited, readParallel, sharedNames } from './subject/parallel.ts';
import { wholeFor, wholesOf } from './subject/part.ts';
import { growthNounOf, movedStock, prepositional, worked } from './subject/predicate-fit.ts';
import { anchorOf, type Named } from './subject/setting.ts';

/** Finds a place of the report's own area at the start of a phrase; `place` null where it is one of several. */
export type FindPlace = (phrase: string) => { place: Place | null; length: number } | null;

/** The claims of one sentence, in the order of their quantities. */
export function readClaims(
  text: string,
  sentence: Sentence,
  quantities: readonly Quantity[],
  grammar: Grammar,
  findPlace: FindPlace,
  before: readonly Whole[] = [],
): Claim[] {
  const wholes = wholesOf(
    text.slice(sentence.start, Math.min(sentence.end, sentence.start + 40)),
    before,
    grammar,
  );
  const kept = quantitiesOf(text, sentence, quantities, grammar);
  const [outer, ...inner] = lanesOf(text, sentence, kept).map((lane) => ({
    lane,
    slots: readSlots(text, lane, lane.quantities, grammar),
  }));
  const found = readLane(outer!.slots, [], wholes, grammar, findPlace);
  for (const { lane, slots } of inner) {
    // what stands in brackets behind a value may take up its subject; behind a noun it is of that noun
    const ahead = lane.before === '' ? found.filter(({ quantity }) => quantity.end <= lane.start) : [];
    const owner = ahead[ahead.length - 1]?.place ?? null;
    const claims = readLane(slots, ahead, [], grammar, findPlace);
    found.push(...claims.map((claim) => ({ ...claim, place: claim.place ?? owner })));
  }
  return inner.length === 0 ? found : found.sort((a, b) => a.quantity.start - b.quantity.start);
}

/** The quantities that state something: not those of names and sizes. */
function quantitiesOf(
  text: string,
  sentence: Sentence,
  quantities: readonly Quantity[],
  grammar: Grammar,
): readonly Quantity[] {
  const idle = new Set<Quantity>();
  for (const lane of lanesOf(text, sentence, quantities)) {
    const slots = readSlots(text, lane, lane.quantities, grammar);
    slots.forEach((slot, i) => {
      if (thresholdOf(slot, slots[i + 1]) !== null) idle.add(slot.quantity);
    });
  }
  return idle.size === 0 ? quantities : quantities.filter((quantity) => !idle.has(quantity));
}

/** The claims of one lane; `before` are those that its first subjects may take up. */
function readLane(
  slots: readonly Slot[],
  before: readonly Claim[],
  wholes: readonly Whole[],
  grammar: Grammar,
  findPlace: FindPlace,
): Claim[] {
  const claims: Claim[] = [...before];
  let place: Place | null = null;
  let leads = false;
  let part = slots[0]?.part ?? 0;
  slots.forEach((slot, index) => {
    if (slot.part !== part) {
      part = slot.part;
      place = null;
      leads = false;
    }
    const found = readSlot(slot, index, slots, claims, wholes, grammar, findPlace);
    const own = found[0]?.place ?? null;
    if (own !== null) {
      leads = claims.every((claim) => claim.part !== part);
      place = own;
    } else if (found[0] !== undefined && !keepsPlace(found[0], slot, leads)) place = null;
    for (const claim of found) claims.push({ ...claim, place });
  });
  return claims.slice(before.length);
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

/** 分别高于全国、全省0.8和|0.5个百分点: the second distance is to the second of the others. */
function dealtGap(slot: Slot, last: Claim | undefined): Predicate | null {
  if (slot.left !== '' || slot.joint === '' || last === undefined || last.measure !== 'gap') return null;
  const { others } = last.predicate;
  return others.length < 2 ? null : { ...last.predicate, phrase: '', others: others.slice(1) };
}

const TIMED = /^(上年(?:同期)?|去年(?:同期)?|前年|(?:19|20)\d\d年)(?:底|末)?(?:仅?[为是达])?/;

/** (上年为|61.4亿元), (2021年|5.9万吨): a value in brackets that is of another time. */
function timed(predicate: Predicate, { bracket, left }: Slot): Predicate {
  const time = bracket === null ? undefined : TIMED.exec(left)?.[1];
  return time === undefined || predicate.from !== null || predicate.comparison !== null
    ? predicate
    : { ...predicate, from: time };
}

/** 增速由-1%回升到|3.1%: the second value is a growth as the first is. */
const reachesGrowth = (predicate: Predicate, { verb, noun }: Phrase, last: Claim | undefined): boolean =>
  predicate.to && verb + noun === '' && last?.predicate.from != null && last.measure === 'growth';

/** 增长为|-12.6%, 收入|-3.5%: below zero is a growth, but for a rate that may be so itself (自然增长率为-2‰). */
const isSignedGrowth = ({ value, dimension }: Quantity, { verb, noun }: Phrase, words: string): boolean =>
  dimension === 'percent' &&
  ((value < 0 && verb + noun !== '' && !/[率比]$|比[重例]$/.test(noun)) ||
    (verb + noun !== '' && /(?:增长|下降)为$/.test(words)));

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
  wholes: readonly Whole[],
  grammar: Grammar,
  findPlace: FindPlace,
): Claim[] {
  const { quantity } = slot;
  const words = quantity.dimension === 'rank' ? rankPhrase(slot.left, grammar).phrase : investedIn(slot);
  const read = worked(readPredicate(words, quantity, grammar), words, slot, grammar);
  const last = claims[claims.length - 1];
  const dealt = dealtGap(slot, last);
  const predicate = dealt ?? timed(prepositional(read, words, slot, grammar), slot);
  let phrase = cleanPhrase(predicate.phrase, grammar);
  const found = listedKind(phrase) === null ? findPlace(phrase.verb + phrase.noun) : null;
  if (found !== null && found.place !== null)
    phrase = cleanPhrase((phrase.verb + phrase.noun).slice(found.length), grammar);
  if (isRelieved(phrase, slot.left, grammar)) predicate.direction = 'down';
  const growth = quantity.dimension === 'percent' ? growthNounOf(phrase.noun, grammar) : '';
  // 增长7%以上、力争达到8%: what a growth shall reach is a growth
  const raised =
    phrase.verb + phrase.noun === '' &&
    last?.measure === 'growth' &&
    /力争|争取|确保|冲刺|奋斗/.test(slot.left);
  const shares = sharesPredicate(slot, last);
  const moved =
    raised || shares || reachesGrowth(predicate, phrase, last) || isSignedGrowth(quantity, phrase, words);
  const measure = measureOf(quantity, predicate, growth !== '' || moved);
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
  const claim = (
    named: Named & { rule: string; whole?: Whole | null },
    siblings: readonly string[] = [],
    head: Claim | null = null,
    sibling = 0,
  ): Claim => ({
    quantity: measured,
    whole: null,
    ...named,
    measure: measureIn(named.name, head ?? { measure, ofGrowth }),
    ofGrowth: head?.ofGrowth ?? ofGrowth,
    sign:
      head?.sign ??
      (shares ? last!.sign : null) ??
      // 下降-9.3%: the fall that the verb tells is not turned round by the sign
      (predicate.direction === 'down' && measure !== 'level' && quantity.value > 0 ? -1 : 1),
    predicate: head?.predicate ?? predicate,
    place: found?.place ?? null,
    removed: [...phrase.removed, ...done, ...(found !== null && found.place === null ? ['全市'] : [])],
    clause: slot.clause,
    part: slot.part,
    siblings,
    sibling,
    bracket: slot.bracket,
    left: slot.left,
    right: slot.right,
  });
  const parallel = readParallel(slot, index, slots, claims, phrase, grammar);
  if (parallel !== null) {
    return parallel.names.map((name) =>
      claim(
        { name, verb: leadingVerb(name, grammar), attachment: 'parallel', rule: 'parallel' },
        parallel.all,
        parallel.head,
        parallel.at,
      ),
    );
  }
  const shared = sharedNames(words, phrase, quantity, grammar);
  if (shared !== null)
    return shared.map((name) => claim({ name, verb: '', attachment: 'parallel', rule: 'shared' }, shared));
  const setting = {
    slot,
    next: slots[index + 1],
    phrase,
    predicate,
    measure,
    placed: found?.place != null,
    claims,
    anchor: anchorOf(claims, slot, measure),
    wholes,
    grammar,
  };
  const partOf = wholeFor(setting);
  const named = { ...nameOf({ ...setting, whole: partOf }), whole: partOf };
  const stock = movedStock(named, measure, predicate, slot);
  return [stock === null ? claim(named) : { ...claim(named), name: stock, verb: '', measure: 'change' }];
}
