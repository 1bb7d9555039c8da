import { verbInside } from './between.ts';
import type { Attachment, Claim } from './claim.ts';
import { leadingVerb, type Phrase } from './phrase.ts';
import { readCounted } from './postposed.ts';
import type { Predicate } from './predicate.ts';
import type { Slot } from './slots.ts';
import type { Grammar } from './tables.ts';
import { knownTopic, topicOf } from './topic.ts';

/** A subject's name with its verb of work and the way it was found. */
export interface Named {
  name: string;
  verb: string;
  attachment: Attachment;
}

/** Dimensions of things that are counted, where a noun may stand behind the number. */
export const COUNTED: ReadonlySet<string> = new Set([
  'count',
  'people',
  'area',
  'length',
  'weight',
  'volume',
  'power',
  'none',
  'data',
]);

const NEW =
  /^(?:新增加|新增|新建|新启动|新推出|新导入|新开通|净增加|净增|增加|增设|新认定|新培育|新引进|新设立|新设|新建成|新获批|新登记|新注册|新|引进|累计)/;
const GAIN = /^(?:新|净增|增加|建成|创成|创建|获评|获批|入选|认定|培育|评为|被评为)/;
/** A flow's name as that of its stock: 新上市企业 → 上市企业. */
const stockOf = (name: string): string => name.replace(NEW, '');

/** How many claims back an elided subject may reach. */
const NEAR = 12;

/** The claim that an elided subject takes up: the last level for a growth, else the last claim. */
export function anchorOf(claims: readonly Claim[], slot: Slot, measure: string): Claim | null {
  const near = claims
    .slice(-NEAR)
    .filter((claim) => slot.clause - claim.clause <= 3 && claim.measure !== 'rank');
  const last = near[near.length - 1];
  if (last === undefined) return null;
  if (measure === 'growth' && last.measure !== 'growth') {
    const levels = near.filter((claim) => claim.measure === 'level');
    const amounts = levels.filter((claim) => !['percent', 'multiple'].includes(claim.quantity.dimension));
    return amounts[amounts.length - 1] ?? levels[levels.length - 1] ?? last;
  }
  return last;
}

/** A value without a subject of its own: ,增长8.9%; 、累计1484家; 其中句容市38个. */
export function nameElided(
  slot: Slot,
  anchor: Claim | null,
  predicate: Predicate,
  placed: boolean,
  claims: readonly Claim[],
  measure: string,
  grammar: Grammar,
): Named {
  const same = placed
    ? claims
        .slice(-2 * NEAR)
        .reverse()
        .find((claim) => claim.quantity.unit === slot.quantity.unit)
    : undefined;
  if (same !== undefined) return { name: same.name, verb: same.verb, attachment: 'elided' };
  const other =
    anchor !== null && measure === 'level' && anchor.quantity.dimension !== slot.quantity.dimension;
  const far = anchor !== null && slot.clause - anchor.clause >= 2;
  if (anchor !== null && !(other && far)) {
    const grown = predicate.stated && measure === 'level' && anchor.quantity.unit === slot.quantity.unit;
    const stock = (predicate.cumulates || grown) && NEW.test(anchor.name);
    const name = stock ? `${stockOf(anchor.name)}总数` : anchor.name;
    return {
      name: name + behindShare(slot, predicate),
      verb: stock ? '' : anchor.verb,
      attachment: 'elided',
    };
  }
  const topic = topicOf(slot.previousClause, grammar);
  if (topic !== '') return { name: topic, verb: '', attachment: 'topic' };
  return { name: slot.right.replace(/^的/, '').slice(0, 12), verb: '', attachment: 'none' };
}

const LARGE_ONES = /^(?:年)?(?:产值|收入|税收|纳税|投资|销售)?(?:超|过|达)?[十百千万亿\d]+元?(?:以上)?的?$/;
const AVERAGE = /^(?:人均|户均|亩均|地均|单位)$/;

