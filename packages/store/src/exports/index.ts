import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { UsageError } from '@zhibiao/shared';
import { nameWriteFault } from '../archive/files.ts';
import type { Figure } from '../figures/figure.ts';
import type { ObservationQuery } from '../queries/query.ts';
import type { Tables } from '../tables/definitions.ts';
import type { Column } from './column.ts';
import { columns, type ExportedRow } from './columns.ts';
import { figureColumns } from './figure-columns.ts';
import { writeCsv, writeJsonLines } from './lines.ts';
import { writeParquet } from './parquet.ts';
import { exportAll, exportSince } from './select.ts';
import { writeXlsx } from './xlsx.ts';

export { type Column, type ColumnType, describeColumns } from './column.ts';
export { columns, dataDictionary, type ExportedRow } from './columns.ts';
export { figureColumns } from './figure-columns.ts';
export { csvHead, csvRow } from './lines.ts';
export { yearsOf } from './years.ts';

const writers = { csv: writeCsv, jsonl: writeJsonLines, parquet: writeParquet, xlsx: writeXlsx } as const;
export type ExportFormat = keyof typeof writers;
export const exportFormats = Object.keys(writers) as ExportFormat[];

export interface ExportOptions {
  format: ExportFormat;
  /** filters; paging is not for exports */
  query?: Omit<ObservationQuery, 'limit' | 'after' | 'since'>;
  /** further regions, whose rows come after those of the one that is asked for: what it was called before */
  also?: readonly string[];
  /** one row a figure: the chosen one. @throws UsageError together with `since` or `asOf` */
  distinct?: boolean;
  /** only what readers see otherwise than at this time, milliseconds since the epoch */
  since?: number;
  /** the instant that the export shows */
  now?: number;
}

/**
 * Writes an export to a stream, which it leaves open. @returns how many rows it wrote
 * @throws UsageError at once, before anything is written
 */
export function exportObservations(tables: Tables, sink: Writable, options: ExportOptions): Promise<number> {
  if (options.distinct && (options.since !== undefined || options.query?.asOf !== undefined))
    throw new UsageError(
      'distinct: figures are those of now; it does not go with since or as-of.',
      'distinct',
    );
  return writeRows(options.format, columns, rowsOf(tables, options), sink);
}

/** Writes any rows in one of the formats to a stream, which it leaves open. @returns how many rows it wrote */
export const writeRows = <T>(
  format: ExportFormat,
  columns: readonly Column<T>[],
  rows: AsyncIterable<T>,
  sink: Writable,
): Promise<number> => writers[format](columns, rows, sink);

/** Writes figures to a stream, which it leaves open. */
export const exportFigures = (
  format: ExportFormat,
  rows: AsyncIterable<Figure>,
  sink: Writable,
): Promise<number> => writeRows(format, figureColumns, rows, sink);

/** Writes an export to a file, which is there wholly or not at all. @throws ArchiveFullError */
export const exportToFile = (tables: Tables, file: string, options: ExportOptions): Promise<number> =>
  toFile(file, (sink) => exportObservations(tables, sink, options));

/**
 * Writes to a file, which is there wholly or not at all. A device or a pipe (/dev/null, /dev/stdout, a shell's `>(…)`) is
 * written to as it is: a rename would put a file in its place.
 * @throws ArchiveFullError
 */
export async function toFile(file: string, write: (sink: Writable) => Promise<number>): Promise<number> {
  const special = await stat(file).then(
    (found) => !found.isFile() && !found.isDirectory(),
    () => false,
  );
  const draft = special ? file : `${file}.${process.pid}.tmp`;
  const sink = createWriteStream(draft);
  const written = finished(sink);
  try {
    const count = await Promise.race([
      write(sink),
      written.then(() => Promise.reject(new Error(`${draft} was closed too early`))),
    ]);
    sink.end();
    await written;
    if (!special) await rename(draft, file);
    return count;
  } catch (error) {
    sink.destroy();
    await written.catch(() => {});
    if (!special) await rm(draft, { force: true });
    throw nameWriteFault(error, file);
  }
}

async function* rowsOf(tables: Tables, options: ExportOptions): AsyncIterable<ExportedRow> {
  const { query = {}, also = [], now = Date.now() } = options;
  for (const region of [query.region, ...also])
    yield* rowsOfRegion(tables, { ...options, now, query: { ...query, region } });
}

function rowsOfRegion(
  tables: Tables,
  { query, since, distinct = false, now }: ExportOptions & Required<Pick<ExportOptions, 'query' | 'now'>>,
): AsyncIterable<ExportedRow> {
  if (since !== undefined) return exportSince(tables, query, since, now);
  return distinct ? chosenOnly(exportAll(tables, query, now)) : exportAll(tables, query, now);
}

async function* chosenOnly(rows: AsyncIterable<ExportedRow>): AsyncGenerator<ExportedRow> {
  for await (const row of rows) if (row.figure?.chosen) yield row;
}
