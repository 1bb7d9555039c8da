import { hash as digest } from 'node:crypto';
import type { Observation } from '@zhibiao/shared';
import { scopeOf } from '../knowledge/scope.ts';
import { commonUnit } from '../knowledge/unit.ts';

const hash = (...parts: readonly (string | number)[]) => digest('sha256', JSON.stringify(parts));

/**
 * @returns the id of the document at a canonical page URL and an ordinal within it
 * @example
 * ```ts
 * import { documentId } from '@zhibiao/store';
 * documentId('https://example.gov.cn/1.html', 0) === documentId('https://example.gov.cn/1.html', 1); // → false
 * ```
 */
export const documentId = (page: string, ordinal: number): string => `d${hash(page, ordinal).slice(0, 16)}`;

/** JSON with sorted keys: one text for one value. Every version is hashed by it, so that objects with the same keys share their order. */
export function canonicalJson(value: unknown): string {
  const orders = new Map<string, [name: string, label: string][]>();
  const orderOf = (value: object) => {
    const names = Object.keys(value);
    const shape = names.join('\n');
    let order = orders.get(shape);
    if (!order) {
      order = names.sort().map((name) => [name, `${JSON.stringify(name)}:`]);
      orders.set(shape, order);
    }
    return order;
  };
  const write = (value: unknown): string | undefined => {
    if (value === null || typeof value !== 'object') return JSON.stringify(value);
    let text = '';
    if (Array.isArray(value)) {
      for (const member of value) text += `${text && ','}${write(member) ?? 'null'}`;
      return `[${text}]`;
    }
    for (const [name, label] of orderOf(value)) {
      const member = write((value as Record<string, unknown>)[name]);
      if (member !== undefined) text += `${text && ','}${label}${member}`;
    }
    return `{${text}}`;
  };
  return write(value) ?? 'null';
}

/** What an observation claims something about; its value, bound, hedge and words are what it claims. */
export function claimOf({ indicator, region, period, kind, measure, scope, basis }: Observation): string {
  const place = region.adcode ?? region.name;
  const years = period ? `${period.start}-${period.end}` : '';
  // What most claims do not have stands at the end, and only where it is: the ids of all others stay as they were.
  const rare = [partOf(period), basis ?? ''];
  while (rare.at(-1) === '') rare.pop();
  return JSON.stringify([
    indicator.code ?? indicator.name,
    place,
    years,
    kind,
    measure,
    scope ?? '',
    ...rare,
  ]);
}

/**
 * The name under which copies of one figure in several documents are found. It starts with region and year, as a
 * report's figures do, so that
 * those of one report lie together in an index. What differs only in the wording of the scope or in the unit's magnitude is one figure.
 * @param adcode the region's code where the report's own is known and the observation names the region in short
 */
export const figureId = (observation: Observation, adcode = observation.region.adcode): string =>
  figureName(observation, observation.kind, namingOf(observation, adcode));

/** What names a figure beside the fields of an observation: worked out once for each. */
export interface Naming {
  adcode: string | null;
  /** of `scopeOf` */
  scope: string;
  /** the common unit where {@link isCompared}, else empty */
  unit: string;
}

const namingOf = (observation: Observation, adcode: string | null): Naming => ({
  adcode,
  scope: scopeOf(observation),
  unit: isCompared(observation) ? commonUnit(observation.unit, observation.measure).unit : '',
});

function figureName(
  { indicator, region, period, measure, basis }: Observation,
  kind: Observation['kind'],
  { adcode, scope, unit }: Naming,
): string {
  const [start, end] = [period?.start ?? '', period?.end ?? ''];
  return `${
    adcode ?? region.name
  }|${start}|${end}|${kind}|${measure}|${topicOf(indicator)}|${scope}|${basis ?? ''}|${partOf(period)}|${unit}`;
}

/**
 * The name of the row in which a figure stands with its target and its actual value: region and year, by which a region's figures lie
 * together, then a hash. Claims without a year are figures of their own document: nothing says that two of them are of one year.
 */
