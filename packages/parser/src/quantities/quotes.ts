import type { Stops } from '../lexicon/index.ts';

/** Longest quoted name (“331”, 《…条例》); what is longer is quoted speech with figures of its own. */
const LONGEST_NAME = 40;

/** Where quotation marks and book-title marks enclose a short stretch of a text. */
export class QuoteIndex {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(text: string, stops: Pick<Stops, 'openQuotes' | 'closeQuotes'>) {
    let open = -1;
    for (let i = 0; i < text.length; i++) {
      const char = text[i]!;
      if (char === '\n') open = -1;
      else if (stops.openQuotes.includes(char)) open = i;
      else if (open >= 0 && stops.closeQuotes.includes(char)) {
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
      if (this.#starts[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    return low > 0 && this.#ends[low - 1]! > at;
  }
}
