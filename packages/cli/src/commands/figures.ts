import { regionCode } from '@zhibiao/runtime/region-code';
import { withStores } from '@zhibiao/runtime/stores';
import { UsageError } from '@zhibiao/shared';
import type { DocumentStore, Figure, FigureChange, FigureQuery, PageOf } from '@zhibiao/store';
import { exportFigures, exportFormats } from '@zhibiao/store/exports';
import { type Command, Option } from 'commander';
import { figureHead, figureRow, figureValue } from '../output/figure-rows.ts';
import { periodText } from '../output/observation-rows.ts';
import { sendRows } from '../output/send-rows.ts';
import { textTable } from '../output/table.ts';
import type { Commands } from './command.ts';
import { formats, number, time } from './filters.ts';

interface Options {
  readonly region?: string;
  readonly year?: string;
  readonly code?: string;
  readonly name?: string;
  readonly kind?: string;
  readonly measure?: string;
  readonly genre?: string;
  readonly source?: string;
  readonly level?: string;
  readonly order?: string;
  readonly since?: string;
  readonly limit?: string;
  readonly after?: string;
  readonly format: string;
  readonly output?: string;
}

/** `figures`, `ranking` and `changes`: what all reports together say. */
export const figureCommands: Commands = (program, config, terminal) => {
  const command = (name: string, examples: readonly string[]) =>
    filters(program.command(name)).addHelpText(
      'after',
      `\nExamples:\n${examples.map((line) => `  zhibiao ${line}`).join('\n')}`,
    );
  const page = <T>(
    { format }: Options,
    key: string,
    found: PageOf<T>,
    head: readonly string[],
    row: (one: T) => string[],
  ) => {
    if (format === 'json')
      terminal.out(`${JSON.stringify({ ...found, rows: undefined, [key]: found.rows })}\n`);
    else terminal.out(`${textTable([[...head], ...found.rows.map(row)])}\n`);
    if (found.rows.length === 0) terminal.say('Nothing matches. `zhibiao indicators` lists names and codes.');
    if (found.next) terminal.say(`more: --after ${found.next}`);
  };

  command('figures', [
    'figures --region 镇江市 --year 2023',
    'figures --code gdp --measure growth --kind actual --format csv --output growth.csv',
  ])
    .addOption(kinds)
    .addOption(formats('table', 'json', ...exportFormats))
    .option('--output <file>', `${exportFormats.join(', ')}: a file instead of standard output`)
    .action((options: Options) =>
      withStores(config(), async ({ store }) => {
        const query = { ...figureQuery(options), kind: options.kind as FigureQuery['kind'] };
        const format = exportFormats.find((name) => name === options.format);
        if (format)
          return sendRows({ format, output: options.output }, terminal, 'figures', (as, sink) =>
            exportFigures(as, everyFigure(store, query), sink),
          );
        if (options.output !== undefined)
          throw new UsageError(`--output goes with ${exportFormats.join(', ')}.`, '--output');
        page(options, 'figures', await store.figures(query), figureHead, figureRow);
      }),
    );

  command('ranking', [
    'ranking --code gdp --year 2023 --region 江苏省 --level city',
    'ranking --code gdp --year 2024 --kind target --order lowest',
  ])
    .addOption(kinds)
    .option('--level <level>', 'province, city or county: only regions of this level')
    .option('--order <order>', 'highest or lowest first')
    .addOption(formats('table', 'json'))
    .action((options: Options) =>
      withStores(config(), async ({ store }) => {
        const { kind, level, order } = options;
        const year = number('--year', options.year);
        if (year === undefined) throw new UsageError('--year: a ranking is of one year.', '--year');
        // The store checks these against its schema and names what is wrong.
        const given = { kind, level, order } as Pick<
          Parameters<DocumentStore['ranking']>[0],
          'kind' | 'level' | 'order'
        >;
        const found = await store.ranking({ ...figureQuery(options), ...given, year });
        page(options, 'ranking', found, ['place', ...figureHead], ({ place, figure }) => [
          `${place}/${found.of}`,
          ...figureRow(figure),
        ]);
      }),
    );

  command('changes', ['changes --since 2026-03-01 --region 江苏省'])
    .requiredOption('--since <date>', 'after this time (2026-03-01)')
    .addOption(formats('table', 'json'))
    .action((options: Options) =>
      withStores(config(), async ({ store }) => {
        const since = time('--since', options.since)!;
        const found = await store.changes({ ...figureQuery(options), since });
        page(options, 'changes', found, changeHead, changeRow);
      }),
    );
};

const kinds = new Option('--kind <kind>', 'actual or target');

function filters(command: Command): Command {
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
function figureQuery(options: Options): FigureQuery {
  return {
    region: options.region === undefined ? undefined : regionCode(options.region),
    year: number('--year', options.year),
    code: options.code,
    name: options.name,
    measure: options.measure as FigureQuery['measure'],
    genre: options.genre as FigureQuery['genre'],
    source: options.source,
    limit: number('--limit', options.limit),
    after: options.after,
  };
}

async function* everyFigure(store: DocumentStore, query: FigureQuery): AsyncGenerator<Figure> {
  let after = query.after;
  do {
    const page: PageOf<Figure> = await store.figures({ ...query, limit: 1_000, after });
    yield* page.rows;
    after = page.next ?? undefined;
  } while (after !== undefined);
}

const changeHead = [
  'when',
  'what',
  'region',
  'period',
  'indicator',
  'reported',
  'promised',
  'before',
] as const;

function changeRow({ at, state, region, period, indicator, actual, target, before }: FigureChange): string[] {
  const was = before ? [before.actual, before.target].map((value) => value ?? '–').join(' / ') : '';
  return [
    new Date(at).toISOString().slice(0, 16),
    state,
    region.name,
    periodText(period),
    indicator.name,
    actual ? figureValue(actual) : '–',
    target ? figureValue(target) : '–',
    was,
  ];
}
