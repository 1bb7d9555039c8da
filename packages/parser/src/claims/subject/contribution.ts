import type { Reading } from './setting.ts';

/** 经济增长的贡献率, 拉动GDP: what a part adds to the growth of the whole. */
const RATE =
  /^对?(?:全[市省县区州国]|我[市省县区州])?(?:的)?(?:国民|地区|国内)?(?:经济|GDP|生产总值|工业|投资)[^对,。;]{0,6}的?贡献(?:率|度)$/i;
const PULL =
  /^拉动(?:全[市省县区州国]|我[市省县区州])?(?:国民|地区|国内)?(?:经济|GDP|生产总值)(?:总量)?(?:增长)?$/i;
/** Ends of an owner's name that say what of it was measured before. */
const MEASURED =
  /(?:增加值)?占(?:全[市省区县州国]|地区|国内|生产总值|GDP|的|比[重例])*(?:比[重例]|占比|份额)$|(?:占比|增加值)$|对[^对]{0,14}贡献(?:率|度)$/i;

/** Whether a phrase says what a part adds to the growth of the whole. */
export const isContribution = (phrase: string): boolean => RATE.test(phrase) || PULL.test(phrase);

/** 第一产业增加值 + 对经济增长的贡献率, + 拉动GDP(增长). */
export function contributionOf(owner: string, phrase: string): string {
  const part = owner.replace(MEASURED, '') || owner;
  if (PULL.test(phrase)) return `${part}${phrase}${/增长$/.test(phrase) ? '' : '增长'}`;
  return `${part}${phrase.startsWith('对') ? '' : '对'}${phrase}`;
}

/** 服务业增加值…,对经济增长的贡献率为|54%: whose part it is stands before it. */
export const nameContribution: Reading = ({ phrase, anchor, slot }) => {
  const whole = phrase.verb + phrase.noun;
  if (anchor === null || !isContribution(whole)) return null;
  if (!['percent', 'point'].includes(slot.quantity.dimension)) return null;
  return { name: contributionOf(anchor.name, whole), verb: '', attachment: 'headed' };
};
