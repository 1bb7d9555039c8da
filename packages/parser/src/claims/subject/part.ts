import type { Grammar } from '../../lexicon/grammar.ts';
import type { Claim, Whole } from '../claim.ts';
import { cleanPhrase } from '../clause/phrase.ts';
import type { Reading, Setting } from './setting.ts';

/** 分经济类型看, 按产业分, 其中: what follows are parts of what the sentences before are about. */
const PARTS = /^(?:其中|(?:分|按|从)[^,。:;]{2,16}?(?:看|分|划分))[,:]/;
/** 商品零售额中, …: the whole stands in the sentence itself. */
const WITHIN = /^(?:在)?([^,。:;]{2,30})中[,:]/;
/** A word that only says where or among whom: it goes before the whole's full name. */
const WHERE = /^(?:城镇|乡村|农村|市区|县域|中心城区|女性|男性)$/;

/** The wholes that the sentence's parts belong to; `before` are those of the sentences before it in its paragraph. */
export function wholesOf(sentence: string, before: readonly Whole[], grammar: Grammar): readonly Whole[] {
  if (PARTS.test(sentence)) return before;
  const within = WITHIN.exec(sentence)?.[1];
  if (within === undefined) return [];
  const { verb, noun } = cleanPhrase(within, grammar);
  const name = verb + noun;
  return quantityOf(name, grammar) === '' ? before : [{ name, unit: null }];
}

/** What the next sentence may give parts of: the values of this one that are no parts, else what it gave parts of itself. */
export function wholesAfter(claims: readonly Claim[], before: readonly Whole[]): readonly Whole[] {
  const own = claims
    .filter(({ whole, measure }) => whole === null && measure !== 'rank')
    .map(({ name, quantity }) => ({ name, unit: quantity.unit }));
  return own.length === 0 ? before : own;
}

/** The noun in a name that tells what is measured: 粮食|产量, 原保险|保费收入. Empty where it has none. */
function quantityOf(name: string, grammar: Grammar): string {
  if (/(?:生产总值|GDP)$/i.test(name)) return '增加值';
  return grammar.partHeads.endingAt(name, name.length)?.word ?? '';
}

/** The whole that a value may be a part of: behind 其中 what stands before it, else what the sentence's opening says. */
export function wholeFor({
  claims,
  phrase,
  slot,
  measure,
  wholes,
  grammar,
}: Omit<Setting, 'whole'>): Whole | null {
  const last = claims[claims.length - 1];
  const own = phrase.removed.includes('其中')
    ? claims.filter((claim) => claim.whole === null && slot.clause - claim.clause <= 3)
    : [];
  const candidates: readonly Whole[] =
    own.length > 0
      ? own.map(({ name, quantity }) => ({ name, unit: quantity.unit }))
      : wholes.length > 0
        ? wholes
        : last?.whole != null
          ? [last.whole]
          : [];
  const alike = (one: Whole): boolean =>
    measure === 'growth' || one.unit === null || one.unit === slot.quantity.unit;
  return (
    candidates.findLast((one) => alike(one) && quantityOf(one.name, grammar) !== '') ??
    candidates.at(-1) ??
    null
  );
}

/** 其中夏粮|22.5万吨: a bare part takes the quantity of its whole (夏粮产量). */
export const namePart: Reading = ({ phrase, predicate, measure, slot, whole, grammar }) => {
  const part = phrase.verb + phrase.noun;
  if (whole === null || phrase.noun.length < 2 || slot.right !== '' || predicate.phrase.endsWith('的'))
    return null;
  const of = quantityOf(whole.name, grammar);
  if (of === '' || grammar.heads.endingAt(part, part.length) !== null || grammar.bareHeads.has(part))
    return null;
  if (
    measure !== 'growth' &&
    (measure !== 'level' || (whole.unit !== null && whole.unit !== slot.quantity.unit))
  )
    return null;
  if (['count', 'rank', 'point'].includes(slot.quantity.dimension)) return null;
  if (slot.quantity.dimension === 'people' && of !== '人口') return null;
  if (!/产业$/.test(part) && grammar.knows(part)) return null;
  return { name: part + (WHERE.test(part) ? whole.name : of), verb: phrase.verb, attachment: 'headed' };
};

/** 普通高中招生3.6万人,在校生|10.4万人: what stands before the first of a row holds for the others. */
export const nameAlong: Reading = ({ phrase, claims, slot, grammar }) => {
  const name = phrase.verb + phrase.noun;
  const row = grammar.rows.find((words) => words.includes(name));
  if (row === undefined) return null;
  for (const claim of [...claims].reverse().slice(0, 8)) {
    if (slot.clause - claim.clause > 6) return null;
    const end = row.find((word) => claim.name.length > word.length + 1 && claim.name.endsWith(word));
    if (end !== undefined)
      return { name: claim.name.slice(0, -end.length) + name, verb: '', attachment: 'headed' };
  }
  return null;
};
