import { present } from '@zhibiao/shared';
import type { Grammar } from '../../lexicon/grammar.ts';
import { JOINTS, splitParts } from '../clause/coordination.ts';
import { listedKind, type Phrase } from '../clause/phrase.ts';
import { saysSteps } from '../clause/steps.ts';
import { carriedVerb } from './direct.ts';
import { alongRow } from './part.ts';
import { nameCounted, readCounted } from './postposed.ts';
import { COUNTED, type Named, type Reading, type Setting } from './setting.ts';

const HAN_START = /^(?:[\u4e00-\u9fff“《(A-Za-z]|\d+(?:岁|A级))/;
/** Stands for the count's noun when a list before the count is read (A、B等|45家). */
const NOUN = '\u0001';

/** 撑起183.7亿元的|地区生产总值: an indicator that its value stands before as an attribute. */
export const nameOwned: Reading = ({ slot, grammar }) => {
  const name = /^的([^,。、]{2,24})$/.exec(slot.right)?.[1];
  if (name === undefined || !grammar.knows(name)) return null;
  return { name, verb: '', attachment: 'counted' };
};

/** A noun behind its count, where the words before the count leave room for one; a verb before the list goes on. */
export const nameBehind: Reading = (setting) => {
  const behind = readBehind(setting);
  if (behind === null || behind.verb !== '' || !setting.slot.follows || setting.phrase.noun !== '')
    return behind;
  // 教学成果3个一等奖、6个|二等奖
  const along = alongRow(behind.name, setting);
  if (along !== null) return { ...along, attachment: 'counted' };
  const verb = carriedVerb(setting, setting.phrase);
  return { ...behind, name: verb + behind.name, verb };
};

/** Who has done what to a share of all there is: 在川高校承担了全省. */
const OF_ALL = /^(.{2,16}全[国省市县区州])$/;

/** A、B、C|3家企业: the names of those that are counted stand before their number. */
function withoutNames({ slot, phrase, grammar }: Setting): Phrase {
  const names = splitParts(phrase.noun, JOINTS, grammar);
  const counted = slot.right !== '' && names.length > 1 && names.length === slot.quantity.value;
  return counted ? { ...phrase, noun: '' } : phrase;
}

function readBehind(setting: Setting): Named | null {
  const { slot, predicate, grammar } = setting;
  const phrase = withoutNames(setting);
  const { quantity, right } = slot;
  if (saysSteps(right)) return null;
  const milestone = /^(?:以上|以内)?的?(.+)$/.exec(right)?.[1] ?? '';
  if (phrase.noun !== '' && grammar.milestones.has(milestone)) return null;
  if (!HAN_START.test(right) || predicate.stated || predicate.from !== null) return null;
  const percent = quantity.dimension === 'percent' && right.startsWith('的');
  const share = percent && phrase.noun === '';
  // 贡献了全国|38.7%|的贸易增量
  const [, of] = (percent && OF_ALL.exec(phrase.verb + phrase.noun)) || [];
  if (of !== undefined && !slot.bordered)
    return { name: `${of.replace(/了(?=全.$)/, '')}${right.slice(1)}占比`, verb: '', attachment: 'counted' };
  const reached = quantity.dimension === 'percent' && isReached(setting);
  const money = quantity.dimension === 'money' && phrase.noun === '' && !slot.bordered;
  if (!COUNTED.has(quantity.dimension) && !share && !money && !reached) return null;
  // 5.7万平方米标准车间、文化宫、管网加快建设: of a row of things the size is of the first
  const sized = ['area', 'length', 'volume'].includes(quantity.dimension) && !slot.bordered;
  const row = slot.bordered && isRow(right, grammar);
  const counted = readCounted(sized || row ? (right.split('、')[0] ?? '') : right, grammar);
  if (counted.noun === '' && counted.action === '') return null;
  // 全长13公里的|环城公路: a bare head is of what stands behind
  const head = phrase.verb + phrase.noun;
  if (right.startsWith('的') && grammar.bareHeads.has(head) && counted.noun.length > 1)
    return {
      name: counted.noun.replace(/^[一两二三四五六七八九十]+[个条座]/, '') + head,
      verb: '',
      attachment: 'counted',
    };
  const named = (name: string, verb = phrase.verb): Named => ({ name, verb, attachment: 'counted' });
  if (reached) return named(`${right.replace(/^的/, '')}占比`, '');
  if (share) return named(`${right.slice(1)}占比`, '');
  if (money && phrase.verb !== '' && counted.noun === '') return null;
  const list = listedKind({ ...phrase, noun: phrase.noun + NOUN });
  if (phrase.noun === '' || list?.kind === NOUN) return named(nameCounted(phrase.verb, counted, grammar));
  if (predicate.phrase.endsWith('的')) return named(phrase.verb + phrase.noun + counted.noun);
  // 10大重点工程和|100个示范项目: a list goes on, what stands before is of its own
  if (/(?:和|(?<![惠涉波触普])及)$/.test(predicate.phrase))
    return named(nameCounted(phrase.verb, counted, grammar));
  const inner = endingVerb(phrase.noun, grammar);
  // 城中村改造|50个项目: the work tells which
  const tells =
    inner !== '' &&
    phrase.verb === '' &&
    grammar.nominals.has(inner) &&
    phrase.noun.length > inner.length + 1;
  if (tells) return named(phrase.noun + counted.noun);
  if (inner !== '') return named(nameCounted(inner, counted, grammar), inner);
  // 荣获教学成果|3个|一等奖: words of a row are no things, what stands before tells of what
  if (grammar.rows.some((row) => row.includes(counted.noun)))
    return named(phrase.verb + phrase.noun + counted.noun);
  if (phrase.verb !== '') {
    // 优化营商环境150项改革举措: the words before the count tell which; 引进项目10个落户园区: they are the thing
    const opens = grammar.work.startingAt(right, 0)?.word ?? '';
    if (opens.length >= 2 || slot.bordered || counted.noun.length < 2) return null;
    if (
      grammar.countedHeads.endingAt(phrase.noun, phrase.noun.length) !== null &&
      grammar.protectedEnds.endingAt(phrase.noun, phrase.noun.length) === null
    )
      return null;
    return named(phrase.verb + phrase.noun + counted.noun);
  }
  if (counted.noun.length <= 14 && phrase.noun.length <= 16) {
    return named(phrase.noun + nameCounted('', counted, grammar), '');
  }
  return null;
}

/** 小街小巷亮化、两条路硬化、县城|5个…: several works, of which the count is of the first; 光伏、风电企业 is one thing. */
function isRow(words: string, grammar: Grammar): boolean {
  const parts = words.split('、');
  const [first = ''] = parts;
  if (parts.length < 2 || words.startsWith('的')) return false;
  const works = (text: string): boolean => (grammar.work.endingAt(text, text.length)?.word.length ?? 0) > 1;
  return works(first) && (parts.length > 2 || works(present(parts[1], 'group 1 of the match')));
}

/** 90%以上|行政村通硬化路: the share of the things that are so, where nothing before the number is measured. */
function isReached({ slot, phrase, grammar }: Setting): boolean {
  const { right, bordered } = slot;
  const front = phrase.verb + phrase.noun;
  if (bordered || !(front === '' || /[和及与]$/.test(front)) || right.length > 14) return false;
  for (let at = 1; at < right.length - 1; at++)
    if (
      grammar.countedHeads.endingAt(right, at) !== null &&
      ((grammar.work.startingAt(right, at)?.word.length ?? 0) > 0 || reaches(right, at, grammar))
    )
      return true;
  return false;
}

/** 村庄|达到标准 */
function reaches(text: string, at: number, grammar: Grammar): boolean {
  const said = grammar.predicates.startingAt(text, at);
  return said !== null && said.value === 'reach' && said.word.length > 1;
}

/** 市人民医院新增|10个…: the verb right before the count. */
function endingVerb(noun: string, grammar: Grammar): string {
  const verb = grammar.work.endingAt(noun, noun.length)?.word ?? '';
  return verb.length >= 2 && grammar.protectedEnds.endingAt(noun, noun.length) === null ? verb : '';
}
