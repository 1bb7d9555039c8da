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

/** A value with its bound and unit as readers of that language write it. */
export function value(o: Observation, language: Language): string {
  const sign = o.measure === 'growth' || o.measure === 'change' ? 'exceptZero' : 'auto';
  const number = (n: number) => scaled(n, language, sign);
  const range = o.valueTo === null ? number(o.value) : `${number(o.value)} – ${number(o.valueTo)}`;
  if (o.measure === 'rank') return language === 'zh' ? `第 ${range} 位` : `No. ${range}`;
  return `${boundSigns[o.bound]}${range}${o.unit === '%' ? '%' : o.unit ? ` ${o.unit}` : ''}`;
}

/** The value to its last digit, as it is stored. */
export function exact(o: Observation): string {
  const one = (n: number) => n.toLocaleString('en', { maximumFractionDigits: 20 });
  return `${o.bound} ${one(o.value)}${o.valueTo === null ? '' : ` – ${one(o.valueTo)}`} ${o.unit} (${o.measure})`;
}

function scaled(n: number, language: Language, signDisplay: 'auto' | 'exceptZero'): string {
  const write = (x: number) =>
    // Multiplying out leaves traces such as 419.99999999999994; twelve digits are more than any report has.
    Number(x.toPrecision(12)).toLocaleString('en', { maximumFractionDigits: 12, signDisplay });
  if (language === 'en') return write(n);
  const size = Math.abs(n);
  if (size >= 1e12) return `${write(n / 1e12)} 万亿`;
  if (size >= 1e8) return `${write(n / 1e8)} 亿`;
  if (size >= 1e4) return `${write(n / 1e4)} 万`;
  return write(n);
}
