import { present } from '@zhibiao/shared';
import type { Quantity } from '../../quantities/quantity.ts';
import type { Sentence } from '../../text/sentences.ts';

/** Brackets with a value inside; half-open view offsets, the marks included. */
export interface Bracket {
  start: number;
  end: number;
}

/** A stretch that is read by itself: a sentence without its brackets, or the inside of one. */
export interface Lane {
  start: number;
  end: number;
  /** brackets that are read as lanes of their own */
  holes: readonly Bracket[];
  /** the brackets that this is the inside of */
  bracket: Bracket | null;
  quantities: readonly Quantity[];
  /** what stands right before the brackets, where that is no value */
  before: string;
  /** numbers of the clause and the part that it begins in */
  clause: number;
  part: number;
}

/** The brackets of a sentence that hold a value; an unclosed one is none. */
function bracketsOf(text: string, sentence: Sentence, quantities: readonly Quantity[]): Bracket[] {
  const found: Bracket[] = [];
  let index = 0;
  let open = -1;
  for (let i = sentence.start; i < sentence.end; i++) {
    if (text[i] === '(') open = open < 0 ? i : open;
    else if (text[i] === ')' && open >= 0) {
      while (index < quantities.length && present(quantities[index], 'quantities at index').start < open)
        index++;
      const inside = quantities[index];
      if (inside !== undefined && inside.end <= i) found.push({ start: open, end: i + 1 });
      open = -1;
    }
  }
  return found;
}

/** A sentence as lanes: the sentence itself first, then its brackets in their order. */
export function lanesOf(text: string, sentence: Sentence, quantities: readonly Quantity[]): Lane[] {
  const holes = bracketsOf(text, sentence, quantities);
  const inHole = ({ start }: Quantity, hole: Bracket): boolean => start > hole.start && start < hole.end;
  const outer =
    holes.length === 0 ? quantities : quantities.filter((q) => !holes.some((hole) => inHole(q, hole)));
  const whole: Lane = {
    ...sentence,
    holes,
    bracket: null,
    quantities: outer,
    before: '',
    clause: 0,
    part: 0,
  };
  return [
    whole,
    ...holes.map((hole) => {
      const clauses = text.slice(sentence.start, hole.start);
      const before = /(?<![^,;:。()])[^,;:。()]*$/.exec(clauses.slice(-40))?.[0] ?? '';
      const ofValue = outer.some(({ end }) => end === hole.start);
      return {
        start: hole.start + 1,
        end: hole.end - 1,
        holes: [],
        bracket: hole,
        quantities: quantities.filter((quantity) => inHole(quantity, hole)),
        before: ofValue ? '' : before,
        clause: countOf(clauses, /[,:;。]/g),
        part: countOf(clauses, /[;。]/g),
      };
    }),
  ];
}

const countOf = (text: string, mark: RegExp): number => text.match(mark)?.length ?? 0;

/** The text between two offsets without the brackets that are read by themselves. */
export function sliceOf(text: string, from: number, to: number, holes: readonly Bracket[]): string {
  let out = '';
  let at = from;
  for (const { start, end } of holes) {
    if (end <= at || start >= to) continue;
    out += text.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  return out + text.slice(at, Math.max(at, to));
}
