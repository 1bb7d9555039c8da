import { expandName, loadLexicon } from '@zhibiao/parser/lexicon';
import { present } from '@zhibiao/shared';
import { codeName, indicatorCodes } from '../view/indicators.ts';
import { findRegions, highestOf, type Region } from './regions.ts';

/** What the words of a search ask for, as far as they name regions, indicators and years. */
export interface Question {
  readonly regions: readonly Region[];
  /** of indicators */
  readonly codes: readonly string[];
  readonly years: readonly number[];
}

/** Longer names than these many characters or words do not exist. */
const longest = 14;
/** Shorter Chinese names (经济, 消费) are words of every text: a reader who searches for them wants the texts. */
const shortest = 3;

let known: ReadonlyMap<string, string> | undefined;

/** Every name of an indicator, in both languages, with its code. */
function indicatorNames(): ReadonlyMap<string, string> {
  if (known) return known;
  const names = new Map<string, string>();
  const add = (name: string, code: string) => {
    const key = name.toLowerCase();
    if (!names.has(key) && (name.length >= shortest || /^[a-z]/i.test(name))) names.set(key, code);
  };
  for (const code of indicatorCodes) {
    add(code, code);
    add(codeName(code, 'zh'), code);
    add(codeName(code, 'en'), code);
  }
  for (const { code, names: all } of loadLexicon().indicators)
    for (const name of all.flatMap(expandName)) add(name, code);
  known = names;
  return names;
}

/** @returns the code of an indicator of exactly this name, in either language or in the lexicon */
export const codeOfName = (name: string): string | undefined =>
  indicatorNames().get(name.trim().toLowerCase());

/**
 * Reads `镇江市2023年地区生产总值目标` or `Zhenjiang GDP 2023`: the longest names from the left; other words are passed over.
 * A name that several regions have asks for the one of the highest level, and where there are several of that (朝阳区), for none.
 */
export function readQuestion(words: string): Question {
  const regions = new Map<string, Region>();
  const codes = new Set<string>();
  const years = new Set<number>();
  const atoms = [...words.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)|[a-z0-9'’_-]+|[\u3400-\u9fff]/gi)].map(
    (match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }),
  );
  for (let i = 0; i < atoms.length; ) {
    if (/^(19|20)\d\d$/.test(present(atoms[i], 'atoms at i').text)) {
      years.add(Number(present(atoms[i], 'atoms at i').text));
      i++;
      continue;
    }
    let taken = 1;
    for (let size = Math.min(longest, atoms.length - i); size > 0; size--) {
      const name = words.slice(
        present(atoms[i], 'atoms at i').start,
        present(atoms[i + size - 1], 'an item of atoms').end,
      );
      const code = indicatorNames().get(name.toLowerCase());
      const found = code || name.length < 2 ? [] : findRegions(name);
      const region = highestOf(found);
      if (code) codes.add(code);
      else if (found.length === 0) continue;
      if (region) regions.set(region.adcode, region);
      taken = size;
      break;
    }
    i += taken;
  }
  return { regions: [...regions.values()], codes: [...codes], years: [...years] };
}
