import { present } from '@zhibiao/shared';
import { patternsOf } from '../../lexicon/patterns.ts';
import type { Reading } from './setting.ts';

const patternOf = patternsOf('subject/budgeted');
const PLANNED = patternOf('planned');
const IS_PLANNED = patternOf('isPlanned');
const IS_PLAN = patternOf('isPlan');
const SIDE = patternOf('side');
const OF_FUND = patternOf('ofFund');
const ADJUSTED = patternOf('adjusted');
const DONE = patternOf('done');
const OPENS_SIDE = patternOf('opensSide');

/** Whether a name is that of an amount which a budget plans, not of one that came in or was spent. */
export const isBudgeted = (name: string): boolean => IS_PLANNED.test(name);

/** Whether a sentence goes on with the other side of the budget before it: 支出预算为…. */
export const opensOtherSide = (sentence: string): boolean => OPENS_SIDE.test(sentence);

/** 年初预算193亿元,实际完成|196亿元: what came in is of what had been planned. */
export const nameFulfilled: Reading = ({ slot, phrase, anchor, claims, predicate, measure }) => {
  const whole = phrase.verb + phrase.noun;
  if (anchor === null || !isBudgeted(anchor.name)) return null;
  // 年初预算为4亿元,调整预算为|7亿元
  if (isBudgeted(whole) && PLANNED.exec(whole)?.index === 0)
    return { name: anchor.name.replace(PLANNED, '') + whole, verb: '', attachment: 'headed' };
  if (whole !== '') return null;
  const done =
    DONE.test(slot.left) ||
    (IS_PLAN.test(anchor.name) && (predicate.comparison !== null || measure !== 'level'));
  if (!done) return null;
  const planned = anchor.name.replace(PLANNED, '');
  // 支出年初预算…,调整预算数…,完成…: the adjusted one is of the same
  const first =
    planned === '' ? claims.find(({ name }) => isBudgeted(name))?.name.replace(PLANNED, '') : planned;
  return first === undefined || first === '' ? null : { name: first, verb: '', attachment: 'elided' };
};

/** 社保基金预算收入428亿元,支出|396亿元: both sides of one budget, the other one in the sentence before as well. */
export const nameOtherSide: Reading = ({ phrase, claims, wholes, slot }) => {
  const side = SIDE.exec(phrase.verb + phrase.noun);
  if (side === null) return null;
  const near = claims.filter(({ clause }) => slot.clause - clause <= 4).map(({ name }) => name);
  const last = (near.length > 0 ? near : wholes.map(({ name }) => name)).findLast((name) =>
    OF_FUND.test(name),
  );
  const fund = last === undefined ? undefined : OF_FUND.exec(last)?.[1];
  const account = ADJUSTED.test(slot.left) ? '调整预算' : present(side[2], 'the third of side');
  return fund === undefined
    ? null
    : { name: fund + present(side[1], 'the second of side') + account, verb: '', attachment: 'headed' };
};