export function figureRowId(
  observation: Observation,
  adcode: string | null,
  document: string,
  naming = namingOf(observation, adcode),
): string {
  const { region, period } = observation;
  const whole = figureName(observation, 'actual', naming);
  const name = digest('sha256', period ? whole : `${whole}|${document}`, 'base64url').slice(0, 12);
  return `${placeId(region.name, adcode)} ${period?.start ?? NOWHERE} ${name}`;
}

/** Percent of growth and ranks need no unit to be told apart; amounts in two currencies do. */
export const isCompared = ({ measure }: Pick<Observation, 'measure'>): boolean =>
  measure !== 'growth' && measure !== 'rank';

/** The part of a year that a period is, as `from/to`; empty for whole years. */
const partOf = (period: Observation['period']): string =>
  period?.from || period?.to ? `${period.from ?? ''}/${period.to ?? ''}` : '';

/** What an indicator is looked up by: its code, or its name where the lexicon has no code for it. */
export const topicOf = ({ code, name }: Observation['indicator']): string => code ?? name;

/**
 * Stable ids: the same claim of a document has the same id in all its versions, whatever its value or words become.
 * Where a report makes one claim several times, the first keeps the bare id and the others are counted in the order of the text.
 * @returns one id per observation, in the same order
 * @example
 * ```ts
 * import { parseArticle } from '@zhibiao/parser';
 * import { observationIds } from '@zhibiao/store';
 * const [{ observations }] = parseArticle({
 *   ...{ title: '2023年临江市政府工作报告', publishedAt: '2023-01-10', site: '', url: null },
 *   text: '2023年预期目标：地区生产总值增长6%左右。',
 * });
 * observationIds('d0123456789abcdef', observations)[0].slice(0, 17); // → 'd0123456789abcdef'
 * ```
 */
export const observationIds = (document: string, observations: readonly Observation[]): string[] =>
  claimNames(observations).map((name) => `${document}-${name}`);

/** @returns what the ids of observations have behind the document's */
export function claimNames(observations: readonly Observation[]): string[] {
  const names = new Array<string>(observations.length);
  const seen = new Map<string, number>();
  const inText = observations.map((o, i) => ({ o, i }));
  inText.sort((a, b) => a.o.span.start - b.o.span.start || a.o.span.end - b.o.span.end || a.i - b.i);
  for (const { o, i } of inText) {
    const claim = claimOf(o);
    const nth = seen.get(claim) ?? 0;
    seen.set(claim, nth + 1);
    names[i] = hash(claim, ...(nth ? [nth] : [])).slice(0, 12);
  }
  return names;
}

/** Unknown places and years sort last. */
const NOWHERE = '~';

/**
 * The order of all lists: region code, year, document, version, place in the text. It is unique, so that a page of a list can start
 * after the last row of the one before, and it starts with the region, so that a region with its sub-regions is one stretch of it.
 */
export const orderKey = (
  adcode: string | null,
  year: number | null,
  document: string,
  n: number,
  place = 0,
): string => `${stretchKey(adcode, year, document, n)} ${pad(place)}`;

/** What the order of the observations of a version that are of one region and year starts with. */
export const stretchKey = (adcode: string | null, year: number | null, document: string, n: number): string =>
  `${adcode ?? NOWHERE} ${year ?? NOWHERE} ${document} ${pad(n)}`;

/** @returns the key of the stretch in which an observation with this place in the order lies */
export const stretchAt = (order: string): string => order.slice(0, order.lastIndexOf(' '));

/** What a region is listed by: its code, or its name where it has none. */
export const placeId = (name: string, adcode: string | null): string =>
  adcode ?? `${NOWHERE}${name.slice(0, 40)}`;

/** What the keys of a version's observations start with: they lie together, in the order of the text. */
export const versionPrefix = (document: string, n: number): string => `${document}.${pad(n)}.`;

export const observationKey = (document: string, n: number, place: number): string =>
  versionPrefix(document, n) + pad(place);

const pad = (value: number) => String(value).padStart(5, '0');

/** @returns what the codes of a region and of all its sub-regions start with (320000 -> 32, 321100 -> 3211) */
export const regionPrefix = (adcode: string): string =>
  adcode.replace(/^(\d\d)0000$/, '$1').replace(/^(\d{4})00$/, '$1');
