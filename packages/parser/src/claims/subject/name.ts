import type { Grammar } from '../../lexicon/grammar.ts';
import { listedKind } from '../clause/phrase.ts';
import { nameBehind, nameOwned } from './behind.ts';
import { nameFulfilled, nameOtherSide } from './budgeted.ts';
import { nameContribution } from './contribution.ts';
import { nameDirect, nameVerbOnly } from './direct.ts';
import { nameElided } from './elided.ts';
import { nameHeaded } from './headed.ts';
import { nameInvested } from './invested.ts';
import { nameOfOneOwner, RULE } from './of-one-owner.ts';
import {
  nameAlong,
  nameCategory,
  nameHarmed,
  namePart,
  nameResidents,
  nameTraded,
  nameWhere,
} from './part.ts';
import { namePlanned, nameQualified } from './qualified.ts';
import type { Named, Reading, Setting, SubjectRule } from './setting.ts';
import { nameCovered, nameTreated } from './treated.ts';

/** A、B等学校5所: what a list is of. */
const nameListed: Reading = (setting) => {
  const { phrase, grammar } = setting;
  const list = listedKind(phrase);
  if (list === null) return null;
  // 上解上级|等|支出: no list, but one of several of a kind that has no name of its own
  if (!phrase.noun.includes('、') && grammar.heads.has(list.kind))
    return {
      name: phrase.verb + ownKind(phrase.noun, list.kind, grammar),
      verb: phrase.verb,
      attachment: 'direct',
    };
  if (list.verb === '' && grammar.bareHeads.has(list.kind)) {
    const headed = nameHeaded({ ...setting, phrase: { ...phrase, verb: '', noun: list.kind } });
    if (headed !== null) return headed;
  }
  if (list.kind.length < 2) return null;
  const inner = list.verb === '' ? doneIn(phrase.noun, grammar) : '';
  return { name: (list.verb || inner) + list.kind, verb: list.verb, attachment: 'listed' };
};

/** 都市圈|组建|A、B等联盟11个: who did something to the members of a list, and what; empty where no one did. */
function doneIn(list: string, grammar: Grammar): string {
  for (let at = 2; at < 10 && list[at] !== '、'; at++) {
    const verb = grammar.statementVerbs.startingAt(list, at)?.word ?? '';
    if (verb.length > 1 && list.indexOf('、', at) > at + verb.length + 1)
      return list.slice(0, at + verb.length);
  }
  return '';
}

/** 上解上级等支出: 上解上级支出; 调出资金等支出 stays as it is written. */
function ownKind(noun: string, kind: string, grammar: Grammar): string {
  const first = noun.slice(0, noun.length - kind.length - 1);
  return grammar.heads.endingAt(first, first.length) === null ? first + kind : noun;
}

/** Ways to find a subject; the first that fits wins. */
export const SUBJECT_RULES: readonly SubjectRule[] = [
  {
    name: 'owned',
    example: { text: '撑起90亿元的地区生产总值。', subject: '地区生产总值' },
    read: nameOwned,
  },
  {
    name: 'invested',
    example: { text: '投资2亿元的第二水厂投用。', subject: '第二水厂投资' },
    read: nameInvested,
  },
  {
    name: 'treated',
    example: { text: '对14家纳税大户进行了表彰奖励。', subject: '表彰奖励纳税大户' },
    read: nameTreated,
  },
  {
    name: 'covered',
    example: { text: '便民服务实现367个行政村全覆盖。', subject: '行政村全覆盖' },
    read: nameCovered,
  },
  {
    name: 'behind',
    example: { text: '新建18家普惠托育机构。', subject: '新建普惠托育机构' },
    read: nameBehind,
  },
  {
    name: 'listed',
    example: { text: '新建中心小学、实验幼儿园等学校5所。', subject: '新建学校' },
    read: nameListed,
  },
  {
    name: 'fulfilled',
    example: { text: '财政支出年初预算90亿元,实际完成92亿元。', subject: '财政支出' },
    read: nameFulfilled,
  },
  {
    name: 'other side',
    example: { text: '社保基金预算收入42亿元,支出39亿元。', subject: '社保基金预算支出' },
    read: nameOtherSide,
  },
  {
    name: 'elided',
    example: { text: '社会消费品零售总额,增长8.9%。', subject: '社会消费品零售总额' },
    read: nameElided,
  },
  {
    name: 'traded with',
    example: { text: '对东盟进出口90亿元,其中出口50亿元。', subject: '对东盟出口' },
    read: nameTraded,
  },
  {
    name: 'residents',
    example: { text: '农村居民人均可支配收入2万元;人均消费支出1万元。', subject: '农村居民人均消费支出' },
    read: nameResidents,
  },
  {
    name: 'category',
    example: { text: '采矿业增加值增长2%,制造业增长11%。', subject: '制造业增加值' },
    read: nameCategory,
  },
  {
    name: 'part',
    example: { text: '粮食产量61万吨,其中夏粮22万吨。', subject: '夏粮产量' },
    read: namePart,
  },
  {
    name: 'where',
    example: { text: '发放低保金12亿元,其中农村10亿元。', subject: '发放农村低保金' },
    read: nameWhere,
  },
  {
    name: 'harmed',
    example: { text: '交通事故81起、死亡9人。', subject: '交通事故死亡人数' },
    read: nameHarmed,
  },
  {
    name: 'along a row',
    example: { text: '普通高中招生3万人,在校生9万人。', subject: '普通高中在校生' },
    read: nameAlong,
  },
  {
    name: 'planned',
    example: { text: '税收收入45亿元,为调整预算的104%。', subject: '税收收入占调整预算比重' },
    read: namePlanned,
  },
  {
    name: 'contribution',
    example: {
      text: '第一产业增加值52亿元,对经济增长的贡献率为11%。',
      subject: '第一产业对经济增长的贡献率',
    },
    read: nameContribution,
  },
  {
    name: 'qualified',
    example: { text: '新增企业12家,其中规上5家。', subject: '规上企业' },
    read: nameQualified,
  },
  {
    name: RULE,
    example: { text: '主导产业增加值增长9%、税收增长7%。', subject: '主导产业税收' },
    read: nameOfOneOwner,
  },
  {
    name: 'headed',
    example: { text: '上报项目34个,总投资303亿元。', subject: '上报项目总投资' },
    read: nameHeaded,
  },
  {
    name: 'verb only',
    example: { text: '制定法规3件、修订1件。', subject: '修订法规' },
    read: nameVerbOnly,
  },
  {
    name: 'direct',
    example: { text: '一般公共预算收入完成45亿元。', subject: '一般公共预算收入' },
    read: nameDirect,
  },
];

/** The name of a quantity's subject, and the rule that found it. */
export function nameOf(setting: Setting): Named & { rule: string } {
  for (const { name: rule, read } of SUBJECT_RULES) {
    const named = read(setting);
    if (named !== null) return { ...named, rule };
  }
  return { name: '', verb: '', attachment: 'none', rule: 'none' };
}
