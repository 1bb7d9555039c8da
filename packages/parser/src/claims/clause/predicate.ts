import { present } from '@zhibiao/shared';
import type { Grammar } from '../../lexicon/grammar.ts';
import type { Quantity } from '../../quantities/quantity.ts';
import { readGap } from './compared.ts';

/** What the words before a quantity say about it. */
export interface Predicate {
  /** the words that are left: the subject's phrase */
  phrase: string;
  /** 增长 up, 下降 down; null where the quantity is simply stated or reached */
  direction: 'up' | 'down' | null;
  /** a verb or copula stands before the quantity */
  stated: boolean;
  /** 分别, 各 */
  distributes: boolean;
  /** 累计, 总数: a stock behind a flow */
  cumulates: boolean;
  /** 年均, 平均每年 */
  yearly: boolean;
  /** 由…, 从…: the first value of a from-to */
  from: string | null;
  /** 到…, 至…: the second one */
  to: boolean;
  /** the year of the second value: 到2020年的 */
  toYear: number | null;
  /** 比上年, 较2016年: the words */
  comparison: string | null;
  /** what the value is the distance to: 全国, 省定目标; none where it is no distance */
  others: readonly string[];
  /** the words that were taken off, from the quantity backwards: 下降, 同比 */
  words: string[];
  /** 占…的 without 比重 behind it */
  share: boolean;
}

const COMPARED =
  /(?:在[^,、;]{2,14}?基础上|[较比][^,、;较比占]{2,6}[之以]?前|[较比](?:\d{4}|[一二三四五六]|“?十[一二三四]五”?|上|去|前|基|规划)[^,、;]{0,10}?(?:年|末|期|初|底)(?:同期|底|末|均值|平均)?|[较比](?:(?:19|20)\d\d年|上年|去年)[^,、;增降]{1,10}|[较比]“?[七八九十][一二三四]?五”?(?:时期|期间|规划)?|(?:是|为|相当于|达到?|占)(?:\d{4}|上|去|前|五|当|全|“?十[一二三四]五”?)[^,、;]{0,8}?(?:年|末|期|初|底|前)(?:同期|底|末)?的)$/;
/** Units of things that exist one by one, where people and money only grow. */
const COUNTED_UNIT = /^[户家个所]$/;
/** 企业|净增; 比上年末净增 tells a change. */
const NET_GAIN = /净增加?$/;
const COMPARED_GAIN = /[比较][^,、;]{2,8}净增加?$/;
const FROM =
  /(?:由|从)((?:(?:20|19)\d\d年?|上年|去年|前年|年初|上届|[三五]年前|“?十[一二三四]五”?末?|建[区市县]之初|期初|最初|过去|当初|原来|改革前)?(?:同期|末|底|初)?)的?$/;
/** 由|上年的|增长5.1%: when the first rate was. */
const FROM_GROWTH = /[由从]((?:(?:20|19)\d\d年|上年|去年|前年)(?:同期)?)的?$/;
const TO_YEAR = /(?:到|至|达到?)((?:19|20)\d\d)年(?:底|末)?的$/;
const TO = /[到至为]$/;

/** Reads the words in front of a quantity from the quantity backwards. */
export function readPredicate(left: string, quantity: Quantity, grammar: Grammar): Predicate {
  const read: Predicate = {
    phrase: left,
    direction: null,
    stated: false,
    distributes: left.startsWith('分别'),
    cumulates: false,
    yearly: false,
    from: null,
    to: false,
    toYear: null,
    comparison: null,
    others: [],
    words: [],
    share: false,
  };
  let end = left.length;
  const from = FROM.exec(left);
  if (from !== null) {
    read.from = from[1] ?? '';
    end = from.index;
  }
  const toYear = TO_YEAR.exec(left);
  if (toYear !== null && from === null) {
    read.toYear = Number(toYear[1]);
    read.to = true;
    read.stated = true;
    end = toYear.index;
  }
  const gap = from === null ? readGap(left.slice(0, end), quantity) : null;
  if (gap !== null) {
    read.direction = gap.direction;
    read.others = gap.others;
    read.comparison = left.slice(gap.start, end);
    read.stated = true;
    end = gap.start;
  }
  let core = gap !== null;
  for (let steps = 0; steps < 12 && end > 0; steps++) {
    const rest = left.slice(Math.max(0, end - 24), end);
    const at = end;
    const found = grammar.predicates.endingAt(left, at, 0, (word) => !cutsWord(left, at, word, grammar));
    // 较上年回落: what follows the comparison says where the value went
    const moves = found?.value === 'up' || found?.value === 'down';
    const compared = moves ? null : COMPARED.exec(rest);
    if (compared !== null) {
      read.comparison ??= compared[0];
      if (!/^[较比]/.test(compared[0])) read.stated = true;
      end -= compared[0].length;
      continue;
    }
    if (found === null) break;
    const { word, value: role } = found;
    if (role === 'up' || role === 'down') {
      if (core || quantity.dimension === 'rank') break;
      // 企业净增15万户: of things that are counted, as 新增
      const named = end - word.length > 1 && COUNTED_UNIT.test(quantity.unit) && NET_GAIN.test(word);
      if (named && !COMPARED_GAIN.test(rest)) break;
      // 净增, 增加 before a counted noun is handled by the caller; here they state what precedes them
      if (toYear === null || from !== null) read.direction = role;
      core = true;
      read.stated = true;
    } else if (role === 'reach') {
      if (
        core &&
        read.direction !== null &&
        !['实现', '保持', '完成', '达到', '为', '转为', '转变为'].includes(word)
      )
        break;
      if (word.length === 1 && end - word.length === 1) break;
      core = true;
      read.stated = true;
      if (TO.test(word) && word !== '为') read.to = true;
      if (word.startsWith('总数') || word.startsWith('累计') || word.startsWith('总量'))
        read.cumulates = true;
      if (word.startsWith('占') || word.endsWith('占')) read.share = true;
    } else if (role === 'comparison') {
      read.comparison ??= word;
    }
    if (word === '分别' || word === '各' || word.startsWith('分别')) read.distributes = true;
    if (word === '累计' || word === '总计' || word === '合计') read.cumulates = true;
    if (word.includes('年均') || word.includes('年平均') || word === '平均每年') read.yearly = true;
    read.words.push(word);
    end -= word.length;
  }
  // 由上年的增长5.1%|转为下降1.3%
  const before = read.direction === null || from !== null ? null : FROM_GROWTH.exec(left.slice(0, end));
  if (before !== null) {
    read.from = present(before[1], 'the second of before');
    end = before.index;
  }
  read.phrase = left.slice(0, end);
  if (read.phrase.includes('分别')) read.distributes = true;
  return read;
}

/** 公共, 亩均, 改造提升: the word is the end of another one, or cuts one in two (平|均为). */
function cutsWord(text: string, end: number, word: string, grammar: Grammar): boolean {
  const known = grammar.protectedEnds.endingAt(text, end)?.word ?? '';
  if (known.length > word.length) return true;
  const verb = grammar.work.endingAt(text, end)?.word ?? '';
  if (verb.length > word.length && !grammar.predicates.has(verb)) return true;
  if (word === '年' && /\d$/.test(text.slice(0, end - 1))) return true;
  const start = end - word.length;
  for (let inside = start + 1; inside < end; inside++) {
    const across = grammar.protectedEnds.endingAt(text, inside)?.word ?? '';
    if (across.length > inside - start) return true;
  }
  return false;
}
