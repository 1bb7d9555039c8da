import type { Grammar } from '../../lexicon/grammar.ts';

/** The words between two quantities of one clause, shared out. */
export interface Between {
  /** what belongs behind the first quantity */
  behind: string;
  /** what belongs before the second one */
  before: string;
}

const JOINT_END = /(?:[、]|和|与|及|以及)$/;
const JOINT_INSIDE = /[、]|和|并/g;
/** 县人大票决|10项, 市定|12件: who set the number of things */
const SET_BY = /^[省市县区乡镇](?:人大|政府|委)?(?:代表)?(?:票决|确定|定|级)(?:的)?$/;
/** Words between two counts that belong to the second alone. */
const JOINS_END = /(?<=.{2})(?:向|给|首批|第一批|首期|另有|另外)$/;
const SAID = /(?:分别|预计|全部|同比|均|合计){0,9}(?:增长|下降|达到?|完成|实现|提高|为|减少)$/;

/**
 * Shares out the words between two counts: 33个|镇江市级重点项目、|83个, 69所|高校院所|开展产学研项目|135个,
 * 38个|项目、|总投资|172亿元.
 */
export function shareBetween(words: string, grammar: Grammar): Between {
  if (words === '') return { behind: '', before: '' };
  if (JOINT_END.test(words))
    return { behind: words.replace(/(?:[、]|和|与|及|以及){1,20}$/, ''), before: '' };
  for (const match of words.matchAll(JOINT_INSIDE)) {
    const rest = words.slice(match.index + match[0].length);
    const opens =
      rest.startsWith('占') ||
      grammar.work.startingAt(rest, 0) !== null ||
      (grammar.bareHeads.startingAt(rest, 0)?.word.length ?? 0) >= 2;
    const modifies = rest.length > 0 && (rest.length <= 3 || SET_BY.test(rest));
    if (match.index >= 2 && (opens || modifies)) return { behind: words.slice(0, match.index), before: rest };
  }
  const verb = verbInside(words, grammar);
  if (verb > 0) {
    const rest = words.slice(verb);
    const noun = words.slice(0, verb);
    // 重大产业项目|预计完成年度投资: the noun is what the second value is of, too
    const whole = /^(?:预计)?(?:完成|实现|总投资|投资)/.test(rest);
    return { behind: noun, before: whole ? words : rest };
  }
  // 17个|重点传统制造业增加值增长|8%: the count is of the thing, the value of its measure
  const said = SAID.exec(words)?.[0] ?? '';
  const subject = words.slice(0, words.length - said.length);
  const measured = said === '' ? '' : (grammar.heads.endingAt(subject, subject.length)?.word ?? '');
  if (measured.length > 1 && measured.length < subject.length - 1) {
    // 9家风电企业|年产值
    return { behind: subject.slice(0, -measured.length).replace(/年$/, ''), before: words };
  }
  // 5家金融机构|向|12家企业, 252套廉租房|首批|241户
  const joins = JOINS_END.exec(words)?.[0] ?? '';
  if (joins !== '') return { behind: words.slice(0, -joins.length), before: joins };
  const head = grammar.bareHeads.endingAt(words, words.length)?.word ?? '';
  if (head !== '' && head.length < words.length)
    return { behind: words.slice(0, -head.length), before: words };
  return { behind: words, before: words.length <= 6 ? '' : words };
}

/** Place of a verb of work inside a phrase: 高校院所|开展产学研项目. 0 where there is none. */
export function verbInside(text: string, grammar: Grammar): number {
  for (let i = 2; i < text.length - 1; i++) {
    const word = grammar.work.startingAt(text, i)?.word ?? grammar.adverbs.startingAt(text, i)?.word;
    if (word === undefined || word.length < 2) continue;
    if (grammar.countedHeads.endingAt(text, i) !== null) return i;
    // 17家建材企业|年生产水泥
    if (text[i - 1] === '年' && grammar.countedHeads.endingAt(text, i - 1) !== null) return i - 1;
    if (grammar.statementVerbs.has(word)) return i;
  }
  return 0;
}
