/** Words with a value each, found at a place in a text by longest match; cost is bounded by the longest word. */
export class WordTable<T> {
  readonly #words: ReadonlyMap<string, T>;
  readonly #lengths: readonly number[];
  readonly #first: ReadonlySet<string>;
  readonly #last: ReadonlySet<string>;

  constructor(entries: Iterable<readonly [string, T]>) {
    this.#words = new Map(entries);
    const words = [...this.#words.keys()];
    this.#lengths = [...new Set(words.map((word) => word.length))].sort((a, b) => b - a);
    this.#first = new Set(words.map((word) => word[0]!));
    this.#last = new Set(words.map((word) => word[word.length - 1]!));
  }

  get(word: string): T | undefined {
    return this.#words.get(word);
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** The longest word that starts at `at`. */
  startingAt(text: string, at: number): { word: string; value: T } | null {
    if (!this.#first.has(text[at] ?? '')) return null;
    for (const length of this.#lengths) {
      const word = text.slice(at, at + length);
      const value = this.#words.get(word);
      if (value !== undefined && word.length === length) return { word, value };
    }
    return null;
  }

  /** The longest word that ends just before `end`, not reaching before `from`. */
  endingAt(text: string, end: number, from = 0): { word: string; value: T } | null {
    if (end <= from || !this.#last.has(text[end - 1] ?? '')) return null;
    for (const length of this.#lengths) {
      if (end - length < from) continue;
      const word = text.slice(end - length, end);
      const value = this.#words.get(word);
      if (value !== undefined) return { word, value };
    }
    return null;
  }
}

/** A table of plain words. */
export const wordTable = (words: Iterable<string>): WordTable<true> =>
  new WordTable([...words].map((word) => [word, true] as const));
