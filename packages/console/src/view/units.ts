import { readFileSync } from 'node:fs';
import type { Language } from './labels.ts';

const english = JSON.parse(
  readFileSync(new URL('../../data/units.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;

/**
 * A unit in the words of the reader; one that has no English word stays as it was written. Counting words (个, 项) are
 * left out in English: the indicator says what is counted.
 */
export const unitWord = (unit: string, language: Language): string =>
  language === 'zh' ? unit : (english[unit] ?? (unit.includes('/') ? ratio(unit) : unit));

/** Such as 元/人/月: what something is divided by stands in the list with its stroke, for it is one of them. */
const ratio = (unit: string): string => {
  const [of = '', ...by] = unit.split('/');
  const divisors = by.map((part) => `per ${english[`/${part}`] ?? english[part] ?? part}`);
  return [english[of] ?? of, ...divisors].filter(Boolean).join(' ');
};
