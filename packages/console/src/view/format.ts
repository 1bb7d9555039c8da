import type { Observation, Period } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import type { Language } from './labels.ts';
import { unitWord } from './units.ts';

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

const spans = [
  [86_400_000, 'd', '天'],
  [3_600_000, 'h', '小时'],
  [60_000, 'min', '分钟'],
  [1_000, 's', '秒'],
  [0, 'ms', '毫秒'],
] as const;

/** @param ms a span of time @returns such as `3 min` or `3 分钟` */
export function duration(ms: number, language: Language): string {
  const [size, en, zh] = spans.find(([size]) => ms >= size) ?? present(spans.at(-1), 'the last of spans');
  return `${Math.round(ms / (size || 1))} ${language === 'zh' ? zh : en}`;
}

/** A count that ends at `most`: `10,000+`. */
export const counted = (n: number, most: number): string => `${n.toLocaleString('en')}${n < most ? '' : '+'}`;

/** Years in their order, those next to each other as a span: 2011–2013, 2018. */
export function yearSpans(years: readonly number[]): string {
  const found: [number, number][] = [];
  for (const year of years) {
    const last = found.at(-1);
    if (last && year === last[1] + 1) last[1] = year;
    else found.push([year, year]);
  }
  return found.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

export const period = (p: Period | null): string =>
  p === null ? '–' : p.start === p.end ? String(p.start) : `${p.start}–${p.end}`;

const boundSigns = { '=': '', '~': '≈ ', '>=': '≥ ', '<=': '≤ ' } as const;

type Valued = Pick<Observation, 'value' | 'valueTo' | 'unit' | 'bound' | 'measure' | 'quote'>;

/**
 * A value with its bound and unit, in the words of the reader: 57.08亿元 as it was written, or `5.708 bn yuan`.
 */
export function value(o: Valued, language: Language): string {
  const scale = scaleOf(o, language);
  const signed = o.measure === 'growth' || o.measure === 'change' || o.measure === 'gap';
  const first = write(o.value / scale.size, signed);
  const number = o.valueTo === null ? first : `${first}–${write(o.valueTo / scale.size, false)}`;
  if (o.measure === 'rank') return language === 'zh' ? `第${number}位` : `No. ${number}`;
  const unit = unitWord(o.unit, language);
  const words =
    language === 'zh'
      ? `${number}${scale.word}${unit}`
      : [number, scale.word, unit].filter(Boolean).join(' ').replace(' %', '%');
  return `${boundSigns[o.bound]}${words}`;
}

/** A difference to an observation's value, in the same scale. */
export function difference(o: Valued, by: number | null, language: Language): string {
  if (by === null) return '–';
  const scale = scaleOf(o, language);
  const number = write(by / scale.size, true);
  return language === 'zh' ? `${number}${scale.word}` : [number, scale.word].filter(Boolean).join(' ');
}

/** The value to its last digit, as it is stored. */
export function exact(o: Valued): string {
  const range =
    o.valueTo === null ? write(o.value, false) : `${write(o.value, false)} – ${write(o.valueTo, false)}`;
  return `${o.bound} ${range} ${o.unit} (${o.measure})`;
}

interface Scale {
  readonly word: string;
  readonly size: number;
}
const plain: Scale = { word: '', size: 1 };
const scales: Record<Language, readonly Scale[]> = {
  zh: [
    { word: '万亿', size: 1e12 },
    { word: '亿', size: 1e8 },
    { word: '万', size: 1e4 },
  ],
  en: [
    { word: 'trn', size: 1e12 },
    { word: 'bn', size: 1e9 },
    { word: 'm', size: 1e6 },
  ],
};

/** In Chinese the multiplier that the words use right after their number; else the one that keeps the number short. */
function scaleOf({ quote, value: v }: Valued, language: Language): Scale {
  if (language === 'zh') {
    const word = /\d\s*(万亿|亿|万)/.exec(quote)?.[1];
    if (word)
      return present(
        scales.zh.find((scale) => scale.word === word),
        'the one wanted of zh',
      );
    if (Math.abs(v) < 1e6) return plain;
  }
  return scales[language].find((scale) => Math.abs(v) >= scale.size) ?? plain;
}

// Making a formatter takes a hundred times as long as using one.
const plainNumber = new Intl.NumberFormat('en', { maximumFractionDigits: 12 });
const signedNumber = new Intl.NumberFormat('en', { maximumFractionDigits: 12, signDisplay: 'exceptZero' });

/** Multiplying out leaves traces such as 419.99999999999994; twelve digits are more than any report has. */
const write = (n: number, signed: boolean): string =>
  (signed ? signedNumber : plainNumber).format(Number(n.toPrecision(12)));
