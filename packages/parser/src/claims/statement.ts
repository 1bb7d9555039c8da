import type { Measure } from '@zhibiao/shared';
import type { Grammar } from '../lexicon/grammar.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { Claim, FindPlace } from './claim.ts';
import { measureOf } from './clause/measure.ts';
import { cleanPhrase, listedKind, type Phrase } from './clause/phrase.ts';
import { type Predicate, readPredicate } from './clause/predicate.ts';
import { rankPhrase } from './clause/rank.ts';
import type { Slot } from './clause/slots.ts';
import { growthNounOf, prepositional, worked } from './subject/predicate-fit.ts';

/** What the words before a quantity state: its subject's phrase, its predicate, its measure. */
export interface Statement {
  /** the words that were read */
  words: string;
  phrase: Phrase;
  predicate: Predicate;
  measure: Measure;
  /** the growth is told by a noun at the phrase's end (涨幅) alone */
  ofGrowth: boolean;
  /** the verb of the value before is said of this one, too */
  shares: boolean;
  found: ReturnType<FindPlace>;
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

/** 保持12%|的增长 */
const GROWTH_BEHIND = /^的?(?:年均|较快|快速|高速)?(?:增长|增速|增幅|增长率|增长速度)$/;

/** 增速由-1%回升到|3.1%: the second value is a growth as the first is. */
const reachesGrowth = (predicate: Predicate, { verb, noun }: Phrase, last: Claim | undefined): boolean =>
  predicate.to && verb + noun === '' && last?.predicate.from != null && last.measure === 'growth';

/** 增长为|-12.6%, 收入|-3.5%: below zero is a growth, but for a rate that may be so itself (自然增长率为-2‰). */
const isSignedGrowth = ({ value, dimension }: Quantity, { verb, noun }: Phrase, words: string): boolean =>
  dimension === 'percent' &&
  ((value < 0 && verb + noun !== '' && !/[率比]$|比[重例]$/.test(noun)) ||
    (verb + noun !== '' && /(?:增长|下降)为$/.test(words)));

/** 污染指数改善4.9%: of what is a burden, better is less. */
function isRelieved({ noun }: Phrase, left: string, last: Claim | undefined, grammar: Grammar): boolean {
  const name = noun === '' ? (last?.name ?? '') : noun;
  return (
    grammar.better.endingAt(left, left.length) !== null &&
    grammar.burdens.endingAt(name, name.length) !== null
  );
}

/** 居全省第五位、淮海六市|第一位: between two ranks stands the group of the second. */
const rankedWords = (slot: Slot, last: Claim | undefined, grammar: Grammar): string =>
  slot.follows && last?.measure === 'rank' && slot.joint !== '' && slot.left.length <= 10
    ? ''
    : rankPhrase(slot.left, grammar, slot.follows && slot.joint.startsWith('、')).phrase;

/** 投资3亿元的医疗器械|7个项目: what stands behind 的 is what the amount before it went into. */
const ownWords = ({ left, gap, right, quantity }: Slot, last: Claim | undefined): string =>
  last?.rule === 'invested' && gap.startsWith('的') && right !== '' && quantity.dimension === 'count'
    ? ''
    : left;

/** Reads what stands before a quantity; `last` is the claim before it. */
export function statementOf(
  slot: Slot,
  last: Claim | undefined,
  grammar: Grammar,
  findPlace: FindPlace,
): Statement {
  const { quantity } = slot;
  const words = quantity.dimension === 'rank' ? rankedWords(slot, last, grammar) : ownWords(slot, last);
  const read = worked(readPredicate(words, quantity, grammar), words, slot, grammar);
  const dealt = dealtGap(slot, last);
  const predicate = dealt ?? timed(prepositional(read, words, slot, grammar), slot);
  let phrase = cleanPhrase(predicate.phrase, grammar);
  const placed = listedKind(phrase) === null ? findPlace(phrase.verb + phrase.noun) : null;
  const rest = placed === null ? '' : (phrase.verb + phrase.noun).slice(placed.length);
  const own = placed !== null && placed.place === null && placed.length > 0;
  // the report's own name goes before an indicator's only
  const found = own && !grammar.knows(rest) ? null : placed;
  if (found !== null && found.length > 0) phrase = cleanPhrase(rest, grammar);
  if (isRelieved(phrase, slot.left, last, grammar)) predicate.direction = 'down';
  const growth = quantity.dimension === 'percent' ? growthNounOf(phrase.noun, grammar) : '';
  const shares = sharesPredicate(slot, last);
  const moved =
    shares ||
    (quantity.dimension === 'percent' && GROWTH_BEHIND.test(slot.right)) ||
    isRaised(slot, phrase, last) ||
    reachesGrowth(predicate, phrase, last) ||
    isSignedGrowth(quantity, phrase, words);
  const measure = measureOf(quantity, predicate, growth !== '' || moved);
  if (measure === 'growth' && growth !== '') {
    if (growth === '降幅') predicate.direction = 'down';
    phrase = { ...phrase, noun: phrase.noun.slice(0, -growth.length) };
  }
  const ofGrowth = measure === 'growth' && predicate.direction === null && growth !== '';
  return { words, phrase, predicate, measure, ofGrowth, shares, found };
}

/** 增长7%以上、力争达到8%: what a growth shall reach is a growth. */
const isRaised = ({ left }: Slot, { verb, noun }: Phrase, last: Claim | undefined): boolean =>
  verb + noun === '' && last?.measure === 'growth' && /力争|争取|确保|冲刺|奋斗/.test(left);
