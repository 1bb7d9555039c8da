import type { Grammar } from '../../lexicon/grammar.ts';

/** A name has to keep this much. */
const SHORTEST = 2;
/** 取得突破性|进展, 取得新的|成效 */
const REACHED = /取得了?[^,、]{0,6}(?:进展|成效|突破|成果|成绩|实效)$/;

/** What is said in praise at the end of a phrase; empty where nothing is. */
export function praiseBehind(text: string, grammar: Grammar): string {
  const praise =
    grammar.evaluations.endingAt(text, text.length, SHORTEST)?.word ?? REACHED.exec(text)?.[0] ?? '';
  const rest = text.slice(0, text.length - praise.length);
  // 项目加速实施: 项目 alone would tell nothing
  return rest.length < SHORTEST || grammar.countedHeads.has(rest) ? '' : praise;
}
