import type { Grammar } from '../../lexicon/grammar.ts';
import type { Slot } from '../clause/slots.ts';
import { readCounted } from './postposed.ts';
import type { Reading } from './setting.ts';
import { praiseBehind } from './tidy.ts';

/** 总投资, 累计投入: the words before an amount that goes into what stands behind it. */
const SPENT = /(?:(?:计划|概算|预计|估算|协议|年度|年度计划)?(?:总投资|投资)|(?:累计|共)?投入)(?:资金)?$/;
/** Stands for a quantity in the words behind. */
const VALUE = '\u0002';
/** 、全长|13公里|的: other values of the same thing. */
const ALSO = new RegExp(`^(?:[、和与及][^的、,${VALUE}]{0,8}${VALUE})+的`);
/** …、投资|2亿元: the next one of a row. */
const NEXT = new RegExp(`[、和与及](?:[^、,${VALUE}]{0,4}总?投资)${VALUE}`);
const LISTED = new RegExp(`^[^,]{2,60}?等(?:一批|${VALUE})?(.*)$`);
const COUNT = new RegExp(`^(?:${VALUE}|[一两二三四五六七八九十]+[个条座项家处所])`);
/** 对林木进行|病虫害防治 */
const DONE_TO = /^对(?:全[市县区省]|所有|全部|辖区|范围|内)*(.+?)(?:(?:进行|实施|开展)了?|的)(.+)$/;
const WORK =
  /^(?:(?:新建|修建|兴建|建设|建成|改造|扩建|实施|完成|启动|打造|开展|进行|用于|购置|修缮|维修|新修|新修建|支持|推进)了?)+/;
const INTENT = /(?:建设|合作|投资)?意向$/;
/** Ends of the name of what is built. */
const BUILT =
  /^(.*?(?:项目|工程|园区|基地|中心|医院|学校|水厂|电站|[^工]厂|产业园|管网))(?:[\u4e00-\u9fff]{2,})/;

/** 投资3亿元的水厂, 投入2000万元对校舍进行改造: the investment of what stands behind the amount. */
export const nameInvested: Reading = ({ slot, rest, predicate, phrase, grammar }) => {
  const head = slot.quantity.dimension === 'money' ? SPENT.exec(predicate.phrase)?.[0] : undefined;
  if (head === undefined || grammar.knows(phrase.verb + phrase.noun)) return null;
  const thing = thingIn(behind(slot, rest), grammar);
  return thing.length < 2 ? null : { name: thing + head.replace(/^共/, ''), verb: '', attachment: 'counted' };
};

/** The words behind a quantity to the clause's end, later quantities as one character each. */
function behind(slot: Slot, rest: readonly Slot[]): string {
  let words = slot.bordered ? '' : slot.right;
  let at = slot;
  for (const next of rest) {
    if (!at.bordered) break;
    words += next.gap + VALUE + (next.bordered ? '' : next.right);
    at = next;
  }
  return words;
}

function thingIn(words: string, grammar: Grammar): string {
  const owned = ALSO.exec(words)?.[0] ?? /^的/.exec(words)?.[0];
  if (owned === undefined) return workedOn(words, grammar);
  const whole = (words.slice(owned.length).split(NEXT)[0] ?? '').replace(COUNT, '');
  const kind = LISTED.exec(whole)?.[1];
  return nounOf(kind ?? whole, grammar).replace(INTENT, '');
}

function nounOf(words: string, grammar: Grammar): string {
  const whole = words.split(VALUE)[0] ?? '';
  const text = whole.slice(0, whole.length - praiseBehind(whole, grammar).length);
  // 中医院扩建项目: a verb before its last noun is part of the name
  if (/(?:项目|工程)$/.test(text) && !/已|完成/.test(text)) return text;
  const built = BUILT.exec(text);
  const rest = built === null ? '' : text.slice(built[1]!.length);
  const said = grammar.work.startingAt(rest, 0) ?? grammar.nounEnds.startingAt(rest, 0);
  if (built !== null && said !== null && !/^(?:建设|改造)/.test(rest)) return built[1]!;
  return readCounted(text, grammar).noun;
}

/** 修建了三条园区道路, 用于改善办学条件, 对校舍进行改造 */
function workedOn(words: string, grammar: Grammar): string {
  const to = DONE_TO.exec(words.replaceAll(VALUE, ''));
  if (to !== null) return to[1]! + to[2]!;
  const verb = WORK.exec(words)?.[0];
  if (verb === undefined) return '';
  const rest = words.slice(verb.length).replace(COUNT, '');
  return nounOf(rest, grammar).replace(/(?<=[和与及])[一两二三四五六七八九十]+[个条座项家处所]/g, '');
}
