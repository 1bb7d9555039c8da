import { type Hedge, type Lexicon, type Stops, type WordTable, wordTable } from '../lexicon/index.ts';
import { patternsOf } from '../lexicon/patterns.ts';
import { isDigit, isLatin } from '../text/characters.ts';
import { type Amount, type AmountReader, CLAUSE, hedgeTable } from './amount.ts';
import { keepsHanzi } from './hanzi.ts';
import { isIndex } from './indices.ts';
import { multiply, readArabic } from './numerals.ts';
import type { Quantity } from './quantity.ts';
import type { Unit, UnitTable } from './units.ts';

/** What was read at a place: a quantity or none, and where reading goes on. */
export interface Read {
  read: Quantity | null;
  end: number;
}

/** Numbers that share the unit of the last one. */
const LONGEST_LIST = 8;

const patternOf = patternsOf('quantities/build');
const MOVES = patternOf('moves');
const RANGE = /^(?:-|—{1,2}|~|至|到)/;

/** Makes quantities of amounts: unit, range, and the hedges on both sides. */
export class QuantityBuilder {
  readonly #units: UnitTable;
  readonly #amounts: AmountReader;
  readonly #before: WordTable<Hedge>;
  readonly #after: WordTable<Hedge>;
  readonly #followers: WordTable<true>;
  readonly #unitFollowers: WordTable<true>;
  readonly #unitWords: WordTable<true>;
  readonly #spans: Stops['spans'];

  constructor(lexicon: Lexicon, units: UnitTable, amounts: AmountReader) {
    this.#units = units;
    this.#amounts = amounts;
    this.#before = hedgeTable(lexicon.hedges.before);
    this.#after = hedgeTable(lexicon.hedges.after);
    this.#followers = wordTable(lexicon.stops.followers);
    this.#unitFollowers = wordTable(lexicon.stops.unitFollowers);
    this.#unitWords = wordTable(lexicon.stops.unitWords);
    this.#spans = lexicon.stops.spans;
  }

