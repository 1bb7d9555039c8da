import { codeName } from '@zhibiao/console/indicators';
import { type DatasetFile, defaults, exportDataset } from '@zhibiao/runtime/dataset';
import { withStores } from '@zhibiao/runtime/stores';
import { textTable } from '../output/table.ts';
import type { Commands } from './command.ts';
import { examples } from './figure-filters.ts';
import { formats } from './filters.ts';

interface Options {
  readonly licence?: string;
  readonly title?: string;
  readonly format: string;
}

/** `export dataset`: everything that readers see, as a data package. */
export const exportCommands: Commands = (program, config, terminal) => {
  program
    .command('export')
    .command('dataset')
    .description(
      'a data package (Frictionless): Parquet by year, figures, reports, sources, codes, regions, data dictionary; again, it writes only what has changed',
    )
    .argument('<folder>', 'made where it is missing')
    .option('--licence <id>', `SPDX identifier of the licence of the compilation (${defaults.licence})`)
    .option('--title <title>', 'of the package')
    .addOption(formats('table', 'json'))
    .addHelpText(
      'after',
      examples(['export dataset zhibiao-data', 'export dataset data --licence ODC-By-1.0']),
    )
    .action((folder: string, options: Options) =>
      withStores(config(), async ({ store, config: { lexiconDir } }) => {
        const english = (code: string) => {
          const name = codeName(code, 'en');
          return name === code ? null : name;
        };
        const { licence, title } = options;
        const files = await exportDataset(store, folder, {
          ...(licence === undefined ? {} : { licence }),
          ...(title === undefined ? {} : { title }),
          lexicon: lexiconDir,
          english,
          onFile: ({ path, state }) => terminal.say(`${state} ${path}`),
        });
        if (options.format === 'json') terminal.out(`${JSON.stringify({ files })}\n`);
        else terminal.out(`${textTable([['file', 'rows', 'bytes', 'state'], ...files.map(rowOf)])}\n`);
      }),
    );
};

const rowOf = (file: DatasetFile): string[] =>
  file.state === 'removed'
    ? [file.path, '', '', file.state]
    : [file.path, String(file.rows), String(file.bytes), file.state];
