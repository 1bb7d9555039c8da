import { regionCode } from '@zhibiao/runtime/region-code';
import { UsageError } from '@zhibiao/shared';
import type { DocumentQuery, ObservationQuery } from '@zhibiao/store';
import { type Command, Option } from 'commander';

/** Filters of the command line, as commander gives them. */
export interface Filters {
  readonly region?: string;
  readonly year?: string;
  readonly source?: string;
  readonly flag?: string[];
  readonly asOf?: string;
  readonly limit?: string;
  readonly after?: string;
  readonly code?: string;
  readonly name?: string;
  readonly kind?: string;
  readonly measure?: string;
  readonly minConfidence?: string;
  readonly since?: string;
  readonly document?: string;
  readonly reportYear?: string;
}

/** `--format`: one of these, the first where none is given. Anything else is wrong usage. */
export const formats = (...choices: readonly [string, ...string[]]): Option =>
  new Option('--format <format>', 'how the answer is written').choices(choices).default(choices[0]);

export function commonFilters(command: Command): Command {
  return command
    .option('--region <name|code>', 'a region and its sub-regions')
    .option('--year <year>', 'documents: delivered in; observations: first year of the period')
    .option('--source <id>')
    .option('--flag <flag...>')
    .option('--as-of <date>', 'what readers saw then (2026-03-01)')
    .option('--limit <n>', 'rows at most')
    .option('--after <cursor>', 'continue after the cursor that the page before gave');
}

export function observationFilters(command: Command): Command {
  return commonFilters(command)
    .option('--code <code>', 'indicator code')
    .option('--name <name>', 'indicator name')
    .option('--kind <kind>', 'actual or target')
    .option('--measure <measure>', 'level, growth, change, rank or gap')
    .option('--report-year <year>', 'delivery year of the report')
    .option('--document <id>')
    .option('--min-confidence <0..1>')
    .option('--since <date>', 'only what was written after this time');
}

/** @throws UsageError that names the wrong option */
export function documentQuery(filters: Filters): DocumentQuery {
  return {
    region: filters.region === undefined ? undefined : regionCode(filters.region),
    year: number('--year', filters.year),
    source: filters.source,
    flags: filters.flag,
    asOf: time('--as-of', filters.asOf),
    limit: number('--limit', filters.limit),
    after: filters.after,
  };
}

/** @throws UsageError that names the wrong option */
export function observationQuery(filters: Filters): ObservationQuery {
  return {
    ...documentQuery(filters),
    code: filters.code,
    name: filters.name,
    // The store checks these against its schema and names what is wrong.
    kind: filters.kind as ObservationQuery['kind'],
    measure: filters.measure as ObservationQuery['measure'],
    document: filters.document,
    reportYear: number('--report-year', filters.reportYear),
    minConfidence: number('--min-confidence', filters.minConfidence),
    since: time('--since', filters.since),
  };
}

export function number(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new UsageError(`${option} takes a number, not ${text}.`, option);
  return value;
}

/** @returns milliseconds since the epoch; a bare date means the end of that day in China for `--as-of`, its start else */
export function time(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const bare = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const clock = option === '--as-of' ? 'T23:59:59.999+08:00' : 'T00:00:00+08:00';
  const value = Date.parse(bare ? `${text}${clock}` : text);
  if (Number.isNaN(value))
    throw new UsageError(`${option} takes a date such as 2026-03-01, not ${text}.`, option);
  return value;
}
