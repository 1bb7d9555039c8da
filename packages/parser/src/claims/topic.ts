import { leadingVerb, plainName } from './phrase.ts';
import type { Grammar } from './tables.ts';

const STOPS =
  /(?:再创|屡创|喜获|创历史|全面|全部|要|将|继续|持续|加快|推进|超目标|实现|进一步|均|已|成为|保持|不断|坚持|入选|获批|快速|稳步|平稳|\d|要求|位居|居全)/;
const FRONT =
  /^(?:全市|我市|全县|全区|全省|其中|今年|去年|全年|同时|持续|深入|扎实|全力|大力|积极|加快|稳步|有序|着力|全面|切实)+/;
const BACK = /(?:工作|建设|力度|步伐|进度|实施|发展)$/;
const LONGEST = 24;

/** What the clause before is about: its words up to the first verb or adverb, or what its own verb does something to. */
export function topicOf(clause: string, grammar: Grammar): string {
  const text = clause.replace(FRONT, '').slice(0, 48);
  const verb = leadingVerb(text, grammar);
  if (verb.length >= 2) {
    const thing = text
      .slice(verb.length)
      .replace(/^[了好]/, '')
      .replace(BACK, '');
    return thing.length >= 2 && thing.length <= 16 ? thing : '';
  }
  const stop = STOPS.exec(text);
  const topic = plainName(stop === null ? text : text.slice(0, stop.index));
  return topic.length >= 2 && topic.length <= LONGEST ? topic : '';
}

/**
 * The known indicator that a bare head of this clause is: 服务业 in the clause before makes 增加值 the 服务业增加值.
 * Empty where the clause gives none.
 */
export function knownTopic(clause: string, head: string, grammar: Grammar): string {
  const text = clause.slice(-40);
  for (let length = 8; length >= 2; length--) {
    for (let at = 0; at + length <= text.length; at++) {
      const name = text.slice(at, at + length) + head;
      if (grammar.knows(name)) return name;
    }
  }
  return '';
}
