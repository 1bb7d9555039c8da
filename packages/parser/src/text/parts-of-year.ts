import { ordinal } from './ordinals.ts';

/** First and last day of a part of a year, `MM-DD`. */
export type YearPart = { readonly from: string; readonly to: string };

/** One way to write a part of a year; `read` gets what the pattern's groups caught, null where that is no part. */
export type PartRule = {
  readonly name: string;
  readonly example: string;
  readonly part: YearPart;
  readonly pattern: string;
  readonly read: (groups: readonly string[]) => YearPart | null;
};

const MONTH = '(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])';
const QUARTER = '([1-4一二三四])';
const TO = '(?:[-—–~至到]|--|——)';

/** 五年来, 经过七年努力, 近三年: several years that end or begin with the speaker's own; groups: front, count, behind. */
export const YEARS =
  '(经过|过去|最近|近|这|今后|未来)?的?([二三四五六七八九十]|\\d{1,2})年(来|间|的?(?:不懈|共同|艰苦)?努力|累计|共|合计|年均|平均|)';

const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (count: number): string => String(count).padStart(2, '0');

/** 元月 is January. */
const count = (written: string | undefined): number =>
  written === '元' ? 1 : (ordinal(written?.replace(/^0/, '') ?? '') ?? 0);

/** The months `first` to `last`; null where that is no stretch of a year. */
function months(first: number, last: number): YearPart | null {
  if (first < 1 || last > 12 || first > last) return null;
  return { from: `${two(first)}-01`, to: `${two(last)}-${LAST_DAYS[last - 1]}` };
}

/** Tried in order; the longer ways to write a part stand before those that they hold. */
export const PART_RULES: readonly PartRule[] = [
  {
    name: 'half',
    example: '上半年',
    part: { from: '01-01', to: '06-30' },
    pattern: '([上下])半年',
    read: ([half]) => (half === '上' ? months(1, 6) : months(7, 12)),
  },
  {
    name: 'first quarters',
    example: '前三季度',
    part: { from: '01-01', to: '09-30' },
    pattern: `(?:前|[一1]季?度?${TO})${QUARTER}个?季度`,
    read: ([last]) => months(1, count(last) * 3),
  },
  {
    name: 'since a quarter',
    example: '三季度以来',
    part: { from: '07-01', to: '12-31' },
    pattern: `第?${QUARTER}季度以来`,
    read: ([quarter]) => months(count(quarter) * 3 - 2, 12),
  },
  {
    name: 'quarter',
    example: '二季度',
    part: { from: '04-01', to: '06-30' },
    pattern: `第?${QUARTER}季度[底末]?`,
    read: ([quarter]) => months(count(quarter) * 3 - 2, count(quarter) * 3),
  },
  {
    name: 'months',
    example: '1—11月份',
    part: { from: '01-01', to: '11-30' },
    pattern: `${MONTH}(?:月份?)?${TO}${MONTH}月(?:份|底|末)?`,
    read: ([first, last]) => months(count(first), count(last)),
  },
  {
    name: 'first months',
    example: '前10个月',
    part: { from: '01-01', to: '10-31' },
    pattern: `前${MONTH}个月`,
    read: ([last]) => months(1, count(last)),
  },
  {
    name: 'until a day',
    example: '截至11月20日',
    part: { from: '01-01', to: '11-20' },
    pattern: `(?<=截[至止]?|[到至])${MONTH}月(\\d{1,2})[日号]`,
    read: ([month, day]) => until(count(month), Number(day)),
  },
  {
    name: 'until the end of a month',
    example: '截至9月末',
    part: { from: '01-01', to: '09-30' },
    pattern: `(?<=截[至止]?|[到至])${MONTH}月(?:份|底|末)?(?![\\d份])`,
    read: ([month]) => months(1, count(month)),
  },
  {
    name: 'end of a month',
    example: '10月底',
    part: { from: '01-01', to: '10-31' },
    pattern: `${MONTH}月(?:底|末)`,
    read: ([month]) => months(1, count(month)),
  },
  {
    name: 'since a month',
    example: '7月份以来',
    part: { from: '07-01', to: '12-31' },
    pattern: `${MONTH}月份?以来`,
    read: ([month]) => months(count(month), 12),
  },
  {
    name: 'month',
    example: '6月份',
    part: { from: '06-01', to: '06-30' },
    pattern: `${MONTH}月(?:份?当月|份(?!的))`,
    read: ([month]) => months(count(month), count(month)),
  },
  {
    name: 'month in figures',
    example: '6月,',
    part: { from: '06-01', to: '06-30' },
    pattern: '(?<![\\d.])(1[0-2]|[1-9])月(?=,)',
    read: ([month]) => months(count(month), count(month)),
  },
];

function until(month: number, day: number): YearPart | null {
  if (month < 1 || month > 12 || day < 1 || day > (LAST_DAYS[month - 1] ?? 0)) return null;
  return { from: '01-01', to: `${two(month)}-${two(day)}` };
}

/** A whole year is no part of one. */
export const isWhole = ({ from, to }: YearPart): boolean => from === '01-01' && to === '12-31';

const anyOf = PART_RULES.map(({ pattern }) => pattern).join('|');
/** One pattern of all rules, for a single pass over a sentence. */
export const ANY_PART = `(?:${anyOf})`;

const COMPILED = PART_RULES.map((rule) => ({ rule, pattern: new RegExp(rule.pattern, 'y') }));

/** The part that is written at `at`, with its length; null where none is. */
export function partAt(text: string, at: number): { part: YearPart; length: number } | null {
  for (const { rule, pattern } of COMPILED) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const part = match && rule.read(match.slice(1));
    if (match && part) return { part, length: match[0].length };
  }
  return null;
}
