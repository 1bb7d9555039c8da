import { UsageError } from '@zhibiao/shared';
import type { DocumentQuery, ObservationQuery } from '@zhibiao/store';
import type { ConsoleContext } from '../route.ts';
import { findRegions, highestOf, type Region } from './regions.ts';

const numbers = new Set(['year', 'reportYear', 'limit', 'minConfidence']);
const times = new Set(['asOf', 'since']);
const booleans = new Set(['retired']);
/** belong to the page, or are read elsewhere */
const ignored = new Set([
  'lang',
  'open',
  'indicator',
  'format',
  'distinct',
  'sort',
  'col',
  'verdict',
  'level',
  'q',
  'order',
  'conflicts',
  'days',
  'skip',
  'below',
]);

/** The filters of a request as the store takes them; which names there are and what they mean it decides. @throws UsageError */
export const documentFilters = (c: ConsoleContext): DocumentQuery => read(c) as DocumentQuery;
export const observationFilters = (c: ConsoleContext): ObservationQuery => read(c) as ObservationQuery;

function read(c: ConsoleContext): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  for (const [name, values] of Object.entries(c.req.queries())) {
    const given = values.map((v) => v.trim()).filter(Boolean);
    const [first] = given;
    // An empty field of a form is no filter.
    if (first === undefined || ignored.has(name)) continue;
    if (name === 'flag' || name === 'flags') query.flags = given;
    else if (name === 'region') query.region = readRegion(first);
    else if (numbers.has(name)) query[name] = readNumber(name, first);
    else if (times.has(name)) query[name] = readTime(name, first);
    else if (booleans.has(name)) query[name] = first === 'true' || first === '1' || first === 'on';
    else query[name] = first;
  }
  return query;
}

/** @throws UsageError */
export function readNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number)) throw new UsageError(`${name}: ${text} is not a number.`, name);
  return number;
}

/** @param text milliseconds since the epoch, or an ISO date, which means its end in Asia/Shanghai; for `since`, its start */
function readTime(name: string, text: string): number {
  if (/^\d{12,}$/.test(text)) return Number(text);
  const clock = name === 'since' ? 'T00:00:00+08:00' : 'T23:59:59.999+08:00';
  const time = Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}${clock}` : text);
  if (Number.isNaN(time)) throw new UsageError(`${name}: ${text} is not a date such as 2026-03-01.`, name);
  return time;
}

/** A version number of the query, where there is one. @throws UsageError */
export function readVersionNumber(c: ConsoleContext, name: string): number | undefined {
  const text = c.req.query(name);
  if (!text) return undefined;
  const n = readNumber(name, text);
  if (!Number.isInteger(n) || n < 1) throw new UsageError(`${name}: versions are numbered 1, 2, 3 …`, name);
  return n;
}

/** A region that nobody knows, or that several are called: then these are named. */
export class RegionError extends UsageError {
  readonly candidates: readonly Region[];
  constructor(text: string, candidates: readonly Region[]) {
    const names = candidates.map((place) => `${place.fullName} ${place.adcode}`).join(', ');
    const message = names
      ? `region: ${text} names several regions: ${names}. Give the code.`
      : `region: no region is called ${text}; a six-digit code serves too.`;
    const suggestions = candidates.map(({ fullName, adcode }) => ({ name: fullName, code: adcode }));
    super(message, 'region', { suggestions });
    this.candidates = candidates;
  }
}

/**
 * @param text a code, which need not be in the gazetteer, a name or a pinyin; of several with one pinyin it is the one of
 * the highest level (zhenjiang is 镇江市, not 浈江区)
 * @throws RegionError
 */
export function readRegion(text: string): string {
  if (/^\d{6}$/.test(text)) return text;
  const found = findRegions(text);
  const one = found.length === 1 || /^[a-z]/i.test(text) ? highestOf(found) : null;
  if (!one) throw new RegionError(text, found);
  return one.adcode;
}
