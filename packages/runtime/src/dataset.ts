import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { indicatorLinks, loadLexicon } from '@zhibiao/parser/lexicon';
import type { DocumentStore, Figure, PageOf, VersionRow } from '@zhibiao/store';
import {
  type Column,
  columns,
  dataDictionary,
  describeColumns,
  type ExportFormat,
  exportFigures,
  exportObservations,
  figureColumns,
  writeRows,
  yearsOf,
} from '@zhibiao/store/exports';
import {
  type About,
  DESCRIPTOR,
  descriptorOf,
  earlier,
  licenceOf,
  type Resource,
} from './dataset/descriptor.ts';
import { type Written, writeWhereChanged } from './dataset/files.ts';
import {
  type Code,
  codeColumns,
  regionColumns,
  regionRows,
  reportColumns,
  sourceColumns,
} from './dataset/tables.ts';

export interface DatasetOptions extends Partial<About> {
  /** a folder of more words: see `loadLexicon` */
  readonly lexicon?: string | undefined;
  /** the name of a code in English; null where there is none */
  readonly english?: (code: string) => string | null;
  /** the instant that the package shows, milliseconds since the epoch */
  readonly now?: number;
  /** told of each file when it is there */
  readonly onFile?: (written: Written) => void;
}

export const defaults: About = {
  title: 'Indicator observations from Chinese local-government work reports',
  licence: 'CC-BY-4.0',
};

type Write = Parameters<typeof writeWhereChanged>[2];

export type DatasetFile = Written | { readonly path: string; readonly state: 'removed' };

/**
 * Writes everything that readers see as a data package: Parquet of observations and figures by year, tables of reports,
 * sources, codes and regions,
 * README.md with the data dictionary, and `datapackage.json`. Tables without rows are left out. A file that would hold
 * the same bytes as before is left alone, and one that an earlier
 * export wrote and this one does not is removed. Rows pass through; at most one row group is held in memory.
 * @throws UsageError where the folder holds another data package
 */
export async function exportDataset(
  store: DocumentStore,
  folder: string,
  options: DatasetOptions = {},
): Promise<DatasetFile[]> {
  const { now = Date.now(), onFile = () => {}, english = () => null } = options;
  const about = { title: options.title ?? defaults.title, licence: options.licence ?? defaults.licence };
  licenceOf(about.licence);
  const before = await earlier(folder);
  const files: DatasetFile[] = [];
  const resources: Resource[] = [];
  const put = async (path: string, write: Write): Promise<Written | null> => {
    const written = await writeWhereChanged(folder, path, write);
    if (written) files.push(written);
    if (written) onFile(written);
    return written;
  };
  const add = async (resource: Omit<Resource, 'written'>, path: string, write: Write) => {
    const written = await put(path, write);
    if (written) resources.push({ ...resource, written });
  };

  const years = await yearsOf(store.tables);
  for (const year of years)
    await add(
      {
        name: `observations-${yearName(year)}`,
        title: `Observations of ${yearTitle(year)}`,
        description: 'Every claim of every report that readers see, with the words that make it.',
        columns,
        primaryKey: 'id',
      },
      `observations/${yearName(year)}.parquet`,
      (sink) => exportObservations(store.tables, sink, { format: 'parquet', query: { year }, now }),
    );
  for (const year of years)
    await add(
      {
        name: `figures-${yearName(year)}`,
        title: `Figures of ${yearTitle(year)}`,
        description: 'One row a figure: the value that was chosen from all reports, and why.',
        columns: figureColumns,
        primaryKey: 'figure',
      },
      `figures/${yearName(year)}.parquet`,
      (sink) =>
        exportFigures(
          'parquet',
          everyRow<Figure>((page) => store.figures({ year, ...page })),
          sink,
        ),
    );
  const table = <T>(
    name: string,
    description: string,
    its: readonly Column<T>[],
    rows: AsyncIterable<T>,
  ): Promise<void> =>
    add(
      {
        name,
        title: titleOf(name),
        description,
        columns: its,
        ...(its[0] ? { primaryKey: its[0].name } : {}),
      },
      `${name}.csv`,
      (sink) => writeRows('csv' satisfies ExportFormat, its, rows, sink),
    );
  const reports = everyRow<VersionRow>((page) => store.documents({ asOf: now, ...page }));
  await table('reports', 'Every report that readers see.', reportColumns, reports);
  await table(
    'sources',
    'Sections of sites that are crawled.',
    sourceColumns,
    each(await store.listSources()),
  );
  await table('codes', 'Indicators that have a code.', codeColumns, each(codesOf(options.lexicon, english)));
  await table('regions', 'Units of GB/T 2260, in force and former.', regionColumns, each(regionRows()));
  await put('README.md', textOf(readme(about)));

  for (const path of before?.paths ?? [])
    if (!resources.some(({ written }) => written.path === path) && isInside(path)) {
      await rm(join(folder, path), { force: true });
      files.push({ path, state: 'removed' });
    }
  // The time of an export that found nothing new is no news.
  const isSame = before !== null && files.every(({ state }) => state === 'same');
  const created = isSame ? before.created : new Date(now).toISOString();
  await put(DESCRIPTOR, textOf(`${JSON.stringify(descriptorOf(about, resources, created), null, 2)}\n`));
  const sums = files.flatMap((file) => (file.state === 'removed' ? [] : `${file.sha256}  ${file.path}\n`));
  await put('SHA256SUMS', textOf(sums.join('')));
  return files;
}

