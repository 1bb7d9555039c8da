import type { Reading } from './setting.ts';

const LARGE_ONES = /^(?:年)?(?:产值|收入|税收|纳税|投资|销售)?(?:超|过|达)?[十百千万亿\d]+元?(?:以上)?的?$/;
const AVERAGE = /^(?:人均|户均|亩均|地均|单位)$/;
const PLAN =
  /^(?:(?:年度|全年|年初|年|省定|市定|县定|区定|省|市|原|总|调整|后|既定){0,9}(?:目标|计划|任务|预算|决算|进度)(?:任务|数|总数|投资|的){0,4}){1,4}$/;
/** 年计划, 调整预算: what was planned. */
export const isPlan = (words: string): boolean => PLAN.test(words);
/** 教育支出|占年初预算比重: what is held against one plan is held against the next one by itself. */
const SHARE_OF_PLAN = /占[^占]{0,8}(?:预算|决算|计划|任务|目标)(?:数)?比重$/;
const ALL_OF = /(?:总数|总量|总额|总人口|总面积|人口)$/;

/** 为调整预算的104%, 占年度计划的115%, 达到县总数的80%: a share of what was planned, or of all. */
export const namePlanned: Reading = ({ phrase, predicate, anchor, slot }) => {
  if (anchor === null || phrase.noun === '' || phrase.noun.includes('占')) return null;
  if (!['percent', 'multiple'].includes(slot.quantity.dimension)) return null;
  const ofAll = predicate.phrase.endsWith('的') && ALL_OF.test(phrase.noun);
  if (!ofAll && !PLAN.test(phrase.noun)) return null;
  return {
    name: `${anchor.name.replace(SHARE_OF_PLAN, '')}占${phrase.noun}比重`,
    verb: '',
    attachment: 'headed',
  };
};

/** 5A级, 国家级, 民办: which of the things before are counted. */
const GRADE =
  /^(?:[1-5]?A{1,5}级|国家级|省级|市级|县级|区级|乡镇级|镇级|村级|省部级|国地联合|厅级|校级|[一二三四五]星级|[特甲乙丙]级|[一二三]级|[一二三]等|公办|民办|公立|民营)$/;
/** 实施类|省级|项目: a grade inside a name. */
const LEVEL = /(?:国家|自治区|省部|省|市|县|区|乡镇|镇|村)级/;
const GRADED = /^(?:(?:国家|省|市|县|区)级(?:及?以上)?|各类|各级|全国|[1-5]?A级|[一二三四五]星级|旅游星级)/;

/** 市本级, 人均, 超亿元的: words that only say which part or form of the thing before them. */
export const nameQualified: Reading = ({ phrase, anchor, slot, claims, grammar }) => {
  const whole = phrase.verb + phrase.noun;
  if (anchor === null || whole === '') return null;
  const thing = anchor.name.slice(anchor.verb.length);
  // 创建省级示范村8个、市级15个: another grade of what was done to the same things
  if (LEVEL.test(whole) && GRADE.test(whole) && LEVEL.test(thing) && slot.joint.startsWith('、')) {
    const name = anchor.verb + thing.replace(LEVEL, whole);
    return { name, verb: anchor.verb, attachment: 'headed' };
  }
  if (GRADE.test(whole) && slot.quantity.unit === anchor.quantity.unit) {
    // 其中国家级3个、国地联合5个、省级|33个: of what the first of them is of
    const first = claims.findLast(
      ({ rule, quantity, clause }) =>
        clause >= slot.clause - 3 && quantity.unit === slot.quantity.unit && rule !== 'qualified',
    );
    const kind = (first ?? anchor).name.slice((first ?? anchor).verb.length).replace(GRADED, '');
    if (kind !== '') return { name: whole + kind, verb: '', attachment: 'headed' };
  }
  if (AVERAGE.test(whole) || grammar.scopes.includes(whole)) {
    return { name: whole + thing, verb: '', attachment: 'headed' };
  }
  if (!LARGE_ONES.test(whole)) return null;
  const kind = grammar.countedHeads.endingAt(thing, thing.length)?.word ?? '';
  return kind === '' ? null : { name: whole.replace(/的$/, '') + kind, verb: '', attachment: 'headed' };
};
