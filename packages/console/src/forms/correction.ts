import { Bound, Kind, Measure, type Observation, UsageError } from '@zhibiao/shared';
import type { Correction } from '@zhibiao/store';
import { readRegion } from '../providers/filters.ts';
import { regionOf } from '../providers/regions.ts';
import { codeName, findIndicators, indicatorCodes } from '../view/indicators.ts';
import { FormError } from './fault.ts';
import type { Posted } from './posted.ts';

/** The fields of the form as they are filled in for an observation. */
export const correctionFields = (o: Observation): Readonly<Record<string, string>> => ({
  indicator: o.indicator.code ?? o.indicator.name,
  value: String(o.value),
  valueTo: o.valueTo === null ? '' : String(o.valueTo),
  unit: o.unit,
  bound: o.bound,
  measure: o.measure,
  kind: o.kind,
  region: o.region.adcode ?? o.region.name,
  from: String(o.period?.start ?? ''),
  to: String(o.period?.end ?? ''),
  scope: o.scope ?? '',
  basis: o.basis ?? '',
});

/**
 * The fields of an observation that a person has changed in the form.
 * @throws UsageError for a field that cannot be read, RegionError for a region that several are called
 */
export function readCorrection(posted: Posted, o: Observation): Partial<Correction> {
  const before = correctionFields(o);
  const changed = (name: string) => posted.text(name) !== before[name];
  const fields: Partial<Correction> = {};
  if (changed('indicator')) fields.indicator = readIndicator(posted.text('indicator'));
  if (changed('value')) {
    const value = posted.number('value');
    if (value === null) throw new FormError('value', 'numberLacking', 'a correction needs a number.');
    fields.value = value;
  }
  if (changed('valueTo')) fields.valueTo = posted.number('valueTo');
  if (changed('unit')) fields.unit = posted.text('unit');
  if (changed('bound')) fields.bound = readChoice(Bound, 'bound', posted);
  if (changed('measure')) fields.measure = readChoice(Measure, 'measure', posted);
  if (changed('kind')) fields.kind = readChoice(Kind, 'kind', posted);
  if (changed('region')) fields.region = readPlace(posted.text('region'));
  if (changed('from') || changed('to')) fields.period = readPeriod(posted);
  if (changed('scope')) fields.scope = posted.text('scope') || null;
  if (changed('basis')) fields.basis = posted.text('basis') || null;
  return fields;
}

function readChoice<T>(
  schema: { safeParse(value: unknown): { success: boolean; data?: T } },
  name: string,
  posted: Posted,
): T {
  const { success, data } = schema.safeParse(posted.text(name));
  if (success) return data as T;
  throw new UsageError(`${name}: ${posted.text(name)} is none.`, name);
}

function readIndicator(text: string): Observation['indicator'] {
  if (text === '') throw new UsageError('indicator: give its name or its code.', 'indicator');
  if (indicatorCodes.includes(text)) return { code: text, name: codeName(text, 'zh') };
  const [one] = findIndicators(text).filter((code) => codeName(code, 'zh') === text);
  return { code: one ?? null, name: text };
}

/** @throws RegionError */
export function readPlace(text: string): { name: string; adcode: string } {
  const adcode = readRegion(text);
  return { adcode, name: regionOf(adcode)?.name ?? text };
}

function readPeriod(posted: Posted): Observation['period'] {
  const [from, to] = [posted.number('from'), posted.number('to') ?? posted.number('from')];
  if (from === null || to === null) return null;
  if (!Number.isInteger(from) || !Number.isInteger(to) || to < from || from < 1900 || to > 2200)
    throw new UsageError(`year: ${from} to ${to} is no period.`, 'year');
  return { start: from, end: to };
}
