import type { Grammar } from '../../lexicon/grammar.ts';

/** Only verbs: 开工建设, 竣工投产, 参评. */
export function isBareAction(action: string, grammar: Grammar): boolean {
  let rest = action;
  for (let steps = 0; steps < 4 && rest !== ''; steps++) {
    const word = grammar.work.startingAt(rest, 0)?.word;
    if (word === undefined) return rest.length <= 2 && steps === 0;
    rest = rest.slice(word.length);
  }
  return rest === '';
}