const regionsAbout =
  'One row a unit of GB/T 2260. A unit is in force where `last_listed` is empty; a former one (a county that became a district) was in force until a day between `last_listed` and `missing_from`, years of published tables. Follow `successor` to carry its series on; observations keep the name and code that their report has. A code that was given to one unit after another stands for the one in force, else for the last.';

const yearName = (year: number | null): string => (year === null ? 'undated' : String(year));
const yearTitle = (year: number | null): string => (year === null ? 'no stated year' : `the year ${year}`);
const titleOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** A descriptor is a file that anybody may have changed: nothing outside the folder is removed for it. */
const isInside = (path: string): boolean => /^((observations|figures)\/\w+\.parquet|\w+\.csv)$/.test(path);

function codesOf(lexicon: string | undefined, english: (code: string) => string | null): Code[] {
  const links = indicatorLinks();
  return loadLexicon(lexicon).indicators.map((indicator) => ({
    indicator,
    english: english(indicator.code),
    links: links[indicator.code] ?? {},
  }));
}

async function* each<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows;
}

async function* everyRow<T>(
  ask: (page: { limit: number; after: string | undefined }) => Promise<PageOf<T>>,
): AsyncGenerator<T> {
  let after: string | undefined;
  do {
    const page: PageOf<T> = await ask({ limit: 1_000, after });
    yield* page.rows;
    after = page.next ?? undefined;
  } while (after !== undefined);
}

const textOf =
  (text: string): Write =>
  async (sink) => {
    sink.write(text);
    return text.trimEnd().split('\n').length;
  };

function readme({ title, licence }: About): string {
  const table = <T>(name: string, what: string, its: readonly Column<T>[]) => [
    `## ${name}`,
    '',
    what,
    '',
    ...describeColumns(its),
    '',
  ];
  return [
    `# ${title}`,
    '',
    'A data package (Frictionless): `datapackage.json` lists the files with their columns and says how to cite them. `sha256sum -c SHA256SUMS` proves them.',
    'Observations and figures lie in Parquet files by the first year of their period; `undated` holds those without one.',
    '',
    `The compilation is licensed under ${licence}. The sentences that prove the values are quoted from public reports and remain those of the bodies that issued them.`,
    '',
    dataDictionary().replace(/^# .*\n+/, ''),
    ...table('Reports', 'One row a report at one page.', reportColumns),
    ...table('Sources', 'One row a source.', sourceColumns),
    ...table('Codes', 'One row an indicator that has a code.', codeColumns),
    ...table('Regions', regionsAbout, regionColumns),
  ].join('\n');
}
