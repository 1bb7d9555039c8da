import type { Grammar } from '../../lexicon/grammar.ts';
import type { Claim } from '../claim.ts';
import { verbInside } from '../clause/between.ts';
import { lastStatement, leadingVerb, type Phrase } from '../clause/phrase.ts';
import type { Slot } from '../clause/slots.ts';
import { topicOf } from '../clause/topic.ts';
import { COUNTED, type Reading, type Setting } from './setting.ts';

/** The words before the quantity name the subject. */
export const nameDirect: Reading = (setting) => {
  const phrase = lastStatement(setting.phrase, setting.grammar);
  const carried = carriedVerb(setting, phrase);
  const name = nameShare(knownEnd(carried + phrase.verb + phrase.noun, setting.grammar), setting);
  return { name: name + readShareTail(setting), verb: carried || phrase.verb, attachment: 'direct' };
};

/** 制定法规3件、修订1件; 低保标准逐年提高,累计发放1.99亿元: a verb without an object takes the one before it. */
export const nameVerbOnly: Reading = ({ phrase, anchor, slot, grammar }) => {
  if (phrase.noun !== '' || phrase.verb === '') return null;
  if (grammar.alone.has(phrase.verb)) return { name: phrase.verb, verb: '', attachment: 'direct' };
  const reached = REACHES.test(phrase.verb) ? OF_PEOPLE[slot.quantity.unit] : undefined;
  if (reached !== undefined && anchor?.quantity.dimension === 'money')
    return { name: phrase.verb + reached, verb: '', attachment: 'direct' };
  const near =
    anchor !== null &&
    slot.clause - anchor.clause === 1 &&
    (anchor.verb !== '' || NEWLY.test(phrase.verb)) &&
    anchor.measure === 'level' &&
    slot.right === '' &&
    anchor.quantity.unit === slot.quantity.unit &&
    slot.quantity.dimension !== 'money';
  if (anchor !== null && (near || slot.joint.startsWith('、'))) {
    return { name: phrase.verb + thingOf(anchor, grammar), verb: phrase.verb, attachment: 'elided' };
  }
  if (anchor !== null || slot.quantity.dimension !== 'money') return null;
  const topic = topicOf(slot.previousClause, grammar);
  if (topic === '') return null;
  const spent = /^(?:累计|共)?投[入资]$/.test(phrase.verb);
  return {
    name: spent ? topic + phrase.verb : phrase.verb + topic,
    verb: spent ? '' : phrase.verb,
    attachment: 'topic',
  };
};

/** 养老机构达到86家,新建|12家: what has come is of what there is. */
const NEWLY = /^(?:新[增建设]|新认定|新培育|新引进|新开通)$/;

/** 发放救助金1亿元,惠及|3万人: those whom the money reached. */
const REACHES = /^(?:惠及|受益|覆盖|救助|资助|扶持|服务)$/;
const OF_PEOPLE: Readonly<Record<string, string>> = {
  人: '人数',
  人次: '人次',
  名: '人数',
  户: '户数',
  家: '企业',
};

const BEFORE_KNOWN = /(?:全年|预计|实现|完成|提出|我[省市县区州])+/g;

const OWNERS = /(?:企业|单位|机构|门店|商户)$/;

/** 发展质量稳步提升全年实现地区生产总值: a heading glued to the name of a known indicator falls off. */
function knownEnd(name: string, grammar: Grammar): string {
  if (name.length < 8 || grammar.knows(name)) return name;
  for (const match of name.matchAll(BEFORE_KNOWN)) {
    const rest = name.slice(match.index + match[0].length);
    // 限额以上单位|实现|零售额: theirs, not the region's
    if (OWNERS.test(name.slice(0, match.index))) return name.slice(0, match.index) + rest;
    if (grammar.knows(rest)) return rest;
  }
  return name;
}

const GAIN = /^(?:新|净增|增加|建成|创成|创建|获评|获批|入选|认定|培育|评为|被评为)/;

