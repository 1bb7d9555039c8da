import { regionCode } from '@zhibiao/runtime/region-code';
import { withStores } from '@zhibiao/runtime/stores';
import type { Coverage, CoverageQuery } from '@zhibiao/store';
import { textTable } from '../output/table.ts';
import type { Commands } from './command.ts';
import { formats, number } from './filters.ts';

interface Options {
  readonly region?: string;
  readonly genre?: string;
  readonly limit?: string;
  readonly after?: string;
  readonly format: string;
}

/** `coverage` and `indicators`: what the store has. */
export const overviewCommands: Commands = (program, config, terminal) => {
  program
    .command('coverage')
    .option('--region <name|code>', 'a region and its sub-regions')
    .option('--genre <genre>', 'work-report, communique or budget')
    .option('--limit <n>', 'regions at most')
    .option('--after <cursor>', 'continue after the cursor that the page before gave')
    .addOption(formats('table', 'json'))
    .addHelpText(
      'after',
      '\nExamples:\n  zhibiao coverage --region 江苏省\n  zhibiao coverage --genre communique',
    )
    .action((options: Options) =>
      withStores(config(), async ({ store }) => {
        const { rows, next } = await store.coverage({
          region: options.region === undefined ? undefined : regionCode(options.region),
          // The store checks it against its schema and names what is wrong.
          genre: options.genre as CoverageQuery['genre'],
          limit: number('--limit', options.limit),
          after: options.after,
        });
        if (options.format === 'json') terminal.out(`${JSON.stringify({ coverage: rows, next })}\n`);
        else terminal.out(`${textTable([[...coverageHead], ...rows.flatMap(coverageRows)], 60)}\n`);
        if (rows.length === 0) terminal.say('There is no report of a known region.');
        if (next) terminal.say(`more: --after ${next}`);
      }),
    );

  program
    .command('indicators')
    .argument('[text]', 'how the name begins')
    .option('--limit <n>', 'rows at most')
    .option('--after <cursor>', 'continue after the cursor that the page before gave')
    .addOption(formats('table', 'json'))
    .addHelpText('after', '\nExamples:\n  zhibiao indicators\n  zhibiao indicators 地区生产')
    .action((text: string | undefined, options: Options) =>
      withStores(config(), async ({ store }) => {
        const { rows, next } = await store.indicators({
          text,
          limit: number('--limit', options.limit),
          after: options.after,
        });
        const cells = rows.map(({ name, code, figures }) => [name, code ?? '', String(figures)]);
        if (options.format === 'json') terminal.out(`${JSON.stringify({ indicators: rows, next })}\n`);
        else terminal.out(`${textTable([['name', 'code', 'figures'], ...cells])}\n`);
        if (rows.length === 0) terminal.say('No indicator begins so.');
        if (next) terminal.say(`more: --after ${next}`);
      }),
    );
};

const coverageHead = ['region', 'year', 'reports', 'sources', 'headline figures', 'not stated'] as const;

function coverageRows({ region, years, missing }: Coverage): string[][] {
  const there = years.map(({ year, reports, sources, has, lacks }) => ({
    year,
    cells: [String(reports.length), String(sources), has.join(' '), lacks.join(' ')],
  }));
  const gaps = missing.map((year) => ({ year, cells: ['none', '', '', ''] }));
  const all = [...there, ...gaps].sort((a, b) => a.year - b.year);
  return all.map(({ year, cells }, i) => [i === 0 ? region.name : '', String(year), ...cells]);
}
