import { present } from '@zhibiao/shared';
import type { Grammar } from '../../lexicon/grammar.ts';
import { patternsOf } from '../../lexicon/patterns.ts';
import type { Slot } from '../clause/slots.ts';
import { isBareAction } from './action.ts';
import { readCounted } from './postposed.ts';
import { praiseBehind } from './praise.ts';
import type { Reading } from './setting.ts';

/** Stands for a quantity in the words behind, and in the patterns. */
const VALUE = '\u0002';
const patternOf = patternsOf('subject/invested');
const SPENT = patternOf('spent');
const ALSO = patternOf('also');
const NEXT = patternOf('next');
const LISTED = patternOf('listed');
const COUNT = patternOf('count');
const INNER_COUNT = patternOf('innerCount');
const DONE_TO = patternOf('doneTo');
const WHOSE = patternOf('whose');
const INTENT = patternOf('intent');
const BUILT = patternOf('building');
const OF = patternOf('of');
const PROJECT = patternOf('project');
const FINISHED = patternOf('finished');
const WORKS = patternOf('works');
const SUM = patternOf('sum');

/** 投资3亿元的水厂, 投入2000万元对校舍进行改造: the investment of what stands behind the amount. */
export const nameInvested: Reading = ({ slot, rest, predicate, phrase, grammar }) => {
  const head = slot.quantity.dimension === 'money' ? SPENT.exec(predicate.phrase)?.[0] : undefined;
  if (head === undefined || grammar.knows(phrase.verb + phrase.noun)) return null;
  const thing = thingIn(behind(slot, rest), grammar);
  return thing.length < 2 ? null : { name: thing + head.replace(SUM, ''), verb: '', attachment: 'counted' };
};

/** The words behind a quantity to the clause's end, later quantities as one character each. */
function behind(slot: Slot, rest: readonly Slot[]): string {
  let words = slot.bordered ? '' : slot.right;
  let at = slot;
  for (const next of rest) {
    if (!at.bordered) break;
    words += next.gap + VALUE + (next.bordered ? '' : next.right);
    at = next;
  }
  return words;
}

function thingIn(words: string, grammar: Grammar): string {
  const owned = ALSO.exec(words)?.[0] ?? OF.exec(words)?.[0];
  if (owned === undefined) return workedOn(words, grammar);
  const whole = (words.slice(owned.length).split(NEXT)[0] ?? '').replace(COUNT, '');
  const kind = LISTED.exec(whole)?.[1];
  return nounOf((kind ?? whole).replace(WHOSE, ''), grammar).replace(INTENT, '');
}

function nounOf(words: string, grammar: Grammar): string {
  const whole = words.split(VALUE)[0] ?? '';
  const plain = whole.slice(0, whole.length - praiseBehind(whole, grammar).length);
  const finished = grammar.finishes.endingAt(plain, plain.length, 2)?.word ?? '';
  const text = plain.slice(0, plain.length - finished.length);
  // 中医院扩建项目: a verb before its last noun is part of the name
  if (PROJECT.test(text) && !FINISHED.test(text)) return text;
  for (let built = BUILT.exec(text)?.[1]; built !== undefined; built = BUILT.exec(built)?.[1]) {
    const rest = text.slice(built.length);
    const said =
      grammar.work.startingAt(rest, 0) ??
      grammar.nounEnds.startingAt(rest, 0) ??
      grammar.prepositions.startingAt(rest, 0);
    if (said !== null && !WORKS.test(rest)) return built;
  }
  return readCounted(text, grammar).noun;
}

/** 农村危桥|改造: what is done to a thing belongs to the name of the work. */
function workOf(words: string, grammar: Grammar): string {
  const { noun, action, attached } = readCounted(words.split(VALUE)[0] ?? '', grammar);
  return attached && isBareAction(action, grammar) ? noun + action : nounOf(words, grammar);
}

/** 对林木进行病虫害防治: 林木病虫害防治; empty where nothing is said to be done to anything. */
export function treatedIn(words: string): string {
  const to = DONE_TO.exec(words);
  return to === null ? '' : present(to[1], 'the second of to') + present(to[2], 'the third of to');
}

/** 修建了三条园区道路, 用于改善办学条件, 对校舍进行改造 */
function workedOn(words: string, grammar: Grammar): string {
  const treated = treatedIn(words.replaceAll(VALUE, ''));
  if (treated !== '') return treated;
  const verb = spentOn(words, grammar);
  if (verb === 0) return '';
  return workOf(words.slice(verb).replace(COUNT, ''), grammar).replace(INNER_COUNT, '');
}

/** Length of the verbs that an amount is spent on: 用于|新建了. */
function spentOn(words: string, grammar: Grammar): number {
  let end = 0;
  for (let steps = 0; steps < 4; steps++) {
    const word = grammar.spentOn.startingAt(words, end)?.word;
    if (word === undefined) break;
    end += word.length;
    if (words[end] === '了') end++;
  }
  return end;
}
