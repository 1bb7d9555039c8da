import type { Observation } from '@zhibiao/shared';
import { claimOf } from '../documents/identity.ts';

/** What a difference can be in; offsets are left out, for they move with every word before them. */
export const comparedFields = [
  'indicator',
  'value',
  'valueTo',
  'unit',
  'bound',
  'measure',
  'kind',
  'region',
  'period',
  'basis',
  'quote',
  'sentence',
  'section',
  'hedge',
  'commitment',
  'scope',
  'flags',
  'confidence',
] as const;
export type ComparedField = (typeof comparedFields)[number];

export interface Compared {
  readonly id: string;
  readonly observation: Observation;
}

interface Change<T extends Compared> {
  before: T;
  after: T;
  fields: ComparedField[];
}

export interface ObservationDiff<T extends Compared> {
  added: T[];
  removed: T[];
  changed: Change<T>[];
  unchanged: number;
  /** how many changes concern each field */
  byField: Partial<Record<ComparedField, number>>;
}

/**
 * Compares the observations of two versions. Partners are sought in three passes: the same claim with the same words, the same claim,
 * and the same words (their claim was read otherwise: another code, another year). What finds none was added or removed.
 * @example
 * ```ts
 * import { parseArticle } from '@zhibiao/parser';
 * import { diffObservations } from '@zhibiao/store';
 * const [{ observations }] = parseArticle({
 *   ...{ title: '2023年临江市政府工作报告', publishedAt: '2023-01-10', site: '', url: null },
 *   text: '2023年预期目标：地区生产总值增长6%左右。',
 * });
 * const before = [{ observation: observations[0] }];
 * const after = [{ observation: { ...observations[0], value: 7 } }];
 * diffObservations(before, after).byField; // → { value: 1 }
 * ```
 */
export function diffObservations<T extends Compared>(
  before: readonly T[],
  after: readonly T[],
): ObservationDiff<T> {
  const pairs: [T, T][] = [];
  let left = { before: [...before], after: [...after] };
  const words = ({ observation: { quote, sentence } }: T) => `${quote}\n${sentence.text}`;
  const claim = ({ observation }: T) => claimOf(observation);
  for (const key of [(row: T) => `${claim(row)}\n${words(row)}`, claim, words])
    left = pairUp(left, key, pairs);
  const changed: Change<T>[] = [];
  const byField: Partial<Record<ComparedField, number>> = {};
  for (const [a, b] of pairs) {
    const fields = comparedFields.filter((field) => !sameValue(field, a.observation, b.observation));
    if (fields.length === 0) continue;
    changed.push({ before: a, after: b, fields });
    for (const field of fields) byField[field] = (byField[field] ?? 0) + 1;
  }
  return {
    added: left.after,
    removed: left.before,
    changed,
    unchanged: pairs.length - changed.length,
    byField,
  };
}

function pairUp<T>(
  { before, after }: { before: T[]; after: T[] },
  key: (row: T) => string,
  pairs: [T, T][],
): { before: T[]; after: T[] } {
  const waiting = new Map<string, T[]>();
  for (const row of before) waiting.set(key(row), [...(waiting.get(key(row)) ?? []), row]);
  const lone: T[] = [];
  const taken = new Set<T>();
  for (const row of after) {
    const partner = waiting.get(key(row))?.shift();
    if (partner === undefined) lone.push(row);
    else {
      pairs.push([partner, row]);
      taken.add(partner);
    }
  }
  return { before: before.filter((row) => !taken.has(row)), after: lone };
}

function sameValue(field: ComparedField, a: Observation, b: Observation): boolean {
  if (field === 'sentence') return a.sentence.text === b.sentence.text;
  return JSON.stringify(a[field]) === JSON.stringify(b[field]);
}

/**
 * @returns what changed in a field, in a few words: `confidence 0.7 → 0.98`; of whole sentences the field's name only
 * @example
 * ```ts
 * import { parseArticle } from '@zhibiao/parser';
 * import { changeText } from '@zhibiao/store';
 * const [{ observations }] = parseArticle({
 *   ...{ title: '2023年临江市政府工作报告', publishedAt: '2023-01-10', site: '', url: null },
 *   text: '2023年预期目标：地区生产总值增长6%左右。',
 * });
 * changeText('confidence', { ...observations[0], confidence: 0.7 }, { ...observations[0], confidence: 0.98 }); // → 'confidence 0.7 → 0.98'
 * ```
 */
export function changeText(field: ComparedField, before: Observation, after: Observation): string {
  if (field === 'sentence' || field === 'section') return field;
  return `${field} ${shown(before, field)} → ${shown(after, field)}`;
}

function shown(o: Observation, field: Exclude<ComparedField, 'sentence' | 'section'>): string {
  if (field === 'indicator') return `${o.indicator.name} (${o.indicator.code ?? 'no code'})`;
  if (field === 'region') return `${o.region.name} (${o.region.adcode ?? 'no code'})`;
  if (field === 'period') return o.period ? [...new Set([o.period.start, o.period.end])].join('-') : 'none';
  if (field === 'flags') return o.flags.join(' ') || 'none';
  const value = o[field];
  return value === null || value === '' ? 'none' : String(value);
}
