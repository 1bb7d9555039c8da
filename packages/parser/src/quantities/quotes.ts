import { present } from '@zhibiao/shared';
import type { Stops } from '../lexicon/index.ts';

/** Longest quoted name (“331”, 《…条例》); what is longer is quoted speech with figures of its own. */
const LONGEST_NAME = 40;

const OPENS = 1;
const CLOSES = 2;
const BREAKS = 3;

/** What each UTF-16 code unit does to a quotation. */
export type QuoteMarks = Uint8Array;

export function quoteMarks({
  openQuotes,
  closeQuotes,
}: Pick<Stops, 'openQuotes' | 'closeQuotes'>): QuoteMarks {
  const marks = new Uint8Array(0x10000);
  for (const char of closeQuotes) marks[char.charCodeAt(0)] = CLOSES;
  for (const char of openQuotes) marks[char.charCodeAt(0)] = OPENS;
  marks[10] = BREAKS;
  return marks;
}

/** Where quotation marks and book-title marks enclose a short stretch of a text. */
export class QuoteIndex {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(text: string, marks: QuoteMarks) {
    let open = -1;
    for (let i = 0; i < text.length; i++) {
      const mark = marks[text.charCodeAt(i)];
      if (mark === 0) continue;
      if (mark === OPENS) open = i;
      else if (mark === BREAKS) open = -1;
      else if (open >= 0) {
        if (i - open <= LONGEST_NAME) {
          this.#starts.push(open);
          this.#ends.push(i);
        }
        open = -1;
      }
    }
  }

  /** Whether `at` lies inside a quoted name. */
  inShort(at: number): boolean {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (present(this.#starts[middle], 'starts at middle') <= at) low = middle + 1;
      else high = middle;
    }
    return low > 0 && present(this.#ends[low - 1], 'the one before in ends') > at;
  }
}
