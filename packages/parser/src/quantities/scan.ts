import type { Hedge, Lexicon } from '../lexicon/index.ts';
import { WordTable, wordTable } from '../lexicon/index.ts';
import { isDigit, isLatin } from '../text/characters.ts';
import { isHanziNumeral, multiply, type Numeral, readArabic, readHanzi, readMultiplier } from './numerals.ts';
import type { Quantity } from './quantity.ts';
import { QuoteIndex } from './quotes.ts';
import { readRank } from './ranks.ts';
import { type Unit, UnitTable } from './units.ts';

/** A number behind its multiplier, before its unit. */
interface Amount {
  start: number;
  end: number;
  value: number;
  /** 余, 多 between number and unit */
  inside: Hedge | null;
  hanzi: boolean;
  /** a multiplier without a number (万个, 千亿) */
  bare: boolean;
  multiplied: boolean;
}

const RANGE = /^(?:-|—{1,2}|~|至|到)/;
const CLAUSE = ',。;:!?\n';
const codes = (text: string): ReadonlySet<number> => new Set([...text].map((char) => char.charCodeAt(0)));
const CLAUSE_CODES = codes(CLAUSE);
/** First characters of ranks and doublings. */
const STARTS = codes('第首榜前翻');

/** Finds every quantity of a view's text, in order. Linear: each place is read once with bounded look-around. */
export class QuantityScanner {
  readonly #units: UnitTable;
  readonly #before: WordTable<Hedge>;
  readonly #inside: WordTable<Hedge>;
  readonly #after: WordTable<Hedge>;
  readonly #followers: WordTable<true>;
  readonly #unitFollowers: WordTable<true>;
  readonly #preceders: WordTable<true>;
  readonly #lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    const table = (hedges: readonly Hedge[]): WordTable<Hedge> =>
      new WordTable(hedges.map((hedge) => [hedge.word, hedge] as const));
    this.#lexicon = lexicon;
    this.#units = new UnitTable(lexicon);
    this.#before = table(lexicon.hedges.before);
    this.#inside = table(lexicon.hedges.inside);
    this.#after = table(lexicon.hedges.after);
    this.#followers = wordTable(lexicon.stops.followers);
    this.#unitFollowers = wordTable(lexicon.stops.unitFollowers);
    this.#preceders = wordTable(lexicon.stops.preceders);
  }

  scan(text: string): Quantity[] {
    const found: Quantity[] = [];
    const quotes = new QuoteIndex(text, this.#lexicon.stops);
    let clause = 0;
    let i = 0;
    while (i < text.length) {
      const code = text.charCodeAt(i);
      if (CLAUSE_CODES.has(code)) clause = i + 1;
      if (!isDigit(code) && !STARTS.has(code) && !isHanziNumeral(code)) {
        i++;
        continue;
      }
      const quantity = this.#quantityAt(text, i, clause, quotes);
      if (quantity.read !== null) found.push(quantity.read);
      i = Math.max(i + 1, quantity.end);
    }
    return found;
  }

  #quantityAt(
    text: string,
    at: number,
    clause: number,
    quotes: QuoteIndex,
  ): { read: Quantity | null; end: number } {
    const char = text[at]!;
    const none = { read: null, end: at + 1 };
    if (char === '第' || char === '首' || char === '榜' || char === '前') {
      const rank = readRank(text, at, clause);
      if (rank !== null && !quotes.inShort(at)) return { read: rank, end: rank.end };
      // 第3, 第二: an ordinal; its numeral is no quantity either
      return char === '第' ? { read: null, end: this.#skipNumeral(text, at + 1) } : none;
    }
    if (char === '翻') return this.#doubling(text, at) ?? none;
    if (isDigit(char.charCodeAt(0))) return this.#arabic(text, at, clause, quotes);
    return this.#hanzi(text, at, clause, quotes);
  }

  #skipNumeral(text: string, at: number): number {
    const numeral = isDigit(text.charCodeAt(at)) ? readArabic(text, at) : readHanzi(text, at);
    return numeral?.end ?? at;
  }

  #arabic(
    text: string,
    at: number,
    clause: number,
    quotes: QuoteIndex,
  ): { read: Quantity | null; end: number } {
    const numeral = readArabic(text, at);
    if (numeral === null) {
      let end = at;
      while (isDigit(text.charCodeAt(end)) || text[end] === '.') end++;
      return { read: null, end };
    }
    const skip = { read: null, end: numeral.end };
    const before = text.charCodeAt(at - 1);
    if (
      isLatin(before) ||
      ((text[at - 1] === '-' || text[at - 1] === '.') && isLatin(text.charCodeAt(at - 2)))
    )
      return skip;
    if (quotes.inShort(at) || this.#preceders.endingAt(text, at, clause) !== null) return skip;
    return this.#finish(text, this.#amount(text, numeral, false), clause) ?? skip;
  }

  #hanzi(
    text: string,
    at: number,
    clause: number,
    quotes: QuoteIndex,
  ): { read: Quantity | null; end: number } {
    if (text.startsWith('百分之', at)) {
      const numeral = isDigit(text.charCodeAt(at + 3)) ? readArabic(text, at + 3) : readHanzi(text, at + 3);
      if (numeral === null) return { read: null, end: at + 3 };
      const amount = { ...this.#amount(text, numeral, true), end: numeral.end, value: numeral.value };
      const unit: Unit = { unit: '%', dimension: 'percent', end: numeral.end };
      return this.#build(text, { ...amount, start: at }, unit, null, clause);
    }
    const numeral = readHanzi(text, at);
    if (numeral === null) return { read: null, end: at + 1 };
    const skip = { read: null, end: numeral.end };
    if (quotes.inShort(at)) return skip;
    const amount = this.#amount(text, numeral, true);
    return this.#finish(text, amount, clause) ?? skip;
  }

  #amount(text: string, numeral: Numeral, hanzi: boolean): Amount {
    let end = numeral.end;
    let value = numeral.value;
    let inside = this.#insideHedge(text, end);
    if (inside !== null && this.#unitOrMultiplier(text, end + inside.word.length)) end += inside.word.length;
    else inside = null;
    let multiplied = hanzi && numeral.value >= 1e4;
    if (this.#units.at(text, end)?.dimension !== 'power' || text[end] !== '千') {
      const unit = this.#units.at(text, end);
      const longer = unit !== null && '千百'.includes(text[end] ?? '') ? unit : null;
      if (longer === null) {
        const multiplier = this.#multiplier(text, end);
        if (multiplier.factor > 1) multiplied = true;
        value = multiply(value, multiplier.factor);
        end = multiplier.end;
        if (inside === null) {
          inside = this.#insideHedge(text, end);
          if (inside !== null && this.#units.at(text, end + inside.word.length) !== null)
            end += inside.word.length;
          else if (inside !== null && !CLAUSE.includes(text[end + inside.word.length] ?? '\n')) inside = null;
          else if (inside !== null) end += inside.word.length;
        }
      }
    }
    const bare = hanzi && '百千万亿'.includes(text[numeral.start]!);
    return { start: numeral.start, end, value, inside, hanzi, bare, multiplied };
  }

  /** 万, 亿, 万亿 …; the 千 of 万千瓦 belongs to the unit. */
  #multiplier(text: string, at: number): { factor: number; end: number } {
    const read = readMultiplier(text, at);
    for (let end = at; end < read.end; end++) {
      if ('千百'.includes(text[end]!) && this.#units.at(text, end) !== null) {
        return end === at ? { factor: 1, end: at } : { ...readMultiplier(text.slice(at, end), 0), end };
      }
    }
    return read;
  }

  #insideHedge(text: string, at: number): Hedge | null {
    return this.#inside.startingAt(text, at)?.value ?? null;
  }

  #unitOrMultiplier(text: string, at: number): boolean {
    return (
      '百千万亿'.includes(text[at] ?? ' ') ||
      this.#units.at(text, at) !== null ||
      CLAUSE.includes(text[at] ?? '\n')
    );
  }

  /** Range, unit and hedges around an amount; null when what follows makes it no quantity. */
  #finish(text: string, amount: Amount, clause: number): { read: Quantity | null; end: number } | null {
    const follower = this.#followers.startingAt(text, amount.end);
    let unit = this.#units.at(text, amount.end);
    if (follower !== null && (unit === null || unit.end - amount.end <= follower.word.length)) {
      return {
        read: null,
        end:
          amount.end +
          (isDigit(text.charCodeAt(amount.end + follower.word.length)) ? 0 : follower.word.length),
      };
    }
    if (unit !== null && isLatin(text.charCodeAt(unit.end - 1)) && isLatin(text.charCodeAt(unit.end)))
      unit = null;
    if (unit !== null && this.#unitFollowers.startingAt(text, unit.end) !== null) {
      return { read: null, end: unit.end };
    }
    if (unit === null && !amount.hanzi) unit = this.#sharedUnit(text, amount, clause);
    const fromTo = /[由从][^,。;、]{0,10}$/.test(
      text.slice(Math.max(clause, amount.start - 12), amount.start),
    );
    const reaches = fromTo && /[到至]/.test(text[unit?.end ?? amount.end] ?? '');
    const range = reaches ? null : this.#range(text, unit?.end ?? amount.end);
    if (
      range !== null &&
      (unit === null || range.unit?.unit === unit.unit || unit.dimension === range.unit?.dimension)
    ) {
      if (range.amount.value < amount.value && !(unit === null && range.amount.multiplied))
        return { read: null, end: range.amount.end };
      const upper = range.amount;
      const factor = unit === null && upper.multiplied && !amount.multiplied ? upper.value / range.plain : 1;
      return this.#build(
        text,
        {
          ...amount,
          value: multiply(amount.value, factor),
          end: upper.end,
          inside: amount.inside ?? upper.inside,
          multiplied: true,
        },
        range.unit,
        upper.value,
        clause,
      );
    }
    return this.#build(text, amount, unit, null, clause);
  }

  /** 18.8和10个百分点: the first number has the second one's unit. */
  #sharedUnit(text: string, amount: Amount, clause: number): Unit | null {
    const joint = /^(?:[、和与及])/.exec(text.slice(amount.end, amount.end + 1))?.[0];
    if (joint === undefined || amount.start === clause) return null;
    const numeral = readArabic(text, amount.end + 1);
    if (numeral === null) return null;
    const next = this.#amount(text, numeral, false);
    const unit = this.#units.at(text, next.end);
    if (unit === null || this.#followers.startingAt(text, next.end) !== null) return null;
    return { ...unit, end: amount.end };
  }

  #range(text: string, at: number): { amount: Amount; unit: Unit | null; plain: number } | null {
    const sign = RANGE.exec(text.slice(at, at + 2))?.[0];
    if (sign === undefined) return null;
    const start = at + sign.length;
    const numeral = isDigit(text.charCodeAt(start)) ? readArabic(text, start) : null;
    if (numeral === null) return null;
    const amount = this.#amount(text, numeral, false);
    const unit = this.#units.at(text, amount.end);
    if (unit === null || this.#followers.startingAt(text, amount.end) !== null) return null;
    return { amount, unit, plain: numeral.value };
  }

  #build(
    text: string,
    amount: Amount,
    unit: Unit | null,
    valueTo: number | null,
    clause: number,
  ): { read: Quantity | null; end: number } {
    let start = amount.start;
    let end = unit?.end ?? amount.end;
    let name = unit?.unit ?? '';
    const per = this.#units.perBefore(text, start, clause);
    if (per !== null && unit !== null) {
      start -= per.word.length;
      name += per.tail;
    }
    const before = this.#before.endingAt(text, start, clause)?.value ?? null;
    const fits =
      before !== null &&
      (!before.bareOnly || amount.bare) &&
      !(before.notAfter ?? '').includes(text[start - before.word.length - 1] ?? '\n');
    const allowed = fits ? before : null;
    if (amount.bare && allowed === null && !/[上数近达]$/.test(text.slice(clause, start)))
      return { read: null, end };
    if (allowed !== null) start -= allowed.word.length;
    const tail = this.#after.startingAt(text, end)?.value ?? null;
    const after =
      tail !== null && (!tail.endOnly || CLAUSE.includes(text[end + tail.word.length] ?? '\n')) ? tail : null;
    if (after !== null) end += after.word.length;
    const hedges = [allowed, amount.inside, after].filter(
      (hedge): hedge is Hedge => hedge !== null && hedge.bound !== '=',
    );
    const dimension = unit?.dimension ?? 'none';
    if (amount.hanzi && !keepsHanzi(amount, dimension, allowed !== null)) return { read: null, end };
    const indexed = unit === null && isIndex(text, clause, start, end);
    if (unit === null && !(amount.multiplied || amount.inside !== null || indexed)) {
      return { read: null, end: amount.end };
    }
    const bound = hedges[0]?.bound ?? '=';
    const words = hedges.map((hedge) => hedge.hedge ?? hedge.word);
    return {
      read: {
        start,
        end,
        value: amount.value,
        valueTo,
        unit: name,
        dimension,
        bound,
        hedge: words.length > 0 ? words.join('…') : null,
        form: amount.hanzi ? 'hanzi' : 'arabic',
        within: null,
      },
      end,
    };
  }

  /** 翻番, 翻一番: a growth of 100 %; 翻两番: 300 %. */
  #doubling(text: string, at: number): { read: Quantity | null; end: number } | null {
    const match = /^翻(?:了)?(一|两|二|三)?番/.exec(text.slice(at, at + 4));
    if (match === null || text[at - 1] === '个') return null;
    const times = match[1] === '两' || match[1] === '二' ? 2 : match[1] === '三' ? 3 : 1;
    const end = at + match[0].length;
    return {
      read: {
        start: at,
        end,
        value: (2 ** times - 1) * 100,
        valueTo: null,
        unit: '%',
        dimension: 'percent',
        bound: '=',
        hedge: null,
        form: 'double',
        within: null,
      },
      end,
    };
  }
}

/** 综合污染指数为7.26: an index has no unit. */
function isIndex(text: string, clause: number, start: number, end: number): boolean {
  if (!/^(?:[,。;、(:!\n]|$|下降|上升|提高|增长|降低)/.test(text.slice(end, end + 2))) return false;
  return /(?:指数|系数|得分|均分|评分|容积率|预期寿命)(?:值)?(?:为|达到?|是|降至|提升至|提高到|下降到|降到|上升到)?$/.test(
    text.slice(Math.max(clause, start - 12), start),
  );
}

/** Hanzi numerals count things in set phrases (三个, 十大): only amounts and large numbers are statements. */
function keepsHanzi(amount: Amount, dimension: string, hedged: boolean): boolean {
  if (dimension === 'percent' || dimension === 'point') return true;
  if (amount.bare) return hedged || amount.inside !== null;
  if (dimension === 'none') return false;
  return amount.value >= 1000 || (amount.value >= 100 && amount.inside !== null);
}
