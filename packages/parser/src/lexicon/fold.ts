import { present } from '@zhibiao/shared';
import { charTable } from '../text/characters.ts';
import type { Names } from './schema.ts';
import { WordTable, wordTable } from './words.ts';

/** Characters that have one width and no case. */
const PLAIN = /^[\u4e00-\u9fff]*$/;

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
  const skipped = charTable(silent);
  const touched = charTable(silent + spellings.map(([written]) => written[0]).join(''));
  const respelled = (written: string): string => {
    let text = '';
    let kept = 0;
    for (let i = 0; i < written.length; ) {
      const code = written.charCodeAt(i);
      const found = touched[code] === 0 || skipped[code] === 1 ? null : plain.startingAt(written, i);
      const end = i + (found?.word.length ?? 1);
      if (found !== null || skipped[code] === 1) {
        text += written.slice(kept, i) + (found?.value ?? '');
        kept = end;
      }
      i = end;
    }
    return text + written.slice(kept);
  };
  return (name) => {
    const text = respelled(PLAIN.test(name) ? name : name.normalize('NFKC').toUpperCase());
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
  const match = /^([^[]*)\[([^\]]+)\](.*)$/.exec(name);
  if (match === null) return [name];
  return present(match[2], 'group 2 of the match')
    .split('|')
    .flatMap((choice) =>
      expandName(
        present(match[1], 'group 1 of the match') + choice + present(match[3], 'group 3 of the match'),
      ),
    );
}