  /** Range, unit and hedges around an amount; null when what follows makes it no quantity. */
  read(text: string, amount: Amount, clause: number): Read {
    const follower = this.#followers.startingAt(text, amount.end);
    const span = this.#spanAt(text, amount, clause);
    if (span !== null) return this.build(text, amount, span, null, clause);
    let unit = this.#units.at(text, amount.end);
    // 1200亿|台阶 is no count of 台
    const hedged = this.#after.startingAt(text, amount.end)?.word.length ?? 0;
    const word = this.#unitWords.startingAt(text, amount.end)?.word.length ?? 0;
    if (unit !== null && Math.max(hedged, word) > unit.end - amount.end) unit = null;
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
    if (unit === null && !amount.hanzi) {
      const shared = this.#sharedUnit(text, amount, clause);
      if (shared !== null) return this.build(text, shared.amount, shared.unit, null, clause);
    }
    const fromTo = /[由从][^,。;、]{0,10}$/.test(
      text.slice(Math.max(clause, amount.start - 12), amount.start),
    );
    const reaches = fromTo && /[到至]/.test(text[unit?.end ?? amount.end] ?? '');
    const range =
      reaches || this.#movesTo(text, amount, unit) ? null : this.#range(text, unit?.end ?? amount.end);
    if (
      range !== null &&
      (unit === null || range.unit?.unit === unit.unit || unit.dimension === range.unit?.dimension)
    ) {
      if (range.amount.value < amount.value && !(unit === null && range.amount.multiplied))
        return { read: null, end: range.amount.end };
      const upper = range.amount;
      const factor = unit === null && upper.multiplied && !amount.multiplied ? upper.value / range.plain : 1;
      return this.build(
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
    return this.build(text, amount, unit, null, clause);
  }

  /** 提高30元|至670元: by how much it moved, and where it came to; 增长5%至6% is a range. */
  #movesTo(text: string, amount: Amount, unit: Unit | null): boolean {
    return (
      unit !== null &&
      unit.dimension !== 'percent' &&
      /[到至]/.test(text[unit.end] ?? '') &&
      MOVES.test(text.slice(Math.max(0, amount.start - 4), amount.start))
    );
  }

  /** 优良天数达到263天: a unit of time that is a value, where the clause says what it measures. */
  #spanAt(text: string, amount: Amount, clause: number): Unit | null {
    const near = text.slice(Math.max(0, amount.start - 24), amount.start);
    const moves = /(?:增加|增长|减少|提高|下降|[超比较][^,;]{2,10})$/.test(near);
    const words = moves ? near : near.slice(Math.max(0, clause - amount.start + near.length));
    const span = this.#spans.find(
      ({ unit, after }) => text.startsWith(unit, amount.end) && words.includes(after),
    );
    return span === undefined
      ? null
      : { unit: span.unit, dimension: 'count', end: amount.end + span.unit.length };
  }

  /** 18.8和10个百分点, 70和50亿元: the first number has the second one's unit, and its multiplier. */
  #sharedUnit(text: string, amount: Amount, clause: number): { amount: Amount; unit: Unit } | null {
    const joint = /^(?:[、和与及])/.exec(text.slice(amount.end, amount.end + 1))?.[0];
    if (joint === undefined || amount.start === clause) return null;
    let numeral = readArabic(text, amount.end + 1);
    if (numeral === null) return null;
    let next = this.#amounts.read(text, numeral, false);
    let unit = this.#units.at(text, next.end);
    // 0.5、1.9和2.7个百分点
    for (
      let more = 0;
      unit === null && more < LONGEST_LIST && '、和与及'.includes(text[next.end] ?? ' ');
      more++
    ) {
      numeral = readArabic(text, next.end + 1);
      if (numeral === null) return null;
      next = this.#amounts.read(text, numeral, false);
      unit = this.#units.at(text, next.end);
    }
    if (unit === null || this.#followers.startingAt(text, next.end) !== null) return null;
    const factor = amount.multiplied || numeral.value === 0 ? 1 : next.value / numeral.value;
    return {
      amount: { ...amount, value: multiply(amount.value, factor), multiplied: factor > 1 },
      unit: { ...unit, end: amount.end },
    };
  }

  #range(text: string, at: number): { amount: Amount; unit: Unit | null; plain: number } | null {
    const sign = RANGE.exec(text.slice(at, at + 2))?.[0];
    if (sign === undefined) return null;
    const start = at + sign.length;
    const numeral = isDigit(text.charCodeAt(start)) ? readArabic(text, start) : null;
    if (numeral === null) return null;
    const amount = this.#amounts.read(text, numeral, false);
    const unit = this.#units.at(text, amount.end);
    if (unit === null || this.#followers.startingAt(text, amount.end) !== null) return null;
    return { amount, unit, plain: numeral.value };
  }

  /** A quantity of an amount and its unit with the hedges around them; null where they state nothing. */
  build(text: string, amount: Amount, unit: Unit | null, valueTo: number | null, clause: number): Read {
    let start = amount.start;
    let end = unit?.end ?? amount.end;
    let name = unit?.unit ?? '';
    const dimension = unit?.dimension ?? 'none';
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
    if (allowed !== null) start -= allowed.word.length;
    // 每人每月不低于|560元
    const perFirst =
      per === null && allowed !== null && unit !== null ? this.#units.perBefore(text, start, clause) : null;
    if (perFirst !== null) {
      start -= perFirst.word.length;
      name += perFirst.tail;
    }
    const tail = this.#after.startingAt(text, end)?.value ?? null;
    const after =
      tail !== null && (!tail.endOnly || CLAUSE.includes(text[end + tail.word.length] ?? '\n')) ? tail : null;
    // 年均增收千元以上
    const behind = text[end + (after?.word.length ?? 0)] ?? '\n';
    const over = after !== null && dimension === 'money' && CLAUSE.includes(behind);
    if (amount.bare && allowed === null && !over && !/[上数近达]$/.test(text.slice(clause, start)))
      return { read: null, end };
    if (after !== null) end += after.word.length;
    const hedges = [allowed, amount.inside, after].filter(
      (hedge): hedge is Hedge => hedge !== null && hedge.bound !== '=',
    );
    const said = text.slice(Math.max(clause, start - 16), start);
    if (amount.hanzi && !keepsHanzi(amount, dimension, allowed !== null, after !== null, said))
      return { read: null, end };
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
        share: null,
        damaged: amount.damaged,
      },
      end,
    };
  }
}
