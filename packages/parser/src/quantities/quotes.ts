import type { Stops } from '../lexicon/index.ts';

/** Longest quoted name (“331”, 《…条例》); what is longer is quoted speech with figures of its own. */
const LONGEST_NAME = 40;

const codes = (text: string): ReadonlySet<number> => new Set([...text].map((char) => char.charCodeAt(0)));

/** Where quotation marks and book-title marks enclose a short stretch of a text. */
export class QuoteIndex {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(text: string, stops: Pick<Stops, 'openQuotes' | 'closeQuotes'>) {
    const opening = codes(stops.openQuotes);
    const closing = codes(stops.closeQuotes);
    let open = -1;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10) open = -1;
      else if (opening.has(code)) open = i;
      else if (open >= 0 && closing.has(code)) {
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
