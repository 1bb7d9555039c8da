import { present } from '@zhibiao/shared';
import { type Lexicon, type WordTable, wordTable } from '../lexicon/index.ts';
import { charTable, isDigit, isLatin } from '../text/characters.ts';
import { AmountReader, CLAUSE } from './amount.ts';
import { QuantityBuilder, type Read } from './build.ts';
import { readDoubling } from './doubling.ts';
import { type Fraction, readFraction } from './fractions.ts';
import { HANZI_NUMERALS, type Numeral, readArabic, readHanzi } from './numerals.ts';
import type { Quantity } from './quantity.ts';
import { QuoteIndex, type QuoteMarks, quoteMarks } from './quotes.ts';
import { readRank } from './ranks.ts';
import { readRatio } from './ratios.ts';
import { signStart, takesSign } from './signs.ts';
import { UnitTable } from './units.ts';

const CLAUSE_ENDS = charTable(CLAUSE);
/** First characters of numbers, ranks and doublings. */
const STARTS = charTable(`0123456789${HANZI_NUMERALS}第首榜前翻`);

/** Finds every quantity of a view's text, in order. Linear: each place is read once with bounded look-around. */
export class QuantityScanner {
  readonly #amounts: AmountReader;
  readonly #builder: QuantityBuilder;
  readonly #preceders: WordTable<true>;
  readonly #quoteMarks: QuoteMarks;

  constructor(lexicon: Lexicon) {
    const units = new UnitTable(lexicon);
    this.#quoteMarks = quoteMarks(lexicon.stops);
    this.#amounts = new AmountReader(lexicon, units);
    this.#builder = new QuantityBuilder(lexicon, units, this.#amounts);
    this.#preceders = wordTable(lexicon.stops.preceders);
  }

  scan(text: string): Quantity[] {
    const found: Quantity[] = [];
    const quotes = new QuoteIndex(text, this.#quoteMarks);
    let clause = 0;
    let i = 0;
    while (i < text.length) {
      const code = text.charCodeAt(i);
      if (STARTS[code] === 0) {
        if (CLAUSE_ENDS[code] === 1) clause = i + 1;
        i++;
        continue;
      }
      const ratio = isDigit(code) && !isDigit(text.charCodeAt(i - 1)) ? readRatio(text, i) : null;
      if (ratio !== null) {
        found.push(...ratio);
        i = present(ratio[2], 'the third of ratio').end;
        continue;
      }
      const quantity = this.#readAt(text, i, clause, quotes);
      if (quantity.read !== null) found.push(quantity.read);
      i = Math.max(i + 1, quantity.end);
    }
    return found;
  }

  #readAt(text: string, at: number, clause: number, quotes: QuoteIndex): Read {
    const char = present(text[at], 'text at the place');
    if ('第首榜前'.includes(char)) {
      const rank = readRank(text, at, clause);
      if (rank !== null && !quotes.inShort(at)) return { read: rank, end: rank.end };
      // 第3, 第二: an ordinal; its numeral is no quantity either
      return { read: null, end: char === '第' ? skipNumeral(text, at + 1) : at + 1 };
    }
    if (char === '翻') {
      const doubling = readDoubling(text, at);
      return { read: doubling, end: doubling?.end ?? at + 1 };
    }
    const arabic = isDigit(char.charCodeAt(0));
    if (!arabic) {
      const fraction = readFraction(text, at);
      if (fraction !== null) return this.#readFraction(text, fraction, clause, quotes);
    }
    const numeral = arabic ? readArabic(text, at) : readHanzi(text, at);
    if (numeral === null) return { read: null, end: arabic ? skipDigits(text, at) : at + 1 };
    const named = arabic && (followsLatin(text, at) || this.#preceders.endingAt(text, at, clause) !== null);
    if (named || quotes.inShort(at)) return { read: null, end: numeral.end };
    const signed = arabic ? this.#readSigned(text, numeral, clause) : null;
    return signed ?? this.#builder.read(text, this.#amounts.read(text, numeral, !arabic), clause);
  }

  /** -3.2%, 负2.3%: a number below zero; null where it has no sign. */
  #readSigned(text: string, numeral: Numeral, clause: number): Read | null {
    const start = signStart(text, numeral.start, clause);
    if (start === numeral.start) return null;
    const amount = this.#amounts.read(text, { ...numeral, start, value: -numeral.value }, false);
    const { read, end } = this.#builder.read(text, amount, clause);
    return read !== null && takesSign(text, read.start, read.dimension) ? { read, end } : null;
  }

  /** 百分之八点五, 三分之一 */
  #readFraction(text: string, { numeral, unit }: Fraction, clause: number, quotes: QuoteIndex): Read {
    if (quotes.inShort(numeral.start)) return { read: null, end: numeral.end };
    const amount = { ...this.#amounts.read(text, numeral, true), ...numeral, bare: false };
    const whole = { unit, dimension: 'percent' as const, end: numeral.end };
    return this.#builder.build(text, amount, whole, null, clause);
  }
}

function skipNumeral(text: string, at: number): number {
  const numeral = isDigit(text.charCodeAt(at)) ? readArabic(text, at) : readHanzi(text, at);
  return numeral?.end ?? at;
}

/** The end of a run of digits and points that is no number: a code, a version. */
function skipDigits(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end)) || text[end] === '.') end++;
  return end;
}

/** G524, PM2.5, COVID-19: the digits are part of a name. */
function followsLatin(text: string, at: number): boolean {
  const joined = text[at - 1] === '-' || text[at - 1] === '.';
  return isLatin(text.charCodeAt(joined ? at - 2 : at - 1));
}
