import { present } from '@zhibiao/shared';
import { type Hedge, type Lexicon, WordTable } from '../lexicon/index.ts';
import { isHan } from '../text/characters.ts';
import { multiply, type Numeral, readMultiplier, readRest } from './numerals.ts';
import type { UnitTable } from './units.ts';

/** A number behind its multiplier, before its unit. */
export interface Amount {
  start: number;
  end: number;
  value: number;
  /** 余, 多 between number and unit */
  inside: Hedge | null;
  hanzi: boolean;
  /** a multiplier without a number (万个, 千亿) */
  bare: boolean;
  multiplied: boolean;
  damaged: boolean;
}

/** Characters that end a clause. */
export const CLAUSE = ',。;:!?\n';
const MULTIPLIERS = '百千万亿';

/** Hedges of one place as a table. */
export const hedgeTable = (hedges: readonly Hedge[]): WordTable<Hedge> =>
  new WordTable(hedges.map((hedge) => [hedge.word, hedge] as const));

/** Reads what stands between a numeral and its unit: multipliers, and hedges on either side of them. */
export class AmountReader {
  readonly #units: UnitTable;
  readonly #inside: WordTable<Hedge>;

  constructor(lexicon: Lexicon, units: UnitTable) {
    this.#units = units;
    this.#inside = hedgeTable(lexicon.hedges.inside);
  }

  read(text: string, numeral: Numeral, hanzi: boolean): Amount {
    const bare = hanzi && MULTIPLIERS.includes(present(text[numeral.start], 'the entry for start in text'));
    const multiplied = hanzi && numeral.value >= 1e4;
    const { start, value, damaged } = numeral;
    const early = this.#hedgeAt(text, numeral.end, true);
    const from = numeral.end + (early?.word.length ?? 0);
    // 3千瓦: the 千 belongs to the unit
    if ('千百'.includes(text[from] ?? ' ') && this.#units.at(text, from) !== null) {
      return { start, end: from, value, inside: early, hanzi, bare, multiplied, damaged };
    }
    const multiplier = this.#multiplier(text, from);
    const rest = early === null ? this.#restAt(text, numeral, multiplier) : null;
    const behind = rest?.end ?? multiplier.end;
    const late = early ?? this.#hedgeAt(text, behind, false, behind > from);
    return {
      start,
      end: behind + (early === null ? (late?.word.length ?? 0) : 0),
      value: rest?.value ?? multiply(value, multiplier.factor),
      inside: late,
      hanzi,
      bare,
      multiplied: multiplied || multiplier.factor > 1,
      damaged,
    };
  }

  /** 3万|5千亩; 3万|5千瓦 are two numbers. */
  #restAt(text: string, head: Numeral, { factor, end }: { factor: number; end: number }) {
    const rest = readRest(text, end, head, factor);
    return rest === null || this.#units.at(text, rest.end - 1) !== null ? null : rest;
  }

  /** 万, 亿, 万亿 …; the 千 of 万千瓦 belongs to the unit. */
  #multiplier(text: string, at: number): { factor: number; end: number } {
    const read = readMultiplier(text, at);
    for (let end = at; end < read.end; end++) {
      if ('千百'.includes(present(text[end], 'text at end')) && this.#units.at(text, end) !== null) {
        return end === at ? { factor: 1, end: at } : { ...readMultiplier(text.slice(at, end), 0), end };
      }
    }
    return read;
  }

  /** 余, 多 where a unit, the clause's end or (before the multiplier) a multiplier follows. */
  #hedgeAt(text: string, at: number, early: boolean, multiplied = false): Hedge | null {
    const hedge = this.#inside.startingAt(text, at)?.value ?? null;
    if (hedge === null) return null;
    const behind = at + hedge.word.length;
    const next = text[behind] ?? '\n';
    const fits = this.#units.at(text, behind) !== null || CLAUSE.includes(next);
    // 1.2万多|农户
    if (
      multiplied &&
      '余多'.includes(hedge.word) &&
      isHan(next.charCodeAt(0)) &&
      !'年个天月日'.includes(next)
    )
      return hedge;
    return fits || (early && MULTIPLIERS.includes(next)) ? hedge : null;
  }
}
