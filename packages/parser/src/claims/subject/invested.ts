import type { Grammar } from '../../lexicon/grammar.ts';
import type { Slot } from '../clause/slots.ts';
import { isBareAction } from './action.ts';
import { readCounted } from './postposed.ts';
import { praiseBehind } from './praise.ts';
import type { Reading } from './setting.ts';

/** 总投资, 累计投入: the words before an amount that goes into what stands behind it. */
const SPENT =
  /(?:(?:计划|概算|预计|估算|协议|年度|年度计划)?(?:总投资|投资)|(?:累计|共)?投入|融资|捐资|出资)(?:资金)?$/;
/** Stands for a quantity in the words behind. */
const VALUE = '\u0002';
/** 、全长|13公里|的: other values of the same thing. */
const ALSO = new RegExp(`^(?:[、和与及][^的、,${VALUE}]{0,8}${VALUE})+的`);
/** …、投资|2亿元: the next one of a row. */
const NEXT = new RegExp(`[、和与及](?:[^、,${VALUE}]{0,4}总?投资)${VALUE}`);
const LISTED = new RegExp(`^[^,]{2,60}?等(?:一批|${VALUE})?(.*)$`);
const COUNT = new RegExp(`^(?:${VALUE}|[一两二三四五六七八九十]+[个条座项家处所])`);
/** 对林木进行|病虫害防治 */
const DONE_TO = /^对(?:全[市县区省]|所有|全部|辖区|范围|内){0,4}(.{1,80}?)(?:(?:进行|实施|开展)了?|的)(.+)$/;
/** 乡镇\u0002村的|土地整治项目: whose it is */
const WHOSE = new RegExp(`^[^的${VALUE}]*${VALUE}[^的]*的(?=.{2})`);
const INTENT = /(?:建设|合作|投资)?意向$/;
/** Ends of the name of what is built. */
const BUILT =
  /^(.*(?:项目|工程|园区|基地|中心|医院|学校|水厂|电站|[^工]厂|产业园|管网))(?:[\u4e00-\u9fff]{2,})/;

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
  return nounOf((kind ?? whole).replace(WHOSE, ''), grammar).replace(INTENT, '');
}

function nounOf(words: string, grammar: Grammar): string {
  const whole = words.split(VALUE)[0] ?? '';
  const plain = whole.slice(0, whole.length - praiseBehind(whole, grammar).length);
  const finished = grammar.finishes.endingAt(plain, plain.length, 2)?.word ?? '';
  const text = plain.slice(0, plain.length - finished.length);
  // 中医院扩建项目: a verb before its last noun is part of the name
  if (/(?:项目|工程)$/.test(text) && !/已|完成/.test(text)) return text;
  for (let built = BUILT.exec(text)?.[1]; built !== undefined; built = BUILT.exec(built)?.[1]) {
    const rest = text.slice(built.length);
    const said =
      grammar.work.startingAt(rest, 0) ??
      grammar.nounEnds.startingAt(rest, 0) ??
      grammar.prepositions.startingAt(rest, 0);
    if (said !== null && !/^(?:建设|改造)/.test(rest)) return built;
  }
  return readCounted(text, grammar).noun;
}

/** 农村危桥|改造: what is done to a thing belongs to the name of the work. */
function workOf(words: string, grammar: Grammar): string {
  const { noun, action, attached } = readCounted(words.split(VALUE)[0] ?? '', grammar);
  return attached && isBareAction(action, grammar) ? noun + action : nounOf(words, grammar);
}

/** 对林木进行病虫害防治: 林木病虫害防治; empty where nothing is said to be done to anything. */
export function treatedIn(words: string): string {
  const to = DONE_TO.exec(words);
  return to === null ? '' : to[1]! + to[2]!;
}

/** 修建了三条园区道路, 用于改善办学条件, 对校舍进行改造 */
function workedOn(words: string, grammar: Grammar): string {
  const treated = treatedIn(words.replaceAll(VALUE, ''));
  if (treated !== '') return treated;
  const verb = spentOn(words, grammar);
  if (verb === 0) return '';
  return workOf(words.slice(verb).replace(COUNT, ''), grammar).replace(
    /(?<=[和与及])[一两二三四五六七八九十]+[个条座项家处所]/g,
    '',
  );
}

/** Length of the verbs that an amount is spent on: 用于|新建了. */
function spentOn(words: string, grammar: Grammar): number {
  let end = 0;
  for (let steps = 0; steps < 4; steps++) {
    const word = grammar.spentOn.startingAt(words, end)?.word;
    if (word === undefined) break;
    end += word.length;
    if (words[end] === '了') end++;
  }
  return end;
}