/** 市本级, 人均, 超亿元的: words that only say which part or form of the thing before them. */
export function nameQualified(phrase: Phrase, anchor: Claim | null, grammar: Grammar): Named | null {
  const whole = phrase.verb + phrase.noun;
  if (anchor === null || whole === '') return null;
  const thing = anchor.name.slice(anchor.verb.length);
  if (AVERAGE.test(whole) || grammar.scopes.includes(whole)) {
    return { name: whole + thing, verb: '', attachment: 'headed' };
  }
  if (!LARGE_ONES.test(whole)) return null;
  const kind = grammar.countedHeads.endingAt(thing, thing.length)?.word ?? '';
  return kind === '' ? null : { name: whole.replace(/的$/, '') + kind, verb: '', attachment: 'headed' };
}

/** 总投资, 占比, 面积: a head that takes the thing before it. Null where the phrase says more than a head. */
export function nameHeaded(
  phrase: Phrase,
  predicate: Predicate,
  anchor: Claim | null,
  slot: Slot,
  next: Slot | undefined,
  grammar: Grammar,
): Named | null {
  const whole = phrase.verb + phrase.noun;
  const owner = predicate.from === null ? ownerBehind(slot, next, grammar) : '';
  const plain = owner !== '' || ['完成', '实现', '累计'].includes(phrase.verb) ? phrase.noun : whole;
  const head = [whole, plain].find((text) => grammar.bareHeads.has(text));
  if (head === undefined) return null;
  if (owner !== '') return { name: owner + head, verb: '', attachment: 'counted' };
  const total = /^(?:总数|总量|数量|总数量|总计|合计|数)/.test(head);
  const alone = anchor === null || slot.clause - anchor.clause > 1;
  if (
    alone &&
    /^(?:累计|共|先后|总)*(?:投资|投入)$/.test(slot.left) &&
    leadingVerb(slot.nextClause, grammar).length > 1
  ) {
    // 投资280万元,完成…项目建设: what the money goes to stands behind it
    const spent = topicOf(slot.nextClause, grammar);
    if (spent !== '') return { name: spent + head, verb: '', attachment: 'topic' };
  }
  const known =
    anchor === null || slot.clause !== anchor.clause ? knownTopic(slot.previousClause, head, grammar) : '';
  if (known !== '') return { name: known, verb: '', attachment: 'topic' };
  if (anchor === null) {
    const topic = predicate.stated ? topicOf(slot.previousClause, grammar) : '';
    return { name: topic + head, verb: '', attachment: topic === '' ? 'headed' : 'topic' };
  }
  const base = total ? stockOf(anchor.name) : anchor.name;
  const old = grammar.bareHeads.endingAt(base, base.length)?.word ?? '';
  const ratio = /[率比度]$|[增涨降][速幅]|排名|位次|覆盖面/.test(head);
  if (!ratio && !total && (anchor.measure === 'growth' || anchor.quantity.dimension === 'percent')) {
    return { name: head, verb: '', attachment: 'headed' };
  }
  const replaces =
    old.length > 1 && old !== '' && old.length < base.length && !total && !/[增涨降]|排名|位次/.test(head);
  return {
    name: (replaces ? base.slice(0, -old.length) : base) + head,
    verb: total ? '' : anchor.verb,
    attachment: 'headed',
  };
}

const SPENT_ON = /^(?:(?:启动|实施|完成|建设|新建|改造|打造|用于|进行|对)了?)+/;

/** 总投资14亿元的|技改项目, 投资41亿元的13个|项目: what an amount before 的 belongs to. */
function ownerBehind(slot: Slot, next: Slot | undefined, grammar: Grammar): string {
  if (!slot.bordered) {
    const noun = /^的([^,。、]{2,24})$/.exec(slot.right)?.[1] ?? '';
    return noun === '' ? '' : readCounted(noun, grammar).noun;
  }
  if (next === undefined) return '';
  const done = SPENT_ON.exec(next.gap)?.[0];
  if (done !== undefined) {
    const noun = next.gap.slice(done.length);
    return noun.length >= 2 ? noun : readCounted(next.right, grammar).noun;
  }
  if (!next.gap.startsWith('的')) return '';
  return next.gap === '的' ? readCounted(next.right, grammar).noun : (next.gap.slice(1).split('、')[0] ?? '');
}

