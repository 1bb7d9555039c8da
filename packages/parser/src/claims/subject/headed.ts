import { present } from '@zhibiao/shared';
import type { Grammar } from '../../lexicon/grammar.ts';
import type { Claim } from '../claim.ts';
import { lastListed, leadingVerb } from '../clause/phrase.ts';
import { knownTopic, topicOf } from '../clause/topic.ts';
import { treatedIn } from './invested.ts';
import { readCounted } from './postposed.ts';
import { type Named, type Reading, type Setting, stockOf } from './setting.ts';
import { workedOn } from './whole-names.ts';

const TOTAL = /^(?:总数|总量|数量|总数量|总计|合计|数)/;
const RATIO = /[率比度]$|[增涨降][速幅]|排名|位次|覆盖面/;
const KEEPS_BASE = /[增涨降](?!加值)|排名|位次|占比|比[重例]/;
const SHARE = /(?:占比|比重)$/;
const BRANCH = /(?:[农林牧渔]|工|建筑|服务|制造|零售|餐饮|金融|房地产|邮政)业$/;
const SPENDING = /^(?:累计|共|先后|总)*(?:投资|投入)$/;
const SPENT_ON = /^(?:(?:启动|实施|完成|建设|新建|改造|打造|用于|进行|对)了?)+/;

/** 总投资, 占比, 面积: a head that takes the thing before it, or the one behind its amount. */
export const nameHeaded: Reading = (setting) => {
  const { phrase, predicate, anchor, slot, grammar } = setting;
  const whole = phrase.verb + phrase.noun;
  const owner = predicate.from === null ? ownerBehind(setting) : '';
  const plain = owner !== '' || ['完成', '实现', '累计'].includes(phrase.verb) ? phrase.noun : whole;
  const head = [whole, plain].find((text) => grammar.bareHeads.has(text));
  if (head === undefined) return null;
  if (owner !== '') return { name: lastListed(owner) + head, verb: '', attachment: 'counted' };
  const spent = spentOn(setting);
  if (spent !== '') return { name: spent + head, verb: '', attachment: 'topic' };
  if (anchor === null || (slot.clause !== anchor.clause && head !== '总量' && !ofThings(setting, head))) {
    const known = knownTopic(slot.previousClause, head, grammar);
    if (known !== '') return { name: known, verb: '', attachment: 'topic' };
  }
  if (anchor === null) {
    const topic = predicate.stated ? topicOf(slot.previousClause, grammar) : '';
    return { name: topic + head, verb: '', attachment: topic === '' ? 'headed' : 'topic' };
  }
  return headOf(anchor, head, grammar);
};

/** 合作项目636个,总投资|226亿元: the money is of the things that were just counted. */
function ofThings({ anchor, slot, grammar }: Setting, head: string): boolean {
  return (
    anchor !== null &&
    slot.clause - anchor.clause === 1 &&
    anchor.quantity.dimension === 'count' &&
    head.endsWith('投资') &&
    grammar.countedHeads.endingAt(anchor.name, anchor.name.length) !== null
  );
}

