import type { Observation } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';

/** Observations of one sentence in its order, with the words around them. Offsets are those of the article's text. */
export type SentenceClaims = {
  readonly claims: readonly Observation[];
  /** the sentence's text between two offsets, without blanks and in half-width punctuation */
  between(start: number, end: number): string;
  readonly start: number;
};

const HALF: Readonly<Record<string, string>> = { '，': ',', '；': ';', '：': ':', '（': '(', '）': ')' };

/** A sentence with more claims is a table set as one line: its cells state no relations, and reading them would be slow. */
const MAX_CLAIMS = 200;

/** Groups observations by sentence; within each they stand by their spans. A lone claim has nothing to be compared with. */
export function bySentence(observations: readonly Observation[]): SentenceClaims[] {
  const groups = new Map<number, Observation[]>();
  for (const observation of observations) {
    const group = groups.get(observation.sentence.start);
    if (group) group.push(observation);
    else groups.set(observation.sentence.start, [observation]);
  }
  const sentences = [...groups.values()].filter(({ length }) => length > 1 && length <= MAX_CLAIMS);
  return sentences.map((claims) => {
    const { text, start } = present(claims[0], 'the first of claims').sentence;
    const half = text.replace(/[，；：（）]/g, (mark) => HALF[mark] ?? mark);
    const hasBlanks = /\s/.test(half);
    return {
      claims: claims.sort((a, b) => a.span.start - b.span.start),
      start,
      between: (from, to) => {
        const words = half.slice(Math.max(0, from - start), Math.max(0, to - start));
        return hasBlanks ? words.replace(/\s+/g, '') : words;
      },
    };
  });
}

/** Two claims about the same kind of quantity of the same region at the same time. */
export const comparable = (a: Observation, b: Observation): boolean =>
  a.unit === b.unit &&
  a.measure === 'level' &&
  b.measure === 'level' &&
  a.kind === b.kind &&
  a.region.name === b.region.name &&
  a.period?.end === b.period?.end;
