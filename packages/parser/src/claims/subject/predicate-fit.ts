import type { Measure } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import type { Grammar } from '../../lexicon/grammar.ts';
import { cleanPhrase } from '../clause/phrase.ts';
import type { Predicate } from '../clause/predicate.ts';
import type { Slot } from '../clause/slots.ts';
import { COUNTED, type Named } from './setting.ts';

const HAN = /^(?:[\u4e00-\u9fff“]|\d+岁)/;

/** 为3709家企业…, 完成95万平方米…改造, 增加9个…: before a count with its noun behind it these state nothing yet. */
export function prepositional(predicate: Predicate, left: string, slot: Slot, grammar: Grammar): Predicate {
  if (!predicate.stated || !HAN.test(slot.right) || !COUNTED.has(slot.quantity.dimension)) return predicate;
  const word = /(?:为|完成|实现|增加|减少|有|提升|降低)了?$/.exec(left)?.[0];
  if (word === undefined || /^(?:以|左右|的)/.test(slot.right)) return predicate;
  const front = cleanPhrase(left.slice(0, -word.length).replace(/(?:免费|无偿|义务){1,9}$/, ''), grammar);
  if (front.verb + front.noun !== '') return predicate;
  const keeps = word === '增加' || word === '减少' || word === '提升' || word === '降低';
  return { ...predicate, stated: false, direction: null, phrase: keeps ? left : '' };
}

const WORK = /(?:提升|提高|改善|优化|加快)$/;
const BUILT = new Set([
  '个',
  '户',
  '亩',
  '条',
  '项',
  '套',
  '处',
  '座',
  '家',
  '所',
  '间',
  '栋',
  '公里',
  '平方米',
]);

/** 提升209个村卫生室, 危房改造和住房提升2万户: work on things that are counted, where a measured thing would grow. */
export function worked(predicate: Predicate, left: string, slot: Slot, grammar: Grammar): Predicate {
  const word = WORK.exec(left)?.[0];
  if (word === undefined || predicate.direction === null || predicate.from !== null) return predicate;
  if (predicate.comparison !== null || !BUILT.has(slot.quantity.unit)) return predicate;
  const front = left.slice(0, -word.length);
  const measured =
    grammar.heads.endingAt(front, front.length) ?? grammar.countedHeads.endingAt(front, front.length);
  if (measured !== null || (front === '' && slot.right === '')) return predicate;
  return { ...predicate, stated: false, direction: null, phrase: left };
}

/** 增加粮食种植面积4000亩: a verb of growth before the name of a stock states a change of it. */
export function movedStock(named: Named, measure: Measure, predicate: Predicate, slot: Slot): string | null {
  if (measure !== 'level' || predicate.stated || named.attachment !== 'direct') return null;
  const match = /^(?:增加|扩大|减少)(.+(?:面积|收入|产量|产能|总量|规模|投入|里程))$/.exec(named.name);
  return match !== null && slot.quantity.dimension !== 'percent'
    ? present(match[1], 'group 1 of the match')
    : null;
}

/** 压缩材料60%, 精简会议41%: a rate behind a verb and its object is a growth of the object; where it falls, less than nought. */
export function movedRate(
  named: Named,
  measure: Measure,
  { quantity, right, bordered }: Slot,
  grammar: Grammar,
): { name: string; sign: 1 | -1 } | null {
  if (measure !== 'level' || quantity.dimension !== 'percent') return null;
  if (right !== '' && !(bordered && right.startsWith('、'))) return null;
  for (let at = 0; at < named.name.length - 3; at++) {
    const cut = grammar.cuts.startingAt(named.name, at)?.word;
    const thing = cut === undefined ? '' : named.name.slice(at + cut.length).replace(/^了/, '');
    if (thing.length >= 2 && !/[率比]$|比[重例]$|占/.test(thing))
      return { name: named.name.slice(0, at) + thing, sign: -1 };
  }
  return null;
}

/** 涨幅, 增速 at the end of a subject: its value is a growth. */
export function growthNounOf(noun: string, grammar: Grammar): string {
  return noun.endsWith('自然增长率') ? '' : (grammar.growthNouns.endingAt(noun, noun.length)?.word ?? '');
}
