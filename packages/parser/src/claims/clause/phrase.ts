import { present } from '@zhibiao/shared';
import type { Grammar } from '../../lexicon/grammar.ts';
import { patternsOf } from '../../lexicon/patterns.ts';
import { ANY_PART, YEARS } from '../../text/parts-of-year.ts';

/** A subject's phrase, cleaned. */
export interface Phrase {
  /** leading verb of work (新增, 建成), empty where there is none */
  verb: string;
  /** the phrase behind it */
  noun: string;
  /** words that were removed in front (全市, 预计, 力争) */
  removed: string[];
}

const LABEL =
  /^(?:\(?[一二三四五六七八九十]{1,3}[)、.](?![二三]、|[二三](?:次)?产)|\(?\d{1,2}[)、.]|[一二三四五六七八九十]是|[—-]+|[、,:;.·?"”])/;
const YEAR =
  /^(?:截至|到|至|预计到)?(?:20|19)(?:\d\d|[xX×*]{2})年(?:度|底|末|初|来|以来|\d{1,2}月(?:底|末|份)?)?(?:,|、)?/;
/** 四季度, 去年1—11月份, 截至10月底: a part of a year. */
const PART = new RegExp(`^(?:截[至止]|到|至)?(?:去年|今年|当年)?${ANY_PART}(?:底|末|份)?[,、]?`);
/** 六年间, 经过七年努力: several years. */
const SPAN = new RegExp(`^(?=经过|过去|最近|近|.{1,2}年(?:来|间))${YEARS}[,、]?`);
/** “十五”期间: a plan period. */
const PLAN_PERIOD = /^“?[九十][一二三四]?五”?(?:规划)?(?:期间|时期|以来|期?末)[,、]?/;
/** 剔除减税因素后|增长7%: what was left out is no part of the name. */
const LEFT_OUT_FRONT = /^(?:若|如)?(?:剔除|扣除|还原)[^,。;:]{2,24}?(?:(?:等)?因素(?:影响)?后?|影响后?|后),?/;
const LEFT_OUT = /(?<=.{2})(?:若|如)?(?<![计加])(?:剔除|扣除|还原|不含)[^,。;:()]{2,32}$/;
/** 10大类|52项: into how many kinds the things fall. */
const KINDS = /^[\d一二三四五六七八九十]+大类/;
/** 已连续12年|稳定在: for how long, not what. */
const RUNNING = '(?:已)?连续[\\d一二两三四五六七八九十]{1,3}(?:多|余)?年(?:来)?(?:每年)?';
const RUNNING_FRONT = new RegExp(`^${RUNNING}`);
const RUNNING_BEHIND = new RegExp(`(?<=.{2})${RUNNING}$`);
/** 税收收入|五年间|累计 */
const SPAN_BEHIND = /(?<=.{2})(?:[一二两三四五六七八九十]|\d{1,2})年[来间]$/;
/** …主要预期目标是国内生产总值: what stands before 是 is no part of the name. */
const GOAL = /^.{0,36}?(?:目标|指标|任务|要求)(?:是|为)(?=.{2})/;
/** 市六届人大二次会议批准的2019年…: who decided a budget. */
const DECIDED =
  /^(?:汇总|经)?[^,。;]{0,20}(?:人代会|人大|会议|常委会)(?:审议|审查)?(?:批准|通过)的(?:(?:19|20)\d\d年)?/;
const patternOf = patternsOf('clause/phrase');
const ADDED = patternOf('added');
const PROPOSED = patternOf('proposed');
const GRANTED = patternOf('granted');
const ALLOCATED = patternOf('allocated');
const ALLOCATION = patternOf('allocation');
const WHOLE_YEAR = patternOf('wholeYear');
const COMPARED = /^(?:与|同|和|比|较)(?:(?:20|19)\d\d年|上年|去年|五年前)(?:同期)?(?:相比|比较)?,?/;
const INNER =
  /(?<=.{2})(?<!年度)(?:预计完成|已累计完成|累计完成|已完成|已实现|预计实现|共完成|全年完成|实际完成|预计|完成|实现|累计)(?=(?:年度|亩均|人均|户均|总|全部|固定资产|工业|技改|主营业务|服务业|一般公共预算|公共财政|财政|规模以上工业|规上工业|外贸|招商引资)?(?:投资|产值|销售|营业|税收|增加值|利润|利税|收入|产量|交易|生产总值|地区生产总值|营业额|进出口|出口|进口|保费|货运量|客运量|零售额))/;
/** 招商引资|五年累计|到位资金: over which time it is summed up. */
const SUMMED = /(?<=.{2})(?:[一二两三四五六七八九十]|\d{1,2})年[来间]?累计/;
/** A、B等C; 高等教育, 中等职业教育 are no lists. */
const LISTED = /^(.*?(?<![高中初上优均平同]))等([^等]*)$/;

/** 重大项目完成年度投资 → 重大项目年度投资. */
export const plainName = (name: string): string =>
  name.replace(INNER, '').replace(WHOLE_YEAR, '').replace(SUMMED, '');

/** Removes what is no part of a name in front of a phrase and behind it, and splits off the verb of work. */
export function cleanPhrase(text: string, grammar: Grammar): Phrase {
  const removed: string[] = [];
  let rest = text.replace(/分别/g, '');
  for (let steps = 0; steps < 10; steps++) {
    const label =
      LABEL.exec(rest)?.[0] ??
      YEAR.exec(rest)?.[0] ??
      PART.exec(rest)?.[0] ??
      SPAN.exec(rest)?.[0] ??
      PLAN_PERIOD.exec(rest)?.[0] ??
      COMPARED.exec(rest)?.[0] ??
      KINDS.exec(rest)?.[0] ??
      RUNNING_FRONT.exec(rest)?.[0] ??
      DECIDED.exec(rest)?.[0] ??
      ADDED.exec(rest)?.[0] ??
      PROPOSED.exec(rest)?.[0] ??
      GRANTED.exec(rest)?.[0] ??
      ALLOCATED.exec(rest)?.[0] ??
      GOAL.exec(rest)?.[0] ??
      LEFT_OUT_FRONT.exec(rest)?.[0];
    if (label !== undefined) {
      rest = rest.slice(label.length);
      continue;
    }
    const bracket = /^\([^()]{0,24}\)/.exec(rest)?.[0];
    if (bracket !== undefined) {
      removed.push(bracket);
      rest = rest.slice(bracket.length);
      continue;
    }
    const opener = openerOf(rest, grammar);
    if (opener === null) break;
    removed.push(opener);
    rest = rest.slice(opener.length);
  }
  rest = plainName(rest).replace(
    /(?:首批|新一批|(?:第|了)?[一二两三四五六七八九十\d]{1,6}批次?|其余|另外|剩余的?)$/,
    '',
  );
  rest = trimEnd(withoutScope(rest, removed, grammar), grammar);
  const verb = leadingVerb(rest, grammar);
  return { verb, noun: rest.slice(verb.length), removed };
}

/** 一般公共预算收入(可比): over what it is measured is no part of the name. */
function withoutScope(text: string, removed: string[], grammar: Grammar): string {
  const bracket = /\(([^()]{2,8})\)$/.exec(text);
  if (bracket === null || !grammar.scopes.includes(present(bracket[1], 'the second of bracket'))) return text;
  removed.push(present(bracket[1], 'the second of bracket'));
  return text.slice(0, bracket.index);
}

/** 对东盟国家进出口额: with whom the trade is belongs to its name. */
const TRADE = /^对[^,。;]{2,24}(?:进出口|出口|进口|投资额|贸易)/;

/** 争取中央专项资金: what was obtained from others, no hope. */
const OBTAINED =
  /^争取(?!完成|实现|达到|并)([^,。;:]{2,24}(?:资金|补助|补贴|债券|国债|额度|指标|贷款|调剂金|投资))$/;

function openerOf(text: string, grammar: Grammar): string | null {
  const opener = grammar.openers.startingAt(text, 0)?.word;
  if (opener === undefined || TRADE.test(text)) return null;
  const obtained = opener === '争取' ? OBTAINED.exec(text)?.[1] : undefined;
  if (obtained !== undefined && !grammar.knows(obtained)) return null;
  const guarded = grammar.protectedStarts.startingAt(text, 0)?.word;
  if (guarded !== undefined && guarded.length >= opener.length && guarded !== opener) return null;
  // 新增…: a verb of work that begins like an opener stays
  const verb = grammar.work.startingAt(text, 0)?.word;
  if (verb !== undefined && verb.length > opener.length && !['实现', '完成', '达到'].includes(opener))
    return null;
  return opener;
}

/** 地区生产总值2018年|突破: a year between subject and verb. */
const YEAR_BEHIND = /(?<=.{2})(?:(?:19|20)\d\d年|去年|今年|当年)(?:底|末)?$/;

function trimEnd(text: string, grammar: Grammar): string {
  let rest = text
    .replace(LEFT_OUT, '')
    .replace(YEAR_BEHIND, '')
    .replace(RUNNING_BEHIND, '')
    .replace(SPAN_BEHIND, '')
    .replace(ALLOCATION, '');
  for (let steps = 0; steps < 4; steps++) {
    const before = rest;
    rest = rest.replace(/(?<![、:,(的了好为到])[、:,(的了好为到]+$/, (tail) =>
      grammar.protectedEnds.endingAt(rest, rest.length) === null ? '' : tail,
    );
    if (rest === before) break;
  }
  return rest;
}

/** The verb of work at the start of a phrase: the longest, then a second one right behind it (新建改造, 引进培育). */
export function leadingVerb(text: string, grammar: Grammar): string {
  const first = grammar.work.startingAt(text, 0)?.word ?? '';
  if (first === '') return '';
  let end = first.length;
  for (let steps = 0; steps < 2; steps++) {
    const joint = /^(?:、|和|或|并|及)/.exec(text.slice(end))?.[0] ?? '';
    const next = grammar.work.startingAt(text, end + joint.length)?.word ?? '';
    if (next.length < 2 || end + joint.length + next.length >= text.length) break;
    if (nominal(text.slice(end + joint.length), next, grammar)) break;
    end += joint.length + next.length;
  }
  return nominal(text, first, grammar) ? '' : text.slice(0, end);
}

/** 贷款余额, 投资总额, 服务业…: a noun that begins like a verb. */
function nominal(text: string, verb: string, grammar: Grammar): boolean {
  const rest = text.slice(verb.length);
  if (rest === '' || verb + rest.slice(0, 2) === '建设用地') return rest !== '';
  if (grammar.modifiers.has(verb) || /^(?:业|员|者|商|费|品|型|器|性|类)/.test(rest)) return true;
  if (
    /^(?:业|率|额|总额|余额|量|面积|人数|人次|数|能力|标准|水平|覆盖|机构|项目总|强度|占|规模|资金|工作|事业|体系|收入|企业|费用|成本|区|者|员|力)/.test(
      rest,
    )
  ) {
    return grammar.nominals.has(verb) && grammar.heads.endingAt(text, text.length) !== null;
  }
  return false;
}

/** 汽车灯具搬迁|等一批|项目: the last of a list of projects without the list's end. */
export const lastListed = (name: string): string =>
  name.replace(/等(?:一批|大)?(?=(?:重点|重大)?(?:项目|工程)$)/, '');

/** A、B等C: the verb before the list, and what the list is of. Null where there is no such list. */
export function listedKind(phrase: Phrase): { verb: string; kind: string } | null {
  const match = LISTED.exec(phrase.noun);
  if (match !== null && match[2] === '指标')
    return { verb: phrase.verb, kind: present(match[1], 'group 1 of the match') };
  if (
    match === null ||
    present(match[1], 'group 1 of the match').length < 2 ||
    /^(?:级|次|于|候)/.test(present(match[2], 'group 2 of the match'))
  )
    return null;
  return { verb: phrase.verb, kind: present(match[2], 'group 2 of the match') };
}

const HAPPENED = /(?:顺利|全面|正式|陆续|加快|实现|相继|成功|持续|稳步|深入|扎实|基本|已)/;

/** 品牌正式发布、出口: what stands before the last 、 is a statement of its own and no part of the name. */
export function lastStatement(phrase: Phrase, grammar: Grammar): Phrase {
  const at = phrase.noun.lastIndexOf('、');
  if (at < 2 || at > phrase.noun.length - 3) return phrase;
  const front = phrase.noun.slice(0, at);
  if (!HAPPENED.test(front) || grammar.heads.endingAt(front, front.length) !== null) return phrase;
  if (/[“《(][^”》)]{0,80}$/.test(front)) return phrase;
  return cleanPhrase(phrase.noun.slice(at + 1), grammar);
}
