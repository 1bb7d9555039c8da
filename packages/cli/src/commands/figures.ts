import { withStores } from '@zhibiao/runtime/stores';
import { present, UsageError } from '@zhibiao/shared';
import type { DocumentStore, FigureChange, PageOf } from '@zhibiao/store';
import { exportFigures, exportFormats } from '@zhibiao/store/exports';
import { figureHead, figureRow, figureValue } from '../output/figure-rows.ts';
import { localTime } from '../output/local-time.ts';
import { periodText } from '../output/observation-rows.ts';
import { sendRows } from '../output/send-rows.ts';
import { textTable } from '../output/table.ts';
import type { Commands } from './command.ts';
import {
  everyRow,
  examples,
  type FigureFilters,
  figureFilters,
  figureQuery,
  kinds,
  past,
} from './figure-filters.ts';
import { formats, number, time } from './filters.ts';

type Options = FigureFilters & {
  readonly level?: string;
  readonly order?: string;
  readonly since?: string;
  readonly format: string;
  readonly output?: string;
};

/** `figures`, `ranking` and `changes`: what all reports together say. */
export const figureCommands: Commands = (program, config, terminal) => {
  const command = (name: string, lines: readonly string[]) =>
    figureFilters(program.command(name)).addHelpText('after', examples(lines));
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
    .addOption(past)
    .addOption(formats('table', 'json', ...exportFormats))
    .option('--output <file>', `${exportFormats.join(', ')}: a file instead of standard output`)
    .action((options: Options) =>
      withStores(config(), async ({ store }) => {
        const query = figureQuery(options);
        const format = exportFormats.find((name) => name === options.format);
        if (format)
          return sendRows({ format, output: options.output }, terminal, 'figures', (as, sink) =>
            exportFigures(
              as,
              everyRow((page) => store.figures({ ...query, ...page }), query.after),
              sink,
            ),
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
        const { level, order } = options;
        const year = number('--year', options.year);
        if (year === undefined) throw new UsageError('--year: a ranking is of one year.', '--year');
        // The store checks these against its schema and names what is wrong.
        const given = { level, order } as Pick<Parameters<DocumentStore['ranking']>[0], 'level' | 'order'>;
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
        const since = present(time('--since', options.since), '--since');
        const { kind: _, ...query } = figureQuery(options);
        const found = await store.changes({ ...query, since });
        page(options, 'changes', found, changeHead, changeRow);
      }),
    );
};

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
    localTime(at),
    state,
    region.name,
    periodText(period),
    indicator.name,
    actual ? figureValue(actual) : '–',
    target ? figureValue(target) : '–',
    was,
  ];
}
