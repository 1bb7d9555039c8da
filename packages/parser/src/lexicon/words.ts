/** A word of a table and what the table knows of it. */
export interface Found<T> {
  word: string;
  value: T;
}

const NONE: readonly number[] = [];

/** Words with a value each, found at a place in a text by longest match; cost is bounded by the longest word. */
export class WordTable<T> {
  readonly #words: ReadonlyMap<string, T>;
  /** lengths of the words that begin, or end, with a character, longest first */
  readonly #byFirst = new Map<number, number[]>();
  readonly #byLast = new Map<number, number[]>();

  constructor(entries: Iterable<readonly [string, T]>) {
    this.#words = new Map(entries);
    for (const word of this.#words.keys()) {
      addLength(this.#byFirst, word.charCodeAt(0), word.length);
      addLength(this.#byLast, word.charCodeAt(word.length - 1), word.length);
    }
    for (const lengths of [...this.#byFirst.values(), ...this.#byLast.values()])
      lengths.sort((a, b) => b - a);
  }

  get(word: string): T | undefined {
    return this.#words.get(word);
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** The longest word that starts at `at`. */
  startingAt(text: string, at: number): Found<T> | null {
    for (const length of this.#byFirst.get(text.charCodeAt(at)) ?? NONE) {
      if (at + length > text.length) continue;
      const word = text.slice(at, at + length);
      const value = this.#words.get(word);
      if (value !== undefined) return { word, value };
    }
    return null;
  }

  /** The longest word that ends just before `end`, not reaching before `from`, and passes the test. */
  endingAt(text: string, end: number, from = 0, test?: (word: string) => boolean): Found<T> | null {
    if (end <= from) return null;
    for (const length of this.#byLast.get(text.charCodeAt(end - 1)) ?? NONE) {
      if (end - length < from) continue;
      const word = text.slice(end - length, end);
      const value = this.#words.get(word);
      if (value !== undefined && (test === undefined || test(word))) return { word, value };
    }
    return null;
  }
}

function addLength(table: Map<number, number[]>, code: number, length: number): void {
  const lengths = table.get(code);
  if (lengths === undefined) table.set(code, [length]);
  else if (!lengths.includes(length)) lengths.push(length);
}

/** A table of plain words. */
export const wordTable = (words: Iterable<string>): WordTable<true> =>
  new WordTable([...words].map((word) => [word, true] as const));
