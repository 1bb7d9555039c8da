import { regionCode } from '@zhibiao/runtime/region-code';
import { withStores } from '@zhibiao/runtime/stores';
import type { Passage, SearchQuery, TextHit } from '@zhibiao/store';
import { textTable } from '../output/table.ts';
import type { Commands } from './command.ts';
import { formats, number } from './filters.ts';

interface Options {
  readonly region?: string;
  readonly year?: string;
  readonly source?: string;
  readonly genre?: string;
  readonly passages?: string;
  readonly limit?: string;
  readonly after?: string;
  readonly format: string;
}

const examples = `
Examples:
  zhibiao search 税收收入                           reports that hold these words
  zhibiao search 专精特新 小巨人 --region 江苏省     both, in reports of Jiangsu and its regions
  zhibiao search PM2.5 --year 2024 --format json   with every passage's place in the text`;

/** `search`: full text of the reports that readers see now. */
export const searchCommand: Commands = (program, config, terminal) => {
  program
    .command('search')
    .argument('<words...>', 'of two characters and more; a report must hold all of them')
    .option('--region <name|code>', 'reports of a region and its sub-regions')
    .option('--year <year>', 'delivered in')
    .option('--source <id>')
    .option('--genre <genre>', 'work-report, communique or budget')
    .option('--passages <n>', 'passages shown of each report (3)')
    .option('--limit <n>', 'reports at most (20)')
    .option('--after <cursor>', 'continue after the cursor that the page before gave')
    .addOption(formats('table', 'json'))
    .addHelpText('after', examples)
    .action((words: string[], options: Options) =>
      withStores(config(), async ({ store }) => {
        const { rows, next } = await store.search(searchQuery(words, options));
        if (options.format === 'json')
          terminal.out(`${JSON.stringify({ reports: rows.map(jsonOf), next })}\n`);
        else terminal.out(`${textTable([[...head], ...rows.flatMap(tableRows)], 70)}\n`);
        if (rows.length === 0 && next === null) terminal.say('No report holds all these words.');
        if (next) terminal.say(`more: --after ${next}`);
      }),
    );
};

function searchQuery(words: readonly string[], options: Options): SearchQuery {
  return {
    words: words.join(' '),
    region: options.region === undefined ? undefined : regionCode(options.region),
    year: number('--year', options.year),
    source: options.source,
    // The store checks it against its schema and names what is wrong.
    genre: options.genre as SearchQuery['genre'],
    passages: number('--passages', options.passages),
    limit: number('--limit', options.limit),
    after: options.after,
  };
}

const head = ['document', 'region', 'year', 'times', 'section', 'words'] as const;

/** A row for each passage; what is the same in all stands in the first. */
function tableRows({ version, count, passages }: TextHit): string[][] {
  const { region, year } = version.report;
  const about = [version.document, region?.name ?? '', String(year ?? ''), String(count)];
  return passages.map((passage, i) => [
    ...(i === 0 ? about : about.map(() => '')),
    passage.section.at(-1) ?? '',
    shown(passage),
  ]);
}

const shown = ({ before, words, after }: Passage) => `${before}【${words}】${after}`;

const jsonOf = ({ version, count, passages }: TextHit) => ({
  document: version.document,
  version: version.n,
  page: version.page,
  source: version.source,
  title: version.report.title,
  genre: version.report.genre,
  region: version.report.region,
  year: version.report.year,
  count,
  passages,
});