/** 新增A 4家、B 5家: the verb of the first holds for the second. */
export function carriedVerb(
  slot: Slot,
  phrase: Phrase,
  predicate: Predicate,
  claims: readonly Claim[],
  grammar: Grammar,
): string {
  const last = claims[claims.length - 1];
  if (last === undefined || phrase.verb !== '' || predicate.stated || last.verb === '') return '';
  if (slot.clause - last.clause > 1 || slot.part !== last.part) return '';
  // over a comma only verbs of gain go on, and only before a plain noun
  const apart = slot.clause !== last.clause;
  if (apart && !GAIN.test(last.verb)) return '';
  if (/新增|净增|新建|[了]/.test(phrase.noun) || (apart && verbInside(phrase.noun, grammar) > 0)) return '';
  if (!['direct', 'listed', 'counted'].includes(last.attachment)) return '';
  if (!COUNTED.has(slot.quantity.dimension) || !COUNTED.has(last.quantity.dimension)) return '';
  return last.predicate.stated || last.measure !== 'level' ? '' : last.verb;
}

/** The thing in a name, without its verbs: 提请市人大制定地方性法规 → 地方性法规. */
export function thingOf(claim: Claim, grammar: Grammar): string {
  const inner = claim.name.slice((claim.verb || leadingVerb(claim.name, grammar)).length);
  for (let at = inner.length - 3; at >= 2; at--) {
    const verb = grammar.work.startingAt(inner, at)?.word;
    if (verb !== undefined && verb.length >= 2 && at + verb.length <= inner.length - 2)
      return inner.slice(at + verb.length);
  }
  const at = verbInside(inner, grammar);
  return at > 0 ? inner.slice(at) : inner;
}

const PLAN =
  /^(?:(?:年度|全年|年初|省定|市定|县定|区定|省|市|原|总|调整|后|既定)*(?:目标|计划|任务|预算|进度)(?:任务|数|总数|投资|的)*)+$/;

/** 为调整预算的104%, 占年度计划的115%: a share of what was planned. Null where the phrase names something else. */
export function namePlanned(phrase: Phrase, predicate: Predicate, anchor: Claim | null): Named | null {
  if (anchor === null || phrase.noun === '') return null;
  const ofAll = predicate.phrase.endsWith('的') && /(?:总数|总量|总额|总人口|总面积|人口)$/.test(phrase.noun);
  if (!PLAN.test(phrase.noun) && !ofAll) return null;
  if (phrase.noun.includes('占')) return null;
  return { name: `${anchor.name}占${phrase.noun}比重`, verb: '', attachment: 'headed' };
}

/** 占…的 becomes 占…比重. */
export function nameShare(
  name: string,
  predicate: Predicate,
  anchor: Claim | null,
  grammar: Grammar,
): string {
  if (predicate.share && !name.includes('占')) return /比重|占比|比例/.test(name) ? name : `${name}占比`;
  const at = name.lastIndexOf('占');
  if (at === 0 && anchor !== null && /份额|比重|比例/.test(name)) return anchor.name + name;
  if (at < 0 || /比重|占比|比例|比率|份额|百分比|占地|占用|占道/.test(name.slice(at))) return name;
  if (grammar.work.startingAt(name, at) !== null) return name;
  const stem = at === 0 && anchor !== null ? anchor.name : name.slice(0, at);
  return `${stem}${name.slice(at)}比重`;
}

/** 财政支出超过80%用于民生领域: a share's name goes on behind the number. */
export function behindShare(slot: Slot, predicate: Predicate): string {
  if (slot.quantity.dimension !== 'percent' || predicate.stated || slot.bordered) return '';
  return /^(?:实现|用于|来自|进入|集中|纳入|达到|完成)/.test(slot.right) && slot.right.length <= 14
    ? slot.right
    : '';
}
