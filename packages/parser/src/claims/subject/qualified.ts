import type { Reading } from './setting.ts';

const LARGE_ONES = /^(?:年)?(?:产值|收入|税收|纳税|投资|销售)?(?:超|过|达)?[十百千万亿\d]+元?(?:以上)?的?$/;
const AVERAGE = /^(?:人均|户均|亩均|地均|单位)$/;
const PLAN =
  /^(?:(?:年度|全年|年初|省定|市定|县定|区定|省|市|原|总|调整|后|既定)*(?:目标|计划|任务|预算|进度)(?:任务|数|总数|投资|的)*)+$/;
const ALL_OF = /(?:总数|总量|总额|总人口|总面积|人口)$/;

/** 为调整预算的104%, 占年度计划的115%, 达到县总数的80%: a share of what was planned, or of all. */
export const namePlanned: Reading = ({ phrase, predicate, anchor, slot }) => {
  if (anchor === null || phrase.noun === '' || phrase.noun.includes('占')) return null;
  if (!['percent', 'multiple'].includes(slot.quantity.dimension)) return null;
  const ofAll = predicate.phrase.endsWith('的') && ALL_OF.test(phrase.noun);
  if (!ofAll && !PLAN.test(phrase.noun)) return null;
  return { name: `${anchor.name}占${phrase.noun}比重`, verb: '', attachment: 'headed' };
};

/** 市本级, 人均, 超亿元的: words that only say which part or form of the thing before them. */
export const nameQualified: Reading = ({ phrase, anchor, grammar }) => {
  const whole = phrase.verb + phrase.noun;
  if (anchor === null || whole === '') return null;
  const thing = anchor.name.slice(anchor.verb.length);
  if (AVERAGE.test(whole) || grammar.scopes.includes(whole)) {
    return { name: whole + thing, verb: '', attachment: 'headed' };
  }
  if (!LARGE_ONES.test(whole)) return null;
  const kind = grammar.countedHeads.endingAt(thing, thing.length)?.word ?? '';
  return kind === '' ? null : { name: whole.replace(/的$/, '') + kind, verb: '', attachment: 'headed' };
};
