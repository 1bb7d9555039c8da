import { regionCode } from '@zhibiao/runtime/region-code';
import type { FigureQuery, PageOf } from '@zhibiao/store';
import { type Command, Option } from 'commander';
import { number, time } from './filters.ts';

/** What every question to the figures can be narrowed by, as commander gives it. */
export interface FigureFilters {
  readonly region?: string;
  readonly year?: string;
  readonly code?: string;
  readonly name?: string;
  readonly kind?: string;
  readonly measure?: string;
  readonly genre?: string;
  readonly source?: string;
  readonly asOf?: string;
  readonly limit?: string;
  readonly after?: string;
}

export const kinds = new Option('--kind <kind>', 'actual or target');
export const past = new Option(
  '--as-of <date>',
  'what readers saw then, of a --region and a --code or --name',
);

export function figureFilters(command: Command): Command {
  return command
    .option('--region <name|code>', 'a region and its sub-regions')
    .option('--year <year>', 'first year of the period')
    .option('--code <code>', 'indicator code')
    .option('--name <name>', 'indicator name')
    .option('--measure <measure>', 'level, growth, change, rank or gap')
    .option('--genre <genre>', 'a work-report, communique or budget gives it')
    .option('--source <id>', 'a page of this source gives it')
    .option('--limit <n>', 'rows at most')
    .option('--after <cursor>', 'continue after the cursor that the page before gave');
}

/** @throws UsageError that names the wrong option */
export function figureQuery(options: FigureFilters): FigureQuery {
  return {
    region: options.region === undefined ? undefined : regionCode(options.region),
    year: number('--year', options.year),
    code: options.code,
    name: options.name,
    // The store checks these against its schema and names what is wrong.
    kind: options.kind as FigureQuery['kind'],
    measure: options.measure as FigureQuery['measure'],
    genre: options.genre as FigureQuery['genre'],
    source: options.source,
    asOf: time('--as-of', options.asOf),
    limit: number('--limit', options.limit),
    after: options.after,
  };
}

/** Every row of a question, page by page. */
export async function* everyRow<T>(
  ask: (page: { limit: number; after: string | undefined }) => Promise<PageOf<T>>,
  from?: string,
): AsyncGenerator<T> {
  let after = from;
  do {
    const page: PageOf<T> = await ask({ limit: 1_000, after });
    yield* page.rows;
    after = page.next ?? undefined;
  } while (after !== undefined);
}

export const examples = (lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  zhibiao ${line}`).join('\n')}`;
