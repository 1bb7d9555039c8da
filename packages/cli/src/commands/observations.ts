import { UsageError } from '@zhibiao/shared';
import { withStores } from '../house/stores.ts';
import { csvLine } from '../output/csv.ts';
import {
  observationCsvHead,
  observationCsvRow,
  observationHead,
  observationRow,
} from '../output/observation-rows.ts';
import { textTable } from '../output/table.ts';
import type { Commands } from '../program.ts';
import { type Filters, observationFilters, observationQuery } from './filters.ts';

export const observationCommands: Commands = (program, config, terminal) => {
  const observations = program.command('observations').description('what was said of indicators');

  observationFilters(observations.command('query'))
    .option('--format <format>', 'table, json, jsonl or csv', 'table')
    .action((options: Filters & { format: string }) =>
      withStores(config(), async ({ store }) => {
        const { rows, next } = await store.observations(observationQuery(options));
        const found = rows.map((r) => ({ observation: r.observation, year: r.report.year, from: r.page }));
        switch (options.format) {
          case 'json':
            terminal.out(`${JSON.stringify({ observations: rows, next })}\n`);
            break;
          case 'jsonl':
            for (const row of rows) terminal.out(`${JSON.stringify(row)}\n`);
            break;
          case 'csv':
            terminal.out(`\uFEFF${csvLine(observationCsvHead)}\r\n`);
            for (const f of found) terminal.out(`${csvLine(observationCsvRow(f))}\r\n`);
            break;
          case 'table':
            terminal.out(`${textTable([[...observationHead], ...found.map(observationRow)])}\n`);
            break;
          default:
            throw new UsageError(
              `--format takes table, json, jsonl or csv; not ${options.format}.`,
              '--format',
            );
        }
        if (next) terminal.say(`more: --after ${next}`);
      }),
    );
};
