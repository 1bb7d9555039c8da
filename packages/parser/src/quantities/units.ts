import { type Dimension, type Lexicon, WordTable } from '../lexicon/index.ts';

export interface Unit {
  unit: string;
  dimension: Dimension;
  end: number;
}

/** 每立方米39微克: what stands before the number, and how it reads behind the unit. */
const PER: readonly (readonly [string, string])[] = [
  ['每立方米', '/立方米'],
  ['每平方米', '/平方米'],
  ['每万人口', '/万人'],
  ['每万人', '/万人'],
  ['每千人口', '/千人'],
  ['每千人', '/千人'],
  ['每百人', '/百人'],
  ['每人每月', '/人/月'],
  ['每月每人', '/人/月'],
  ['每人每年', '/人/年'],
  ['每年每人', '/人/年'],
  ['人均每年', '/人/年'],
  ['人均每月', '/人/月'],
  ['年人均', '/人/年'],
  ['月人均', '/人/月'],
  ['每人每学年', '/人/年'],
  ['每人每天', '/人/天'],
  ['每生每年', '/人/年'],
  ['每立升', '/升'],
  ['每公顷', '/公顷'],
  ['每平方公里', '/平方公里'],
  ['每户', '/户'],
  ['每亩', '/亩'],
  ['每人', '/人'],
  ['每月', '/月'],
  ['每吨', '/吨'],
];

/** Unit words and what they measure, ready for longest match. */
export class UnitTable {
  readonly #units: WordTable<Dimension>;
  readonly #per: WordTable<string>;

  constructor(lexicon: Lexicon) {
    const entries: [string, Dimension][] = [];
    for (const [dimension, words] of Object.entries(lexicon.units) as [Dimension, string[]][]) {
      for (const word of words) entries.push([word, dimension]);
    }
    for (const word of ['个百分点', '百分点', '个千分点', '个pp']) entries.push([word, 'point']);
    this.#units = new WordTable(entries);
    this.#per = new WordTable(PER);
  }

  /** The longest unit at `at`; 个百分点 reads as 百分点, 万千瓦's 千瓦 as itself. */
  at(text: string, at: number): Unit | null {
    const found = this.#units.startingAt(text, at);
    if (found === null) return null;
    const unit = found.word.startsWith('个') && found.word.length > 1 ? found.word.slice(1) : found.word;
    return {
      unit: unit.replace(/^([^(]*)\(.*\)$/, '$1').replace('人·', '人/'),
      dimension: found.value,
      end: at + found.word.length,
    };
  }

  /** 每人每月 before the number: the words' length and the unit's tail. */
  perBefore(text: string, end: number, from: number): { word: string; tail: string } | null {
    const found = this.#per.endingAt(text, end, from);
    return found && { word: found.word, tail: found.value };
  }
}
