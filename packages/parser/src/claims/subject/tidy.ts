import type { Measure } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import type { Grammar } from '../../lexicon/grammar.ts';
import { patternsOf } from '../../lexicon/patterns.ts';
import { isBareAction } from './action.ts';
import { praiseBehind } from './praise.ts';

/** What a rule may look at besides the name. */
interface Told {
  measure: Measure;
  grammar: Grammar;
}

/** One kind of words that are left over in a name; `tidy` gives the name without them, or the name as it is. */
export interface TidyRule {
  name: string;
  example: { name: string; measure?: Measure; tidied: string };
  tidy: (name: string, told: Told) => string;
}

/** A name has to keep this much. */
const SHORTEST = 2;
const patternOf = patternsOf('subject/tidy');
const INVESTS = patternOf('invests');
const LABOUR = patternOf('labourEnd');
const OF_WORK = patternOf('ofWork');
const TIME_TAKEN = patternOf('timeTaken');
const DONE = patternOf('done');
const MEANS = patternOf('byMeans');
const WON_IN = patternOf('wonIn');
const IDLE_VERB = patternOf('idleVerb');
const LIST_END = patternOf('listEnd');
const NO_START = patternOf('noStart');
const FOR_WHOM = patternOf('forWhom');
/** 再就业, 一期拆迁, 土地储备: work, told by its last word. */
const isWork = (text: string, grammar: Grammar): boolean =>
  grammar.alone.has(text) ||
  isBareAction(text, grammar) ||
  ((grammar.work.endingAt(text, text.length) ?? grammar.alone.endingAt(text, text.length))?.word.length ??
    0) > 1;

const startsName = (rest: string): boolean => rest.length >= SHORTEST && !NO_START.test(rest);

/** Tried in order, each once. */
export const TIDY_RULES: readonly TidyRule[] = [
  {
    name: 'a verb that only moves what grows',
    example: { name: '带动家电消费', measure: 'growth', tidied: '家电消费' },
    tidy: (name, { measure, grammar }) => {
      const word = measure === 'growth' ? grammar.moving.startingAt(name, 0)?.word : undefined;
      return word !== undefined && startsName(name.slice(word.length)) ? name.slice(word.length) : name;
    },
  },
  {
    name: 'a word that tells nothing',
    example: { name: '推进老旧小区改造项目', tidied: '老旧小区改造项目' },
    tidy: (name, { grammar }) => {
      const word = grammar.weak.startingAt(name, 0)?.word;
      return word !== undefined && startsName(name.slice(word.length)) ? name.slice(word.length) : name;
    },
  },
  {
    name: 'the time it took',
    example: { name: '用27天完成征迁', tidied: '征迁' },
    tidy: (name) => name.replace(TIME_TAKEN, ''),
  },
  {
    name: 'what has been done',
    example: { name: '取缔了非法采石场', tidied: '取缔非法采石场' },
    tidy: (name, { grammar }) => {
      const verb = grammar.work.startingAt(name, 0)?.word ?? '';
      return verb !== '' && name[verb.length] === '了' ? verb + name.slice(verb.length + 1) : name;
    },
  },
  {
    name: 'praise behind the name',
    example: { name: '农机产品享誉海内外', tidied: '农机产品' },
    tidy: (name, { grammar }) => {
      const praise = praiseBehind(name, grammar);
      return name.slice(0, name.length - praise.length);
    },
  },
  {
    name: 'a verb without meaning',
    example: { name: '林木进行病虫害防治', tidied: '林木病虫害防治' },
    tidy: (name) => name.replace(IDLE_VERB, ''),
  },
  {
    name: 'that it is a sum, inside the name',
    example: { name: '腾冲论坛累计促成合作项目', tidied: '腾冲论坛促成合作项目' },
    tidy: (name, { grammar }) => {
      const at = name.indexOf('累计', 2);
      const verb = at < 0 ? '' : (grammar.work.startingAt(name, at + 2)?.word ?? '');
      return verb.length > 1 && !INVESTS.test(verb) ? name.slice(0, at) + name.slice(at + 2) : name;
    },
  },
  {
    name: 'what was reached or done, before what it is',
    example: { name: '下岗失业人员实现再就业', tidied: '下岗失业人员再就业' },
    tidy: (name, { grammar }) => {
      const done = DONE.exec(name);
      return done !== null && isWork(present(done[2], 'the third of done'), grammar)
        ? present(done[1], 'the second of done') + present(done[2], 'the third of done')
        : name;
    },
  },
  {
    name: 'who won it, and where',
    example: { name: '健儿在全省运动会上斩获奖牌', tidied: '斩获奖牌' },
    tidy: (name, { grammar }) => {
      const at = WON_IN.exec(name)?.[0].length ?? 0;
      for (let start = at; at > 0 && start < name.length - 2; start++) {
        const verb = grammar.work.startingAt(name, start)?.word ?? '';
        if ((verb.length > 1 || verb === '获') && name.length - start - verb.length >= 2)
          return name.slice(start);
      }
      return name;
    },
  },
  {
    name: 'for whom it is done',
    example: { name: '面向困难群众发放一次性补贴', tidied: '发放一次性补贴' },
    tidy: (name, { grammar }) => {
      const word = FOR_WHOM.exec(name)?.[0];
      if (word === undefined || (grammar.protectedStarts.startingAt(name, 0)?.word.length ?? 0) > word.length)
        return name;
      for (let at = word.length + 2; at < Math.min(name.length - 3, 18); at++) {
        const verb = grammar.work.startingAt(name, at)?.word ?? '';
        if (verb.length > 1 && name.length - at - verb.length >= 2) return name.slice(at);
      }
      return name;
    },
  },
  {
    name: 'a list that ends in 等',
    example: { name: '发放粮食直补、农机补贴等', tidied: '发放粮食直补、农机补贴' },
    tidy: (name) => name.replace(LIST_END, ''),
  },
  {
    name: 'by what means',
    example: { name: '依托数字平台带动碳减排', tidied: '带动碳减排' },
    tidy: (name, { grammar }) => {
      if (!MEANS.test(name)) return name;
      for (let start = 4; start < name.length - 3; start++) {
        const verb = grammar.causal.startingAt(name, start) ?? grammar.work.startingAt(name, start);
        if ((verb?.word.length ?? 0) > 1 && name.length - start - present(verb, 'the verb').word.length >= 2)
          return name.slice(start);
      }
      return name;
    },
  },
  {
    name: 'work to do',
    example: { name: '病险水库除险加固任务', tidied: '病险水库除险加固' },
    tidy: (name, { grammar }) => {
      const plain = name.replace(LABOUR, '');
      const [, thing, work] = OF_WORK.exec(plain) ?? [];
      return thing !== undefined && isBareAction(present(work, 'the work'), grammar)
        ? thing + present(work, 'the work')
        : plain;
    },
  },
];

/** A name without the verbs, adverbs and praise that were left in it. */
export const tidyName = (name: string, told: Told): string =>
  TIDY_RULES.reduce((rest, rule) => rule.tidy(rest, told), name);
