import type { Observation, Period } from '@zhibiao/shared';
import type { Language } from './labels.ts';

const dates = {
  zh: new Intl.DateTimeFormat('zh-CN', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  }),
};

/** A time in Asia/Shanghai, which is where all of it happens. @param ms since the epoch */
export const time = (ms: number | null | undefined, language: Language): string =>
  ms === null || ms === undefined ? '–' : dates[language].format(ms);

/** @param ms a span of time @returns such as `3 min` */
export function duration(ms: number): string {
  const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1_000],
  ] as const;
  const [unit, size] = units.find(([, size]) => ms >= size) ?? (['ms', 1] as const);
  return `${Math.round(ms / size)} ${unit}`;
}

export const period = (p: Period | null): string =>
  p === null ? '–' : p.start === p.end ? String(p.start) : `${p.start}–${p.end}`;

const boundSigns = { '=': '', '~': '≈ ', '>=': '≥ ', '<=': '≤ ' } as const;

/** A value with its bound and unit: in Chinese scaled as it was written (亿, 万), in English in full. */
export function value(o: Observation, language: Language): string {
  const scale = language === 'zh' ? scaleOf(o.quote) : scales[0];
  const signed = o.measure === 'growth' || o.measure === 'change' || o.measure === 'gap';
  const first = write(o.value / scale.size, signed);
  const number = o.valueTo === null ? first : `${first} – ${write(o.valueTo / scale.size, false)}`;
  if (o.measure === 'rank') return language === 'zh' ? `第 ${number} 位` : `No. ${number}`;
  const unit = scale.word + o.unit;
  return `${boundSigns[o.bound]}${number}${unit === '%' ? '%' : unit ? ` ${unit}` : ''}`;
}

/** A difference to an observation's value, in the same scale. */
export function difference(o: Observation, by: number | null, language: Language): string {
  if (by === null) return '–';
  const scale = language === 'zh' ? scaleOf(o.quote) : scales[0];
  return `${write(by / scale.size, true)}${scale.word ? ` ${scale.word}` : ''}`;
}

/** The value to its last digit, as it is stored. */
export function exact(o: Observation): string {
  const range =
    o.valueTo === null ? write(o.value, false) : `${write(o.value, false)} – ${write(o.valueTo, false)}`;
  return `${o.bound} ${range} ${o.unit} (${o.measure})`;
}

const scales = [
  { word: '', size: 1 },
  { word: '万亿', size: 1e12 },
  { word: '亿', size: 1e8 },
  { word: '万', size: 1e4 },
] as const;

/** The multiplier that the words use right after their number. */
function scaleOf(quote: string): (typeof scales)[number] {
  const word = /\d\s*(万亿|亿|万)/.exec(quote)?.[1];
  return scales.find((scale) => scale.word === word) ?? scales[0];
}

// Making a formatter takes a hundred times as long as using one.
const plainNumber = new Intl.NumberFormat('en', { maximumFractionDigits: 12 });
const signedNumber = new Intl.NumberFormat('en', { maximumFractionDigits: 12, signDisplay: 'exceptZero' });

/** Multiplying out leaves traces such as 419.99999999999994; twelve digits are more than any report has. */
const write = (n: number, signed: boolean): string =>
  (signed ? signedNumber : plainNumber).format(Number(n.toPrecision(12)));
