import { openGazetteer, type Place } from '@zhibiao/parser/gazetteer';
import { expandName, type Indicator, type Links } from '@zhibiao/parser/lexicon';
import type { Source } from '@zhibiao/shared';
import type { VersionRow } from '@zhibiao/store';
import type { Column, ColumnType } from '@zhibiao/store/exports';

type Make<T> = (
  name: string,
  type: ColumnType,
  about: string,
  value: Column<T>['value'],
  foreign?: boolean,
) => Column<T>;
const make =
  <T>(): Make<T> =>
  (name, type, about, value, foreign = false) => ({ name, type, about, value, foreign });

const report = make<VersionRow>();

/** A report at one page, as readers see it. */
export const reportColumns: readonly Column<VersionRow>[] = [
  report('document', 'text', 'Names the report in all tables', (r) => r.document),
  report('version', 'integer', 'Number of the version of the document', (r) => r.n),
  report('title', 'text', 'Title of the report', (r) => r.report.title, true),
  report('genre', 'text', '`work-report`, `communique` or `budget`', (r) => r.report.genre ?? null),
  report('region', 'text', 'Region of the report', (r) => r.report.region?.name ?? null, true),
  report('adcode', 'text', 'Its six-digit code (GB/T 2260)', (r) => r.report.region?.adcode ?? null),
  report('year', 'integer', 'Year in which it was delivered', (r) => r.report.year),
  report('delivered', 'text', 'Date of delivery, as far as it is known', (r) => r.report.deliveredAt),
  report('observations', 'integer', 'How many observations were read from it', (r) => r.count),
  report('flags', 'texts', 'What a reader must know of the text', (r) => r.report.flags),
  report('source', 'text', 'Source under which the page was crawled', (r) => r.source),
  report('url', 'text', 'Canonical address of the page', (r) => r.page, true),
  report('snapshot_time', 'time', 'When the page was fetched', (r) => new Date(r.time).toISOString()),
  report('article', 'text', "Key of the article's text in the archive", (r) => r.article),
  report('parser', 'text', 'Parser version, with the hash of the lexicon', (r) => r.parser),
  report('written_at', 'time', 'When this version was written', (r) => new Date(r.at).toISOString()),
];

const source = make<Source>();

/** A section of a site that is crawled. */
export const sourceColumns: readonly Column<Source>[] = [
  source('source', 'text', 'Names the source in all tables', (s) => s.id),
  source('name', 'text', 'What people call it', (s) => s.name, true),
  source('start', 'texts', 'Addresses where a crawl begins', (s) => s.start, true),
  source('family', 'text', 'Kind of site, where it is set', (s) => s.family ?? null),
];

/** An indicator that has a code, with its name in English where somebody knows one. */
export interface Code {
  readonly indicator: Indicator;
  readonly english: string | null;
  /** what others call it */
  readonly links: Links;
}
const code = make<Code>();
const usualName = ({ code: its, names: [name = its] }: Indicator): string => expandName(name)[0] ?? its;

export const codeColumns: readonly Column<Code>[] = [
  code('code', 'text', 'Code of the indicator', (c) => c.indicator.code),
  code('name', 'text', 'Its usual name', (c) => usualName(c.indicator)),
  code('english', 'text', 'Its name in English', (c) => c.english),
  code('definition', 'text', 'What it is, and what it is not', (c) => c.indicator.definition || null),
  code('units', 'texts', 'Units in which it comes', (c) => c.indicator.units),
  code('measures', 'texts', 'What may be said of it', (c) => c.indicator.measures),
  code(
    'nbs',
    'text',
    'What the National Bureau of Statistics calls it, where otherwise',
    (c) => c.links.nbs ?? null,
  ),
  code(
    'world_bank',
    'text',
    'Series of the World Bank of the whole country: https://data.worldbank.org/indicator/ and this code',
    (c) => c.links.worldBank ?? null,
  ),
  code('differs', 'text', 'How that series is counted otherwise', (c) => c.links.differs ?? null),
];

const place = make<Place>();

/** A unit of GB/T 2260, in force or former. */
export const regionColumns: readonly Column<Place>[] = [
  place('adcode', 'text', 'Six-digit code', (p) => p.adcode),
  place('name', 'text', 'Official name', (p) => p.name),
  place('full_name', 'text', 'Name as observations carry it: districts after their city', (p) => p.fullName),
  place('level', 'text', '`province`, `city` or `county`', (p) => p.level),
  place('parent', 'text', 'Code of the unit above', (p) => p.parent),
  place(
    'last_listed',
    'integer',
    'Of a former unit: the last year in which it is listed',
    (p) => p.lastListed,
  ),
  place(
    'missing_from',
    'integer',
    'Of a former unit: the first year in which it is listed no more; it ended between the two',
    (p) => p.missingFrom,
  ),
  place('successor', 'text', 'Of a former unit: what took most of it over', (p) => p.successor),
];

/** Each code once: that in force, else the former unit that bore it last; by code. */
export function regionRows(): Place[] {
  const byCode = new Map<string, Place>();
  for (const one of openGazetteer().places)
    if (one.adcode !== null && !byCode.has(one.adcode)) byCode.set(one.adcode, one);
  return [...byCode].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
