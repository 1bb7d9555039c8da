import { present } from '@zhibiao/shared';
import type { Grammar } from '../../lexicon/grammar.ts';
import { leadingVerb } from '../clause/phrase.ts';
import { isBareAction } from './action.ts';
import { praiseBehind } from './praise.ts';

/** A noun behind its count: 45家企业改造, 40个项目顺利竣工投产. */
export interface Counted {
  noun: string;
  /** what the noun does or suffers, adverbs removed */
  action: string;
  /** the action follows the noun at once (小区|改造) and may be part of its name */
  attached: boolean;
  /** characters of the text that the noun takes */
  length: number;
}

const PAST = /^的?/;
/** What is said of things that were named before. */
const SAID = /^(?:现?已经?|均已?|全部|正在|基本)/;
/** 160个国控断面|中Ⅰ类水质: the count is of those among which something is told. */
const AMONG = /^(.{2,14}?)中(?![心学小医药西国央间部共型高考华成期])/;
/** 25个示范县|的特色产业: the count is of the owners. */
const OWNERS = /^([^的]{0,12}(?:[县市区镇乡村](?:\([县市区]+\))?|企业|学校))的([^,]{2,})/;
/** 影响|…|的|突出问题 */
const ATTRIBUTE = /^(?:影响|制约|困扰|涉及|事关|关系|关乎)[^的,、]{2,16}的[^的,、]{2,8}$/;
const ENDED =
  /(?:任务|工作)?(?:(?:全部|全面|基本|如期|顺利|圆满|按期|按时|均){1,2}(?:完成|结束|完工)|(?:顺利|全部|均)?通过[^,。]{0,8}(?:验收|评审|评估|复检))$/;
/** Longest noun that is read behind a count. */
const LONGEST = 40;

/** Reads the noun behind a count; `right` runs to the clause's end or to the next quantity. */
export function readCounted(right: string, grammar: Grammar): Counted {
  const skipped = PAST.exec(right)?.[0].length ?? 0;
  const whole = right.slice(skipped, skipped + LONGEST);
  const text = withoutEnd(whole.slice(0, whole.length - praiseBehind(whole, grammar).length), grammar);
  // 11项|已基本建成: what is counted was named before
  if (SAID.test(text)) return { noun: '', action: '', attached: false, length: 0 };
  const among = AMONG.exec(text)?.[1];
  if (among !== undefined && grammar.countedHeads.endingAt(among, among.length) !== null)
    return { noun: among, action: '', attached: false, length: skipped + among.length };
  const [, owners, of] = OWNERS.exec(text.replace(/(?<=[^的]{2})工作$/, '')) ?? [];
  if (owners !== undefined && of !== undefined && skipped === 0) return ownersOf(owners, of, grammar);
  // 影响项目建设的突出问题: a thing with its attribute
  if (ATTRIBUTE.test(text) && grammar.countedHeads.endingAt(text, text.length) !== null)
    return { noun: text, action: '', attached: false, length: skipped + text.length };
  for (let i = 1; i < text.length; i++) {
    const verb = boundaryAt(text, i, grammar);
    if (verb === null) continue;
    const action = stripAdverbs(text.slice(i), grammar);
    const attached = grammar.work.startingAt(text, i) !== null;
    const said = grammar.bareHeads.has(action) ? '' : action;
    return { noun: text.slice(0, i), action: said, attached, length: skipped + i };
  }
  if (leadingVerb(text, grammar) === text && text !== '')
    return { noun: '', action: text, attached: false, length: skipped + text.length };
  return { noun: text, action: '', attached: false, length: skipped + text.length };
}

/** 老旧小区改造|任务全部完成, 美丽乡村创建|通过验收: that work came to its end tells nothing of what it was. */
function withoutEnd(text: string, grammar: Grammar): string {
  const rest = text.replace(ENDED, '');
  const isWork = (grammar.work.endingAt(rest, rest.length)?.word.length ?? 0) > 1;
  return rest.length > 2 && (isWork || /工程$/.test(rest)) ? rest : text;
}