/** 新增A 4家、B 5家: the verb of the first holds for the second. */
export function carriedVerb({ slot, predicate, claims, grammar }: Setting, phrase: Phrase): string {
  const last = claims[claims.length - 1];
  if (last === undefined || phrase.verb !== '' || predicate.stated || last.verb === '') return '';
  if (slot.clause - last.clause > 1 || slot.part !== last.part) return '';
  // over a comma only verbs of gain go on, and only before a plain noun
  const apart = slot.clause !== last.clause;
  // 新建灌区27个,完成土地整理2万亩: work of its own
  if (apart && phrase.removed.includes('完成')) return '';
  if (apart && (!GAIN.test(last.verb) || verbInside(phrase.noun, grammar) > 0)) return '';
  if (grammar.weak.startingAt(phrase.noun, 0) !== null) return '';
  // 退耕还林8万亩和荒山造林5万亩: the first is work without an object
  if (grammar.alone.has(last.name)) return '';
  if (/新增|净增|新建|了|^(?:实有|现有|期末|总)/.test(phrase.noun)) return '';
  // 新建和美乡村300个,户厕改造2.4万座: work of its own
  if (apart && (grammar.work.endingAt(phrase.noun, phrase.noun.length)?.word.length ?? 0) > 1) return '';
  // 新建高标准农田20万亩,粮食产量61万吨: a measured thing is not what was built
  if (isMeasured(phrase.noun, grammar)) return '';
  if (!['direct', 'listed', 'counted'].includes(last.attachment)) return '';
  if (!COUNTED.has(slot.quantity.dimension) || !COUNTED.has(last.quantity.dimension)) return '';
  return last.predicate.stated || last.measure !== 'level' ? '' : last.verb;
}

/** 粮食总产, 城镇化率: the name of a quantity, not of a thing that is counted. */
const isMeasured = (noun: string, grammar: Grammar): boolean =>
  (grammar.knows(noun) && grammar.heads.endingAt(noun, noun.length) !== null) ||
  /(?:产量|总产|单产|率|总额|收入|产值|增加值)$/.test(noun);

/** The thing in a name, without its verbs: 提请市人大制定地方性法规 → 地方性法规. */
function thingOf(claim: Claim, grammar: Grammar): string {
  const inner = claim.name.slice((claim.verb || leadingVerb(claim.name, grammar)).length);
  for (let at = inner.length - 3; at >= 2; at--) {
    const verb = grammar.work.startingAt(inner, at)?.word;
    if (verb !== undefined && verb.length >= 2 && at + verb.length <= inner.length - 2) {
      return inner.slice(at + verb.length);
    }
  }
  const at = verbInside(inner, grammar);
  return at > 0 ? inner.slice(at) : inner;
}

const SHARE_HEADS = /比重|占比|比例|比率|份额|百分比|占地|占用|占道/;

/** 占…的 becomes 占…比重. */
function nameShare(name: string, setting: Setting): string {
  const { predicate, anchor, slot, grammar } = setting;
  if (predicate.share && !name.includes('占')) return /比重|占比|比例/.test(name) ? name : `${name}占比`;
  const at = name.lastIndexOf('占');
  if (at >= 0 && /[^占同环]比$/.test(name)) return nameShare(`${name}重`, setting);
  if (at === 0 && anchor === null && SHARE_HEADS.test(name)) return ownerBefore(slot, grammar) + name;
  if (at === 0 && anchor !== null && /份额|比重|比例/.test(name)) return anchor.name + name;
  if (at < 0 || SHARE_HEADS.test(name.slice(at)) || grammar.work.startingAt(name, at) !== null) return name;
  const stem = at === 0 && anchor !== null ? anchor.name : name.slice(0, at);
  return `${stem}${name.slice(at)}比重`;
}

/** 非公有制经济|发展加快,占…: whose share it is, where the clause before names it and goes on. */
function ownerBefore({ previousClause }: Slot, grammar: Grammar): string {
  const topic = topicOf(previousClause, grammar).replace(/发展$/, '');
  return topic.length < previousClause.length ? topic : '';
}

/** 财政支出超过80%用于民生领域: a share's name goes on behind the number. */
export function readShareTail({ slot, predicate }: Setting): string {
  if (slot.quantity.dimension !== 'percent' || predicate.stated || slot.bordered) return '';
  const goesOn = /^(?:实现|用于|投向|投入到|流向|来自|进入|集中|纳入|达到|完成)/.test(slot.right);
  return goesOn && slot.right.length <= 14 ? slot.right : '';
}
