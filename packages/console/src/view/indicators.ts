import { readFileSync } from 'node:fs';
import type { Observation } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import type { Language } from './labels.ts';

const names = new Map<string, Readonly<Record<Language, string>>>(
  Object.entries(JSON.parse(readFileSync(new URL('../../data/indicators.json', import.meta.url), 'utf8'))),
);

/** Every indicator that has a code, in the order of the lexicon. */
export const indicatorCodes: readonly string[] = [...names.keys()];

/** Those that stand first on the page of a region: what every report states. */
export const headlines = [
  'gdp',
  'general_public_budget_revenue',
  'fixed_asset_investment',
  'retail_sales',
  'industrial_value_added',
  'urban_resident_income',
  'rural_resident_income',
  'urban_new_jobs',
  'cpi',
] as const;

/** The name of a code in the language of the reader; the code itself where it is not known. */
export const codeName = (code: string, language: Language): string => names.get(code)?.[language] ?? code;

/** The report's own name in Chinese; in English that of the code, where it has one. */
export const indicatorName = ({ name, code }: Observation['indicator'], language: Language): string =>
  language === 'en' && code !== null ? codeName(code, language) : name;

/** Codes whose name in either language holds the words. */
export function findIndicators(words: string): string[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return [];
  return indicatorCodes.filter((code) => {
    const { zh, en } = present(names.get(code), 'the entry for code in names');
    return code === wanted || zh.includes(wanted) || en.toLowerCase().includes(wanted);
  });
}
