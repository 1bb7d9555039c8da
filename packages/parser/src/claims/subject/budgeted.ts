import type { Reading } from './setting.ts';

/** 一般公共预算收入|年初预算, 支出预算|调整预算数: an amount that a budget plans, of what it is planned for. */
const PLANNED = /(?:年初预算|年度预算|调整预算|预算调整|预算安排|预算)(?:数|目标)?$/;
const BARE = /^(?:预算)?(支出|收入)$/;
const OF_FUND = /^(.*(?:预算|基金|资金))(支出|收入)$/;

/** Whether a name is that of an amount which a budget plans, not of one that came in or was spent. */
export const isBudgeted = (name: string): boolean => /(?:年初|年度|调整)预算(?:数)?$|预算调整数$/.test(name);

/** 年初预算193亿元,实际完成|196亿元: what came in is of what had been planned. */
export const nameFulfilled: Reading = ({ slot, phrase, anchor, claims, predicate, measure }) => {
  const whole = phrase.verb + phrase.noun;
  if (anchor === null || !isBudgeted(anchor.name)) return null;
  // 年初预算为4亿元,调整预算为|7亿元
  if (isBudgeted(whole) && PLANNED.exec(whole)?.index === 0)
    return { name: anchor.name.replace(PLANNED, '') + whole, verb: '', attachment: 'headed' };
  if (whole !== '') return null;
  const done = /完成|执行|实现/.test(slot.left) || predicate.comparison !== null || measure !== 'level';
  if (!done) return null;
  const planned = anchor.name.replace(PLANNED, '');
  // 支出年初预算…,调整预算数…,完成…: the adjusted one is of the same
  const first =
    planned === '' ? claims.find(({ name }) => isBudgeted(name))?.name.replace(PLANNED, '') : planned;
  return first === undefined || first === '' ? null : { name: first, verb: '', attachment: 'elided' };
};

/** 社保基金预算收入428亿元,支出|396亿元: both sides of one budget. */
export const nameOtherSide: Reading = ({ phrase, claims, slot }) => {
  const side = BARE.exec(phrase.verb + phrase.noun)?.[1];
  if (side === undefined) return null;
  const last = claims.findLast(({ name, clause }) => slot.clause - clause <= 4 && OF_FUND.test(name));
  const fund = last === undefined ? undefined : OF_FUND.exec(last.name)?.[1];
  return fund === undefined ? null : { name: fund + side, verb: '', attachment: 'headed' };
};
