import { withStores } from '@zhibiao/runtime/stores';
import type { Terminal } from '@zhibiao/runtime/terminal';
import { type Config, UsageError } from '@zhibiao/shared';
import type { DocumentStore, ObservationRow } from '@zhibiao/store';
import {
  dataDictionary,
  type ExportFormat,
  exportFormats,
  exportObservations,
  exportToFile,
} from '@zhibiao/store/exports';
import type { Command } from 'commander';
import {
  differenceText,
  observationHead,
  observationRow,
  periodText,
  valueText,
} from '../output/observation-rows.ts';
import { textTable } from '../output/table.ts';
import type { Commands } from './command.ts';
import { type Filters, formats, observationFilters, observationQuery } from './filters.ts';

type QueryOptions = Filters & {
  readonly format: string;
  readonly output?: string;
  readonly distinct?: boolean;
};

const queryExamples = `
Examples:
  zhibiao observations query --region 镇江市 --year 2023
  zhibiao observations query --code gdp --format csv --output gdp.csv
  zhibiao observations query --format xlsx --distinct --output figures.xlsx`;

export const observationCommands: Commands = (program, config, terminal) => {
  const observations = program.command('observations');

  observationFilters(observations.command('query'))
    .description(
      `${exportFormats.join(', ')} hold every match with its provenance; table and json show a page`,
    )
    .addHelpText('after', queryExamples)
    .addOption(formats('table', 'json', ...exportFormats))
    .option('--distinct', `${exportFormats.join(', ')}: one row a figure, the chosen one`)
    .option('--output <file>', `${exportFormats.join(', ')}: a file instead of standard output`)
    .action((options: QueryOptions) => withStores(config(), ({ store }) => query(store, options, terminal)));

  observations
    .command('dictionary')
    .description('the columns of the exports, as Markdown')
    .action(() => terminal.out(`${dataDictionary()}\n`));

  answers(observations, config, terminal);
};

async function query(store: DocumentStore, options: QueryOptions, terminal: Terminal): Promise<void> {
  const format = exportFormats.find((name) => name === options.format);
  if (format) return exportAll(store, format, options, terminal);
  if (options.output !== undefined)
    throw new UsageError(`--output goes with ${exportFormats.join(', ')}.`, '--output');
  if (options.distinct)
    throw new UsageError(
      `--distinct goes with ${exportFormats.join(', ')}; \`zhibiao figures\` shows figures in a table.`,
      '--distinct',
    );
  const { rows, next } = await store.observations(observationQuery(options));
  if (options.format === 'json') terminal.out(`${JSON.stringify({ observations: rows, next })}\n`);
  else terminal.print(`${textTable([[...observationHead], ...rows.map(tableRow)])}\n`);
  if (rows.length === 0) terminal.say(nothing(options));
  if (next) terminal.say(`more: --after ${next}`);
}

async function exportAll(
  store: DocumentStore,
  format: ExportFormat,
  options: QueryOptions,
  terminal: Terminal,
) {
  const { limit: _limit, after: _after, since, ...wanted } = observationQuery(options);
  const distinct = options.distinct ?? false;
  const what = { format, query: wanted, distinct, ...(since === undefined ? {} : { since }) };
  if (options.output === undefined) {
    await exportObservations(store.tables, process.stdout, what);
    return;
  }
  const count = await exportToFile(store.tables, options.output, what);
  terminal.say(`${count} observations in ${options.output}`);
}

/** What a reader is told who gets an empty answer. */
const nothing = ({ code }: Filters): string =>
  code === undefined
    ? 'Nothing matches.'
    : `Nothing matches. Codes are those of the lexicon, such as gdp; --name takes a name (地区生产总值).`;

const tableRow = ({ observation, report, page }: ObservationRow) =>
  observationRow({ observation, year: report.year, from: page });

/** The questions that need more than one report. */
function answers(observations: Command, config: () => Config, terminal: Terminal): void {
  const command = <T>(
    name: string,
    about: string,
    ask: (store: DocumentStore, filters: Filters) => Promise<T[]>,
    head: readonly string[],
    row: (answer: T) => string[],
  ) =>
    observationFilters(observations.command(name))
      .description(about)
      .addOption(formats('table', 'json'))
      .action((options: Filters & { format: string }) =>
        withStores(config(), async ({ store }) => {
          const found = await ask(store, options);
          if (options.format === 'json') terminal.out(`${JSON.stringify(found)}\n`);
          else terminal.print(`${textTable([[...head], ...found.map(row)], 60)}\n`);
          if (found.length === 0) terminal.say(nothing(options));
        }),
      );

  command(
    'series',
    'one indicator over the years',
    (store, filters) => store.series(observationQuery(filters)),
    [...observationHead, 'page'],
    (found) => [...tableRow(found), found.page],
  );
  command(
    'promises',
    'what was promised for a year beside what was reported of it',
    (store, filters) => store.promises(observationQuery(filters)),
    ['region', 'year', 'indicator', 'promised', 'reported', 'difference', 'verdict'],
    ({ target, actual, judgement }) => [
      target.observation.region.name,
      periodText(target.observation.period),
      target.observation.indicator.name,
      valueText(target.observation),
      actual ? valueText(actual.observation) : '-',
      judgement?.difference == null ? '-' : differenceText(target.observation, judgement.difference),
      judgement
        ? `${judgement.verdict}${judgement.reason ? ` (${judgement.reason})` : ''}`
        : 'no report of it',
    ],
  );
  command(
    'copies',
    'the same figure in several documents: agreements and conflicts',
    (store, filters) => store.copies(observationQuery(filters)),
    ['region', 'year', 'kind', 'indicator', 'values', 'documents', 'state'],
    ({ rows, values, conflict }) => {
      const { observation } = rows[0]!;
      return [
        ...[
          observation.region.name,
          periodText(observation.period),
          observation.kind,
          observation.indicator.name,
        ],
        values
          .map(({ value, documents }) => `${valueText({ ...observation, value })} ×${documents.length}`)
          .join(', '),
        [...new Set(rows.map((r) => r.document))].join(' '),
        conflict ? 'CONFLICT' : 'agree',
      ];
    },
  );
}
