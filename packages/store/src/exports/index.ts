import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { nameWriteFault } from '../archive/files.ts';
import type { ObservationQuery } from '../queries/query.ts';
import type { Tables } from '../tables/definitions.ts';
import type { ExportedRow } from './columns.ts';
import { writeCsv, writeJsonLines } from './lines.ts';
import { writeParquet } from './parquet.ts';
import { exportAll, exportSince } from './select.ts';

export { type Column, columns, dataDictionary, type ExportedRow } from './columns.ts';

const writers = { csv: writeCsv, jsonl: writeJsonLines, parquet: writeParquet } as const;
export type ExportFormat = keyof typeof writers;
export const exportFormats = Object.keys(writers) as ExportFormat[];

export interface ExportOptions {
  format: ExportFormat;
  /** filters; paging is not for exports */
  query?: Omit<ObservationQuery, 'limit' | 'after' | 'since'>;
  /** only what readers see otherwise than at this time, milliseconds since the epoch */
  since?: number;
  /** the instant that the export shows */
  now?: number;
}

/** Writes an export to a stream, which it leaves open. @returns how many rows it wrote */
export function exportObservations(tables: Tables, sink: Writable, options: ExportOptions): Promise<number> {
  return writers[options.format](rowsOf(tables, options), sink);
}

/** Writes an export to a file, which is there wholly or not at all. @throws ArchiveFullError */
export async function exportToFile(tables: Tables, file: string, options: ExportOptions): Promise<number> {
  const draft = `${file}.${process.pid}.tmp`;
  const sink = createWriteStream(draft);
  const written = finished(sink);
  try {
    const count = await Promise.race([
      exportObservations(tables, sink, options),
      written.then(() => Promise.reject(new Error(`${draft} was closed too early`))),
    ]);
    sink.end();
    await written;
    await rename(draft, file);
    return count;
  } catch (error) {
    sink.destroy();
    await written.catch(() => {});
    await rm(draft, { force: true });
    throw nameWriteFault(error, file);
  }
}

function rowsOf(
  tables: Tables,
  { query = {}, since, now = Date.now() }: ExportOptions,
): AsyncIterable<ExportedRow> {
  return since === undefined ? exportAll(tables, query, now) : exportSince(tables, query, since, now);
}
