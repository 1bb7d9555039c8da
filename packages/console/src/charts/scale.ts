import type { Observation } from '@zhibiao/shared';
import type { Language } from '../view/labels.ts';
import { unitWord } from '../view/units.ts';

export interface AxisScale {
  /** what a value is divided by */
  readonly size: number;
  /** such as 亿元, `bn yuan`, % */
  readonly label: string;
}

const steps = {
  zh: [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ],
  en: [
    [1e12, 'trn'],
    [1e9, 'bn'],
    [1e6, 'm'],
    [1e3, 'thousand'],
    [1, ''],
  ],
} as const satisfies Record<Language, readonly (readonly [number, string])[]>;

/** One scale for an axis: the largest that leaves at least half of the values at one or more. */
export function axisScale(
  observations: readonly Pick<Observation, 'value' | 'unit'>[],
  language: Language,
): AxisScale {
  const sizes = observations.map(({ value }) => Math.abs(value)).sort((a, b) => a - b);
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const unit = observations[0]?.unit ?? '';
  const [size, word] = steps[language].find(([least]) => middle >= least) ?? [1, ''];
  const short = middle < 1e5 ? ([1, ''] as const) : ([size, word] as const);
  const name = unitWord(unit, language);
  return { size: short[0], label: language === 'zh' ? `${short[1]}${name}` : `${short[1]} ${name}`.trim() };
}

/** Whole years, `most` of them at the most. */
export function yearTicks(from: number, to: number, most: number): number[] {
  const step = Math.max(1, Math.ceil((to - from + 1) / most));
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
}