/** 4家企业|的|破产改制: what is done to the owners is counted by them; 的特色产业 is a thing of theirs. */
function ownersOf(owners: string, of: string, grammar: Grammar): Counted {
  const finished = grammar.finishes.endingAt(of, of.length) !== null;
  const done = !finished && of.length <= 8 && (grammar.work.endingAt(of, of.length)?.word.length ?? 0) > 1;
  return done
    ? { noun: owners + of, action: '', attached: false, length: owners.length + 1 + of.length }
    : { noun: owners, action: '', attached: false, length: owners.length };
}

/** An adverb, or a verb behind a noun that does things (企业, 项目): there the noun ends. */
function boundaryAt(text: string, at: number, grammar: Grammar): string | null {
  const word = grammar.adverbs.startingAt(text, at)?.word ?? grammar.nounEnds.startingAt(text, at)?.word;
  // 优质|均衡|发展县
  const guarded = grammar.protectedStarts.startingAt(text, at)?.word.length ?? 0;
  const adverb = word !== undefined && guarded > word.length ? undefined : word;
  if (adverb !== undefined && at >= 2) return adverb;
  const verb = grammar.work.startingAt(text, at)?.word;
  const subject = grammar.countedHeads.endingAt(text, at)?.word;
  // 项目|与县政府签约, 机构|向企业放贷
  if (subject !== undefined && grammar.prepositions.startingAt(text, at) !== null)
    return present(text[at], 'text at the place');
  if (verb === undefined || verb.length < 2) return null;
  // 城中村|改造工程: a verb right before the last noun of a name is part of it
  if (/^[^,、的]{2,4}(?:项目|工程)$/.test(text.slice(at))) return null;
  return subject !== undefined ? verb : null;
}

function stripAdverbs(text: string, grammar: Grammar): string {
  let rest = text;
  for (let steps = 0; steps < 4; steps++) {
    const adverb =
      grammar.adverbs.startingAt(rest, 0)?.word ?? grammar.actionAdverbs.startingAt(rest, 0)?.word;
    if (adverb === undefined) break;
    rest = rest.slice(adverb.length);
  }
  return rest;
}

/** 竣工投产 + 项目 → 竣工投产项目: an action without an object goes before its noun. */
export function nameCounted(verb: string, counted: Counted, grammar: Grammar): string {
  const { noun } = counted;
  // 学生|被重点高校录取: what was done to them tells which
  const passive = /^被([^,。、]{2,28})$/.exec(counted.action)?.[1];
  if (passive !== undefined)
    return (verb + (attributive(noun, passive, grammar) ?? passive + noun)).slice(0, LONGEST);
  // 按照时序进度落实到位: how it was done, not what
  const action = /^(?:按照|按|根据|被|除)/.test(counted.action) ? '' : counted.action;
  // 耕地节水项目|全部完成: that it is done tells nothing of what it is
  const idle = verb === '' || grammar.causal.has(verb);
  if (idle && /^(?:完成|结束|完结)$/.test(action)) return noun;
  const acts = action !== '' && isBareAction(action, grammar);
  // 县城东外环道路|建设: a work that is told by its noun
  if (idle && acts && counted.attached && action === '建设') return noun + action;
  if (verb !== '' && !grammar.causal.has(verb)) return verb + noun + (acts && counted.attached ? action : '');
  if (acts) return action + noun;
  if (verb !== '' && action === '') return verb + noun;
  return (attributive(noun, action, grammar) ?? noun + action).slice(0, LONGEST);
}

/** 打造为, 升级为: what the things became comes next. */
const BECAME = /^(.{2,4}?)[为成]了?(?=.{2})/;

/** 企业|获得质量奖 → 获得质量奖企业; 学校|打造为示范学校 → 打造示范学校: which of the things are counted. */
function attributive(noun: string, action: string, grammar: Grammar): string | null {
  const counted = grammar.countedHeads.endingAt(noun, noun.length)?.word;
  const verb = (grammar.work.startingAt(action, 0) ?? grammar.qualities.startingAt(action, 0))?.word;
  if (counted === undefined || verb === undefined || verb.length < 2 || action === verb) return null;
  if (/(?:任务|工作|工程|建设|改造)$/.test(action)) return null;
  const what = action.replace(BECAME, '$1').replace(/^(.{2,4}?)了(?=.{2})/, '$1');
  return what.endsWith(counted) ? what : what + noun;
}
