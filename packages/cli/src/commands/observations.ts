import { codesOf } from '@zhibiao/runtime/former-regions';
import { withStores } from '@zhibiao/runtime/stores';
import type { Terminal } from '@zhibiao/runtime/terminal';
import { UsageError } from '@zhibiao/shared';
import type { DocumentStore, ObservationRow } from '@zhibiao/store';
import {
  dataDictionary,
  type ExportFormat,
  exportFormats,
  exportObservations,
  exportToFile,
} from '@zhibiao/store/exports';
import { observationHead, observationRow } from '../output/observation-rows.ts';
import { textTable } from '../output/table.ts';
import { addAnswers } from './answers.ts';
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

  addAnswers(observations, config, terminal);
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
  const also = wanted.region === undefined ? [] : codesOf(wanted.region).slice(1);
  const what = { format, query: wanted, also, distinct, ...(since === undefined ? {} : { since }) };
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
