import { PassThrough, Readable } from 'node:stream';
import { codesOf } from '@zhibiao/runtime/former-regions';
import { UsageError } from '@zhibiao/shared';
import { type ExportFormat, exportFormats, exportObservations } from '@zhibiao/store/exports';
import { observationQuery } from '../providers/figure-query.ts';
import type { Handler } from '../route.ts';

const types: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * `?format=csv|jsonl|parquet|xlsx` and the filters of observations: all rows with their provenance, as a download that is
 * sent while it is made. `since` makes it incremental, `distinct=true` gives
 * one row a figure.
 * @throws UsageError
 */
export const exportFile: Handler = async (c, deps) => {
  const format = exportFormats.find((name) => name === (c.req.query('format') ?? 'csv'));
  if (!format) throw new UsageError(`format: one of ${exportFormats.join(', ')}.`, 'format');
  const { limit: _, after: __, since, ...query } = await observationQuery(c, deps);
  // A wrong filter must be told before the answer begins.
  await deps.store.observations({ ...query, limit: 1 });
  const distinct = c.req.query('distinct') === 'true';
  const also = query.region === undefined ? [] : codesOf(query.region).slice(1);
  const what = { format, query, also, since, distinct, now: (deps.now ?? Date.now)() };
  const sink = new PassThrough();
  exportObservations(deps.store.tables, sink, what).then(
    () => sink.end(),
    // The answer has begun: breaking it off is the only way to say that it is not whole.
    (error) => {
      deps.log.error({ err: error }, 'an export broke off');
      sink.destroy(error);
    },
  );
  return c.body(Readable.toWeb(sink) as ReadableStream, 200, {
    'Content-Type': types[format],
    'Content-Disposition': `attachment; filename="observations.${format}"`,
  });
};
