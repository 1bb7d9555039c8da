export type ColumnType = 'text' | 'number' | 'integer' | 'boolean' | 'time' | 'texts';
export type Cell = string | number | boolean | readonly string[] | null;

/** A column of a table that is written as CSV, JSON lines, Parquet or a spreadsheet. */
export interface Column<T> {
  readonly name: string;
  readonly type: ColumnType;
  /** for the data dictionary */
  readonly about: string;
  /** holds words of crawled pages: spreadsheets must not take them for formulas */
  readonly foreign?: boolean;
  readonly value: (row: T) => Cell;
}

const typeNames: Record<ColumnType, string> = {
  text: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: '`true` or `false`',
  time: 'time, ISO 8601, UTC',
  texts: 'list of texts (CSV and spreadsheet: joined by `|`)',
};

/** @returns the lines of a Markdown table that says what columns mean */
export const describeColumns = <T>(columns: readonly Column<T>[]): string[] => [
  '| column | type | meaning |',
  '| --- | --- | --- |',
  ...columns.map(
    ({ name, type, about }) => `| ${name} | ${typeNames[type]} | ${about.replaceAll('|', '\\|')} |`,
  ),
];