function headOf(anchor: Claim, head: string, grammar: Grammar): Named {
  const total = TOTAL.test(head);
  // 新增企业15家,主营业务收入24亿元: the sales are of those that they joined
  if (/^(?:主营业务|营业)收入$/.test(head) && /^(?:新|净增|引进)/.test(anchor.verb))
    return { name: head, verb: '', attachment: 'headed' };
  const rate = anchor.measure === 'growth' || anchor.quantity.dimension === 'percent';
  const base = total ? stockOf(anchor.name).replace(/总数$/, '') : workedOn(anchor, grammar);
  // 进出口总额9万亿元,总量|居首位: the sum itself
  if (/^总量$/.test(head) && /(?:[总金][额量值]|产值|收入|GDP)$/.test(base))
    return { name: base, verb: anchor.verb, attachment: 'elided' };
  const old = grammar.bareHeads.endingAt(base, base.length)?.word ?? '';
  // 项目占全市项目数65.8%,占比提高5.1个百分点: the share again
  if (SHARE.test(head) && SHARE.test(base)) return { name: base, verb: anchor.verb, attachment: 'headed' };
  // 建筑业总产值71亿元,增长2%,增加值20亿元: another sum of one branch
  const ofBranch = /产值$|增加值$/.test(head) && old !== '' && BRANCH.test(base.slice(0, -old.length));
  if (rate && !total && !RATIO.test(head) && !ofBranch) return { name: head, verb: '', attachment: 'headed' };
  // 技工贸总收入520亿元,实现税收11亿元: two sums of one owner, where 企业营业收入…,利润… has an owner to take
  const bare = base.slice(0, base.length - old.length);
  const stands =
    grammar.knows(head) && anchor.quantity.dimension === 'money' && (old !== '' || grammar.knows(base));
  if (stands && !/业$/.test(bare) && grammar.countedHeads.endingAt(bare, bare.length) === null)
    return { name: head, verb: '', attachment: 'headed' };
  // 空气质量优良天数318天,优良率|87%: the share of the same thing
  const same = head.endsWith('率') ? base.lastIndexOf(head.slice(0, -1)) : -1;
  if (same > 0 && base.length - same <= head.length + 1)
    return { name: base.slice(0, same) + head, verb: '', attachment: 'headed' };
  const replaces = old.length > 1 && old.length < base.length && !total && !KEEPS_BASE.test(head);
  const stem = replaces ? base.slice(0, -old.length) : base;
  return { name: stem + head, verb: total ? '' : anchor.verb, attachment: 'headed' };
}

/** 投资280万元,完成…项目建设: what the money goes to stands in the clause behind it. */
function spentOn({ anchor, slot, next, grammar }: Setting): string {
  const alone = anchor === null || slot.clause - anchor.clause > 1 || slot.part !== anchor.part;
  if (!alone || slot.bordered || !SPENDING.test(slot.left)) return '';
  // 投资3000万元,对|100公里|公路进行改造
  const goesOn = next !== undefined && next.clause === slot.clause + 1 && next.left === slot.nextClause;
  const words = goesOn ? slot.nextClause + next.right : slot.nextClause;
  const treated = treatedIn(words);
  if (treated !== '') return treated;
  return leadingVerb(slot.nextClause, grammar).length < 2 ? '' : topicOf(slot.nextClause, grammar);
}

/** 总投资560亿元、年度投资120亿元的86个|重点项目: several amounts before one thing. */
function listedBefore({ slot, rest, grammar }: Setting): string {
  if (!slot.bordered || slot.quantity.dimension !== 'money') return '';
  let at = 0;
  while (
    rest[at]?.joint === '、' &&
    rest[at]?.quantity.dimension === 'money' &&
    grammar.bareHeads.has(present(rest[at], 'rest at the place').left)
  )
    at++;
  const last = rest[at - 1];
  if (last === undefined) return '';
  if (!last.bordered) return /^的([^,。、]{2,24})$/.exec(last.right)?.[1] ?? '';
  const thing = rest[at];
  return thing?.gap === '的' ? readCounted(thing.right, grammar).noun : '';
}

/** 总投资14亿元的|技改项目, 投资41亿元的13个|项目: what an amount before 的 belongs to. */
function ownerBehind(setting: Setting): string {
  const { slot, next, grammar } = setting;
  const listed = listedBefore(setting);
  if (listed !== '') return listed;
  if (!slot.bordered) {
    const noun = /^的([^,。、]{2,24})$/.exec(slot.right)?.[1] ?? '';
    // 中医院扩建项目: a verb before its last noun is part of the name
    const whole = grammar.countedHeads.endingAt(noun, noun.length) !== null;
    return whole ? noun : readCounted(noun, grammar).noun;
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
