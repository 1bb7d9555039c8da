import type { Measure } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import type { Grammar } from '../lexicon/grammar.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { Claim, FindPlace, Whole } from './claim.ts';
import { leadingVerb } from './clause/phrase.ts';
import type { Slot } from './clause/slots.ts';
import { statementOf } from './statement.ts';
import { unbracketed } from './subject/brackets.ts';
import { limited } from './subject/limited.ts';
import { nameOf } from './subject/name.ts';
import { readParallel } from './subject/parallel.ts';
import { wholeFor } from './subject/part.ts';
import { movedRate, movedStock } from './subject/predicate-fit.ts';
import { readRatio } from './subject/ratio.ts';
import { anchorOf, type Named } from './subject/setting.ts';
import { allOfList, sharedNames } from './subject/shared.ts';
import { tidyName } from './subject/tidy.ts';
import { wayOf } from './subject/whole-names.ts';

/** 失业率、居民消费价格涨幅分别控制在…: the growth is of the price alone, a rate is a level. */
const measureIn = (name: string, { measure, ofGrowth }: Pick<Claim, 'measure' | 'ofGrowth'>): Measure =>
  ofGrowth ? (/[率比]$|比[重例]$/.test(name) ? 'level' : 'growth') : measure;

/** 由每人每月2295元提高到|2375元: the second amount is per person and month, too. */
function withUnit(slot: Slot, last: Claim | undefined, reaches: boolean): Quantity {
  const { quantity, joint } = slot;
  const whole = quantity.unit === '' ? '' : (last?.quantity.unit ?? '');
  const goesOn = joint !== '' || (last?.predicate.from != null && reaches);
  return goesOn && whole.startsWith(`${quantity.unit}/`) ? { ...quantity, unit: whole } : quantity;
}

/** A name with the rule that found it, and what it is a part of. */
type Found = Named & { rule: string; whole?: Whole | null };

/** The claims of one quantity: several where one value is said of several subjects. */
export function readSlot(
  slot: Slot,
  index: number,
  slots: readonly Slot[],
  claims: readonly Claim[],
  wholes: readonly Whole[],
  grammar: Grammar,
  findPlace: FindPlace,
): Claim[] {
  const { quantity } = slot;
  const last = claims[claims.length - 1];
  const statement = statementOf(slot, last, grammar, findPlace);
  const { words, phrase, predicate, measure, ofGrowth, shares, found } = statement;
  const measured = limited(withUnit(slot, last, predicate.to), slots, index, grammar);
  // 完成A 43条、B 20公里: the list is of what was done
  const done = slot.joint.startsWith('、') && last?.removed.includes('完成') === true ? ['完成'] : [];
  const claim = (
    named: Found,
    siblings: readonly string[] = [],
    head: Claim | null = null,
    sibling = 0,
  ): Claim => ({
    quantity: measured,
    whole: null,
    ...named,
    name: unbracketed(
      tidyName(named.name.slice(0, named.name.length - wayOf(named.name).length), {
        measure: head?.measure ?? measure,
        grammar,
      }),
      grammar,
    ),
    measure: measureIn(named.name, head ?? { measure, ofGrowth }),
    ofGrowth: head?.ofGrowth ?? ofGrowth,
    sign:
      head?.sign ??
      (shares ? present(last, 'the last').sign : null) ??
      // 下降-9.3%: the fall that the verb tells is not turned round by the sign
      (predicate.direction === 'down' && measure !== 'level' && quantity.value > 0 ? -1 : 1),
    predicate: head?.predicate ?? predicate,
    place: found?.place ?? null,
    removed: [
      ...phrase.removed,
      wayOf(named.name),
      ...done,
      ...(found !== null && found.place === null ? ['全市'] : []),
    ],
    clause: slot.clause,
    part: slot.part,
    siblings,
    unpaired: false,
    sibling,
    bracket: slot.bracket,
    left: slot.left,
    right: slot.right,
  });
  const ratio = readRatio(slot, last);
  if (ratio !== null) {
    const named: Found = { name: ratio.name, verb: '', attachment: 'parallel', rule: 'ratio' };
    return ratio.name === '' ? [] : [{ ...claim(named), ...ratio, predicate: ratio.predicate ?? predicate }];
  }
  const parallel = readParallel(slot, index, slots, claims, phrase, grammar);
  if (parallel !== null) {
    const unpaired = parallel.unpaired === true || (parallel.at > 0 && last?.unpaired === true);
    return parallel.names.map((name) => ({
      ...claim(
        { name, verb: leadingVerb(name, grammar), attachment: 'parallel', rule: 'parallel' },
        parallel.all,
        parallel.head,
        parallel.at,
      ),
      unpaired,
    }));
  }
  const shared = allOfList(slot, phrase, last) ?? sharedNames(words, phrase, quantity, grammar);
  if (shared !== null)
    return shared.map((name) => claim({ name, verb: '', attachment: 'parallel', rule: 'shared' }, shared));
  const setting = {
    slot,
    next: slots[index + 1],
    rest: slots.slice(index + 1, index + 5),
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
  const rate = movedRate(named, measure, slot, grammar);
  if (rate !== null)
    return [{ ...claim(named), name: rate.name, verb: '', measure: 'growth', sign: rate.sign }];
  const stock = movedStock(named, measure, predicate, slot);
  return [stock === null ? claim(named) : { ...claim(named), name: stock, verb: '', measure: 'change' }];
}
