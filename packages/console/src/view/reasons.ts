import type { Measure } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import { type Language, wordFor, wordsOf } from './labels.ts';
import { unitWord } from './units.ts';

/** Why a verdict cannot be told, in the reader's language. */
export function reasonWords(reason: string, language: Language): string {
  const t = wordsOf(language);
  const different = /^(\w+) in (.+) against (\w+) in (.+)$/.exec(reason);
  if (!different) return wordFor(t, 'reason', reason);
  const side = (measure: string, unit: string) =>
    `${t(measure as Measure)}${unit === 'counts' ? '' : ` (${unitWord(unit, language)})`}`;
  const [, measure, unit, otherMeasure, otherUnit] = different as unknown as string[];
  return `${t('notComparable')} ${side(present(measure, 'the measure'), present(unit, 'the unit'))} / ${side(present(otherMeasure, 'the other measure'), present(otherUnit, 'the other unit'))}`;
}
