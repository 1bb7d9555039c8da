const STOPS =
  /(?:全面|全部|要|将|继续|持续|加快|推进|超目标|实现|进一步|均|已|成为|保持|不断|坚持|入选|获批|快速|稳步|平稳|\d|要求)/;

/** What the clause before is about: its words up to the first verb or adverb, where they may be a noun. */
export function topicOf(clause: string): string {
  const text = clause.replace(/^(?:全市|我市|全县|全区|其中|今年|去年|全年)+/, '');
  const stop = STOPS.exec(text.slice(0, 40));
  const topic = stop === null ? text : text.slice(0, stop.index);
  return topic.length >= 2 && topic.length <= 24 ? topic : '';
}
