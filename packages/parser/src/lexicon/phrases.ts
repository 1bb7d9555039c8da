/** A phrase of a set where it stands in a text, with what the set knows of it. */
export type Occurrence<T> = { readonly at: number; readonly phrase: string; readonly value: T };

/** Many phrases that are looked for in one pass over a text, whatever their number. */
export class Phrases<T> {
  readonly #byFirst = new Map<number, (readonly [phrase: string, value: T])[]>();
  /** 1 for each UTF-16 unit that a phrase begins with */
  readonly #initials = new Uint8Array(0x10000);

  constructor(entries: Iterable<readonly [phrase: string, value: T]>) {
    for (const entry of entries) {
      const first = entry[0].charCodeAt(0);
      const row = this.#byFirst.get(first);
      if (row) row.push(entry);
      else this.#byFirst.set(first, [entry]);
      this.#initials[first] = 1;
    }
  }

  /** Every place where one of them stands, overlapping ones too, left to right. */
  in(text: string): Occurrence<T>[] {
    const found: Occurrence<T>[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const first = text.charCodeAt(at);
      if (this.#initials[first] === 0) continue;
      for (const [phrase, value] of this.#byFirst.get(first) ?? [])
        if (text.startsWith(phrase, at)) found.push({ at, phrase, value });
    }
    return found;
  }

  /** The first of them, in the order of the set, that stands at `at` and that `accepts` takes. */
  startingAt(
    text: string,
    at: number,
    accepts: (value: T, phrase: string) => boolean = () => true,
  ): Occurrence<T> | null {
    const entry = this.#byFirst
      .get(text.charCodeAt(at))
      ?.find(([phrase, value]) => text.startsWith(phrase, at) && accepts(value, phrase));
    return entry ? { at, phrase: entry[0], value: entry[1] } : null;
  }
}
