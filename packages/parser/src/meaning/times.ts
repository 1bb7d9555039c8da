import { type TimeExpression, timesIn } from '../reports/index.ts';
import type { Sentence } from '../text/sentences.ts';

export type SentenceTimes = readonly TimeExpression[];

/** Sentences that go on with what the one before spoke of. */
const GOES_ON = /^其中/;

/**
 * The times that a sentence names, in offsets of the view; one pass for all of its claims.
 * @param before those of the sentence before it in its paragraph: 五年来 holds until another time opens a sentence,
 * 其中 goes on with a part of a year
 */
export function timesOf(text: string, sentence: Sentence, before: SentenceTimes = []): SentenceTimes {
  const words = text.slice(sentence.start, sentence.end);
  const times = timesIn(words).map((time) => ({
    ...time,
    at: sentence.start + time.at,
    end: sentence.start + time.end,
  }));
  const ruling = sentence.opensLine ? undefined : before.findLast(rules);
  if (!ruling || !(ruling.carries || (ruling.part !== null && GOES_ON.test(words)))) return times;
  return [{ ...ruling, at: sentence.start, end: sentence.start, opens: true }, ...times];
}

/** Whether a time dates what follows it: others are part of a name (2022年度重点项目). */
export const rules = ({ by, opens, dates, part, span }: TimeExpression): boolean =>
  by || opens || dates || part !== null || span !== null;
