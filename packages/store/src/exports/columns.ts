import type { Genre } from '@zhibiao/shared';
import { claimFields } from '../figures/reviewed.ts';
import type { ObservationRow } from '../tables/rows.ts';
import { type Cell, type Column, type ColumnType, describeColumns } from './column.ts';
import { figureColumns } from './figure-columns.ts';

/**
 * An exported row: an observation as readers see it, or one that they saw at the time from which an incremental export
 * starts. One that was read
 * from a file, without a store, knows its observation and its report alone.
 */
export interface ExportedRow {
  status: 'current' | 'removed' | null;
  row: Pick<ObservationRow, 'observation' | 'report'> & Partial<ObservationRow>;
  genre: Genre | null;
  /** null where nothing is known of it: of what is gone, of answers as of a time, and offline */
  figure: { id: string; chosen: boolean; copies: number } | null;
}

const column = (
  name: string,
  type: ColumnType,
  about: string,
  value: (row: ExportedRow['row']) => Cell | undefined,
  foreign = false,
): Column<ExportedRow> => ({ name, type, about, foreign, value: ({ row }) => value(row) ?? null });

const iso = (time: number | undefined) => (time === undefined ? null : new Date(time).toISOString());

function readAs({ read, observation }: ExportedRow['row']): string | null {
  if (!read) return null;
  const before = claimFields(read);
  const after = claimFields(observation);
  const names = Object.keys(before) as (keyof typeof before)[];
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return JSON.stringify(Object.fromEntries(changed.map((name) => [name, before[name]])));
}

/** Every export of observations has these columns, in this order. The data dictionary is made from them. */
export const columns: readonly Column<ExportedRow>[] = [
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
  column(
    'from',
    'text',
    'First day of a period that is shorter than whole years',
    (r) => r.observation.period?.from,
  ),
  column('to', 'text', 'Last day of such a period', (r) => r.observation.period?.to),
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
    '`level`, `growth` (relative change, %), `change` (absolute change), `rank` or `gap` (distance to something else)',
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
  column(
    'basis',
    'text',
    'What it is compared with, where that is not the year before (比2015年, 年均)',
    (r) => r.observation.basis,
    true,
  ),
  {
    name: 'figure',
    type: 'text',
    about:
      'The figure that the observation speaks of: one for all documents. Empty for what is gone and for answers as of a time',
    value: ({ figure }) => figure?.id ?? null,
  },
  {
    name: 'chosen',
    type: 'boolean',
    about: 'Whether it is the one that stands for the figure',
    value: ({ figure }) => figure?.chosen ?? null,
  },
  {
    name: 'copies',
    type: 'integer',
    about: 'How many documents give the figure',
    value: ({ figure }) => figure?.copies ?? null,
  },
  column(
    'review',
    'text',
    'What a person said of it: `checked`, `wrong` or `corrected`; empty where nobody has',
    (r) => r.review?.verdict,
  ),
  column('review_by', 'text', 'Who said so', (r) => r.review?.by, true),
  column('review_at', 'time', 'When', (r) => iso(r.review?.at)),
  column('review_note', 'text', 'The reason that was given', (r) => r.review?.note || null, true),
  column(
    'read_as',
    'text',
    'The fields that were corrected, as JSON, as the parser had read them',
    (r) => readAs(r),
    true,
  ),
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
  {
    name: 'genre',
    type: 'text',
    about: '`work-report`, `communique` or `budget`; empty for a text that is no report',
    value: ({ genre }) => genre,
  },
  column('source', 'text', 'Source under which the page was crawled', (r) => r.source),
  column(
    'url',
    'text',
    'Canonical address of the page; of a text that was read offline without one, the file',
    (r) => r.page,
    true,
  ),
  column('snapshot_time', 'time', 'When the page was fetched that the value was read from', (r) =>
    iso(r.time),
  ),
  column('snapshots', 'texts', 'Keys of its snapshots in the archive', (r) => r.snapshots),
  column('article', 'text', "Key of the article's text in the archive", (r) => r.article),
  column('parser', 'text', 'Parser version, with the hash of the lexicon', (r) => r.parser),
  column('written_at', 'time', 'When this version was written', (r) => iso(r.at)),
];

/** @returns the data dictionary as Markdown */
export const dataDictionary = (): string =>
  [
    '# Data dictionary of exports',
    '',
    'CSV is UTF-8 with a byte-order mark (for Excel), RFC 4180; an empty cell is no value. In CSV a text from a page that starts with',
    "`=`, `+`, `-`, `@` or a control character is preceded by `'`, so that no spreadsheet runs it as a formula.",
    '',
    '## Observations',
    '',
    'One row per observation; with `--distinct` one per figure: the chosen one.',
    '',
    ...describeColumns(columns),
    '',
    '## Figures',
    '',
    'One row per figure.',
    '',
    ...describeColumns(figureColumns),
    '',
  ].join('\n');
