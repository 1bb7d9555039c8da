import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withStores } from '@zhibiao/runtime/stores';
import { type Config, present, type Source, UsageError } from '@zhibiao/shared';
import type { DocumentStore } from '@zhibiao/store';
import type { Command } from 'commander';
import type { Commands } from './command.ts';
import { whoever } from './reviews.ts';
import { printCheck, setSchedules } from './source-words.ts';

interface AddOptions {
  readonly id?: string;
  readonly name?: string;
  readonly from?: string;
  readonly dryRun?: boolean;
}

/** `sources add` and `sources export`: adds them to the group `sources`. */
export const addSourceCommands = (
  sources: Command,
  config: () => Config,
  terminal: Parameters<Commands>[2],
): void => {
  sources
    .command('add')
    .description('check an address and add it as a source, or the sources of a table')
    .argument('[url]')
    .option('--id <id>', 'made of the address by default')
    .option('--name <name>', "the page's title by default")
    .option('--from <csv>', 'a CSV with a heading: start, and id, name, family, title, cron … as wanted')
    .option('--dry-run', 'say what would be added, and add nothing')
    .action((url: string | undefined, options: AddOptions) =>
      withStores(config(), async ({ store, config: settings }) => {
        if ((url === undefined) === (options.from === undefined))
          throw new UsageError('Give an address, or a table with --from.', 'url');
        const wanted =
          options.from === undefined
            ? [await proposed(present(url, 'the address'), options, settings, terminal)]
            : await sourcesOfCsv(options.from);
        const added = await addAll(store, wanted, options.dryRun ?? false, terminal);
        if (added > 0 && !options.dryRun) await setSchedules(settings, store, terminal);
      }),
    );

  sources
    .command('export')
    .description('write sources of the store as YAML, as source files have it')
    .argument('[id...]', 'all when none is named')
    .option('--out <folder>', 'a file for each, instead of standard output')
    .action((ids: string[], options: { out?: string }) =>
      withStores(config(), async ({ store }) => {
        const { writeSource } = await import('@zhibiao/crawler/sources');
        const all = await store.listSources();
        for (const id of ids.filter((wanted) => !all.some((source) => source.id === wanted)))
          terminal.fail(`${id} is no source; \`zhibiao sources list\` names them.`);
        const chosen = all.filter(({ id }) => ids.length === 0 || ids.includes(id));
        if (!options.out) return terminal.out(chosen.map(writeSource).join('---\n'));
        await mkdir(options.out, { recursive: true });
        for (const source of chosen)
          await writeFile(join(options.out, `${source.id}.yaml`), writeSource(source));
        terminal.say(`${chosen.length} files in ${options.out}.`);
      }),
    );
};

async function proposed(
  url: string,
  { id, name }: AddOptions,
  settings: Config,
  terminal: Parameters<Commands>[2],
): Promise<Source> {
  const { proposeSource } = await import('@zhibiao/runtime/propose-source');
  const { source, checks } = await proposeSource(url, settings);
  const wanted = { ...source, ...(id ? { id } : {}), ...(name ? { name } : {}) };
  for (const check of checks) {
    if (check.failure) throw new UsageError(`${check.url}: ${check.failure}`, url);
    printCheck(wanted.id, check, terminal);
  }
  const { readSource } = await import('@zhibiao/runtime/read-source');
  return readSource(wanted, url);
}

async function addAll(
  store: DocumentStore,
  wanted: readonly Source[],
  dryRun: boolean,
  terminal: Parameters<Commands>[2],
): Promise<number> {
  let added = 0;
  for (const source of wanted) {
    if (await store.getSource(source.id)) {
      terminal.fail(`${source.id}: there is such a source already; give another --id.`);
      continue;
    }
    if (!dryRun) await store.saveSource({ ...source, edited: { by: whoever(), at: Date.now() } });
    terminal.say(`${source.id} (${source.name}) ${dryRun ? 'would be added' : 'added'}.`);
    added++;
  }
  return added;
}

const lists = new Set(['start', 'include', 'exclude', 'sitemaps']);

/**
 * Reads sources from a table: its heading names fields of source files; addresses and patterns of a list are separated
 * by blanks; `delayMs` and
 * `concurrency` are of the politeness.
 * @throws UsageError that names file, line and fault
 */
async function sourcesOfCsv(file: string): Promise<Source[]> {
  const { parse } = await import('csv-parse/sync');
  const { idFor } = await import('@zhibiao/runtime/propose-source');
  const { readSource } = await import('@zhibiao/runtime/read-source');
  let rows: { record: Record<string, string>; info: { lines: number } }[];
  try {
    rows = parse(await readFile(file, 'utf8'), {
      columns: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      info: true,
    });
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`, file, { cause: error });
  }
  return rows.map(({ record, info }) => {
    const fields: Record<string, unknown> = {};
    const politeness: Record<string, number> = {};
    for (const [name, text] of Object.entries(record)) {
      if (text === '') continue;
      if (name === 'delayMs' || name === 'concurrency') politeness[name] = Number(text);
      else if (lists.has(name)) fields[name] = text.split(/\s+/);
      else if (name === 'maxPages' || name === 'maxDepth') fields[name] = Number(text);
      else if (name === 'enabled') fields[name] = text === 'true';
      else fields[name] = text;
    }
    const [start = ''] = (fields.start as string[] | undefined) ?? [];
    const whole = { id: idFor(start), name: fields.id ?? idFor(start), ...fields, politeness };
    return readSource(whole, `${file}:${info.lines}`);
  });
}
