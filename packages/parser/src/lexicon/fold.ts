import type { Names } from './schema.ts';
import { WordTable, wordTable } from './words.ts';

/** One spelling per name. */
export type FoldName = (name: string) => string;

/**
 * The folding of a lexicon: widths, case, quotes and 的 do not tell indicators apart, nor do its `spellings` (规模以上,
 * 规上), nor the `fronts` and `backs` that say of whom or that it was done (全市, 完成).
 */
export function nameFolder({ spellings, silent, fronts, backs }: Names): FoldName {
  const plain = new WordTable(spellings.map(([written, same]) => [written, same] as const));
  const before = wordTable(fronts);
  const behind = wordTable(backs);
  const skipped = new Set(silent);
  return (name) => {
    const written = name.normalize('NFKC').toUpperCase();
    let text = '';
    for (let i = 0; i < written.length; ) {
      const found = skipped.has(written[i]!) ? null : plain.startingAt(written, i);
      if (found !== null) text += found.value;
      else if (!skipped.has(written[i]!)) text += written[i];
      i += found?.word.length ?? 1;
    }
    let start = 0;
    for (;;) {
      const word = before.startingAt(text, start)?.word;
      if (word === undefined) break;
      start += word.length;
    }
    let end = text.length;
    for (;;) {
      const word = behind.endingAt(text, end, start)?.word;
      if (word === undefined) break;
      end -= word.length;
    }
    return text.slice(start, end);
  };
}

/** `[新增|净增]市场主体` stands for two names; an empty choice is allowed. */
export function expandName(name: string): string[] {
  const match = /^(.*?)\[([^\]]+)\](.*)$/.exec(name);
  if (match === null) return [name];
  return match[2]!.split('|').flatMap((choice) => expandName(match[1]! + choice + match[3]!));
}
