import type { Grammar } from '../../lexicon/grammar.ts';
import { isDigit } from '../../text/characters.ts';
import { leadingVerb, plainName } from './phrase.ts';

const FRONT =
  /^(?:全市|我市|全县|全区|全省|其中|今年|去年|全年|同时|持续|深入|扎实|全力|大力|积极|加快|稳步|有序|着力|全面|切实|加强|强化|完善|改善|推进|加大|做好|抓好|连续[\d一二两三四五六七八九十]+年)+/;
const BACK = /(?:工作|建设|力度|步伐|进度|实施|发展)$/;
const LONGEST = 24;

/** 克服资金短缺的困难: how or by what it was done. */
const ADVERBIAL =
  /^(?:克服|面对|应对|围绕|坚持|立足|按照|遵循|通过|抢抓|抓住|依托|根据|针对|紧扣|聚焦|贯彻|借助|顶住|经过|顺应|把握|牢记|发扬|以)/;

/** What the clause before is about: its words up to the first verb or adverb, or what its own verb does something to. */
export function topicOf(clause: string, grammar: Grammar): string {
  const text = clause.replace(FRONT, '').slice(0, 48);
  if (ADVERBIAL.test(text)) return '';
  const verb = leadingVerb(text, grammar);
  if (verb.length >= 2) {
    const thing = text
      .slice(verb.length)
      .replace(/^[了好]/, '')
      .replace(BACK, '');
    return thing.length >= 2 && thing.length <= 16 ? thing : '';
  }
  const topic = plainName(text.slice(0, stopIn(text, grammar)));
  return topic.length >= 2 && topic.length <= LONGEST && !isCutQuote(topic) ? topic : '';
}

/** 财政收入|稳步提高: the known indicator that a clause says something of without a value; empty where it says nothing. */
export function knownStart(clause: string, grammar: Grammar): string {
  const text = clause.replace(FRONT, '').slice(0, 48);
  for (let end = Math.min(text.length - 1, LONGEST); end >= 3; end--) {
    const said =
      grammar.topicStops.startingAt(text, end) ??
      grammar.adverbs.startingAt(text, end) ??
      grammar.predicates.startingAt(text, end);
    if (said !== null && said.word.length > 1 && grammar.knows(text.slice(0, end))) return text.slice(0, end);
  }
  return '';
}

/** “重大项目|建设攻坚年”: a quotation that a verb inside it would cut. */
const isCutQuote = (topic: string): boolean => topic.lastIndexOf('“') > topic.lastIndexOf('”');

function stopIn(text: string, grammar: Grammar): number {
  let at = 0;
  while (
    at < text.length &&
    !isDigit(text.charCodeAt(at)) &&
    grammar.topicStops.startingAt(text, at) === null
  )
    at++;
  return at;
}

/**
 * The known indicator that a bare head of this clause is: 服务业 in the clause before makes 增加值 the 服务业增加值.
 * Empty where the clause gives none.
 */
export function knownTopic(clause: string, head: string, grammar: Grammar): string {
  if (grammar.knows(head)) return '';
  const text = clause.slice(-40);
  for (let length = 8; length >= 2; length--) {
    for (let at = 0; at + length <= text.length; at++) {
      const topic = text.slice(at, at + length);
      const name = topic + head;
      if (!/[“”、]/.test(topic) && !text.startsWith(head, at + length) && grammar.knows(name)) return name;
    }
  }
  return '';
}
