import type { ObservationRow } from '../tables/rows.ts';

/** An exported row: an observation as readers see it, or one that they saw at the time from which an incremental export starts. */
export interface ExportedRow {
  status: 'current' | 'removed';
  row: ObservationRow;
}

export type ColumnType = 'text' | 'number' | 'integer' | 'time' | 'texts';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** for the data dictionary */
  readonly about: string;
  /** holds words of crawled pages: spreadsheets must not take them for formulas */
  readonly foreign?: boolean;
  readonly value: (exported: ExportedRow) => string | number | readonly string[] | null;
}

const column = (
  name: string,
  type: ColumnType,
  about: string,
  value: (row: ObservationRow) => ReturnType<Column['value']>,
  foreign = false,
): Column => ({ name, type, about, foreign, value: ({ row }) => value(row) });

/** Every export has these columns, in this order. The data dictionary is made from them. */
export const columns: readonly Column[] = [
  column(
    'id',
    'text',
    'Stable: the same claim of a document has the same id in all its versions and in every export',
    (r) => r.id,
  ),
  {
    name: 'status',
    type: 'text',
    about: '`current`; in an incremental export also `removed`: current at the start time and no longer now',
    value: ({ status }) => status,
  },
  column('document', 'text', 'Document: one report at one page', (r) => r.document),
  column('version', 'integer', 'Number of the version of the document', (r) => r.n),
  column('region', 'text', 'Region that the value is of, as named', (r) => r.observation.region.name, true),
  column(
    'adcode',
    'text',
    'Its six-digit code (GB/T 2260), empty where unknown',
    (r) => r.observation.region.adcode,
  ),
  column(
    'year',
    'integer',
    'Calendar year that the value is for; the first of several',
    (r) => r.observation.period?.start ?? null,
  ),
  column('year_to', 'integer', 'Last year of the period', (r) => r.observation.period?.end ?? null),
  column('kind', 'text', '`actual` (reported) or `target` (promised)', (r) => r.observation.kind),
  column(
    'code',
    'text',
    'Code of the indicator, empty where the lexicon has none',
    (r) => r.observation.indicator.code,
  ),
  column(
    'indicator',
    'text',
    'Name of the indicator, as the report words it',
    (r) => r.observation.indicator.name,
    true,
  ),
  column(
    'measure',
    'text',
    '`level`, `growth` (relative change, %), `change` (absolute change) or `rank`',
    (r) => r.observation.measure,
  ),
  column(
    'value',
    'number',
    'Value, multipliers applied (1.93万亿元 is 1930000000000); signed for growth and change',
    (r) => r.observation.value,
  ),
  column('value_to', 'number', 'Upper end of a range (3%-5%)', (r) => r.observation.valueTo),
  column(
    'unit',
    'text',
    'Base unit without its multiplier; empty for a bare count',
    (r) => r.observation.unit,
    true,
  ),
  column('bound', 'text', '`=` exact, `~` about, `>=` at least, `<=` at most', (r) => r.observation.bound),
  column(
    'hedge',
    'text',
    'Word that bounds or softens the value (左右, 以上)',
    (r) => r.observation.hedge,
    true,
  ),
  column('commitment', 'text', 'Word that commits to it (力争, 确保)', (r) => r.observation.commitment, true),
  column('scope', 'text', 'Scope (全市, 市本级, 可比口径)', (r) => r.observation.scope, true),
  column('confidence', 'number', "The parser's confidence, 0 to 1", (r) => r.observation.confidence),
  column('flags', 'texts', 'What a reader must know of this value', (r) => r.observation.flags),
  column('quote', 'text', 'The words that give the value', (r) => r.observation.quote, true),
  column('sentence', 'text', 'The sentence around them', (r) => r.observation.sentence.text, true),
  column(
    'span_start',
    'integer',
    "Start of the quote in the article's text, UTF-16 code units",
    (r) => r.observation.span.start,
  ),
  column('span_end', 'integer', 'End of the quote, exclusive', (r) => r.observation.span.end),
  column('section', 'texts', 'Headings above it, the highest first', (r) => r.observation.section, true),
  column('report_title', 'text', 'Title of the report', (r) => r.report.title, true),
  column('report_region', 'text', 'Region of the report', (r) => r.report.region, true),
  column('report_adcode', 'text', 'Its six-digit code', (r) => r.report.adcode),
  column('report_year', 'integer', 'Year in which the report was delivered', (r) => r.report.year),
  column('source', 'text', 'Source under which the page was crawled', (r) => r.source),
  column('url', 'text', 'Canonical address of the page', (r) => r.page, true),
  column('snapshot_time', 'time', 'When the page was fetched that the value was read from', (r) =>
    new Date(r.time).toISOString(),
  ),
  column('snapshots', 'texts', 'Keys of its snapshots in the archive', (r) => r.snapshots),
  column('article', 'text', "Key of the article's text in the archive", (r) => r.article),
  column('parser', 'text', 'Parser version, with the hash of the lexicon', (r) => r.parser),
  column('written_at', 'time', 'When this version was written', (r) => new Date(r.at).toISOString()),
];

const typeNames: Record<ColumnType, string> = {
  text: 'text',
  number: 'number',
  integer: 'whole number',
  time: 'time, ISO 8601, UTC',
  texts: 'list of texts (CSV: joined by `|`)',
};

/** @returns the data dictionary as Markdown */
export function dataDictionary(): string {
  const rows = columns.map(
    ({ name, type, about }) => `| ${name} | ${typeNames[type]} | ${about.replaceAll('|', '\\|')} |`,
  );
  return [
    '# Data dictionary of exports',
    '',
    'One row per observation. CSV is UTF-8 with a byte-order mark (for Excel), RFC 4180; an empty cell is no value. In CSV a text from a',
    "page that starts with `=`, `+`, `-`, `@` or a control character is preceded by `'`, so that no spreadsheet runs it as a formula.",
    '',
    '| column | type | meaning |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
