import { withStores } from '@zhibiao/runtime/stores';
import type { Source } from '@zhibiao/shared';
import { textTable } from '../output/table.ts';
import { addSourceCommands } from './add-sources.ts';
import type { Commands } from './command.ts';
import { formats } from './filters.ts';
import { printCheck, setSchedules } from './source-words.ts';

export const sourceCommands: Commands = (program, config, terminal) => {
  const sources = program.command('sources');

  sources
    .command('list', { isDefault: true })
    .description('sources of the store: their family, schedule, state and start address')
    .addOption(formats('table', 'json'))
    .action((options: { format: string }) =>
      withStores(config(), async ({ store }) => {
        const list = await store.listSources();
        if (options.format === 'json') return terminal.out(`${JSON.stringify(list)}\n`);
        const rows = list.map((s) => [
          s.id,
          s.name,
          s.family ?? 'any',
          s.cron ?? '-',
          stateOf(s),
          s.start[0] ?? '',
        ]);
        terminal.print(`${textTable([['id', 'name', 'family', 'cron', 'state', 'start'], ...rows])}\n`);
      }),
    );

  sources
    .command('apply')
    .description('read the source files into the store and set the schedules')
    .argument('[folder]', 'folder of YAML files, or one file; ZHIBIAO_SEEDS by default')
    .option('--force', 'files count, also where a source was edited in the console')
    .action((folder: string | undefined, options: { force?: boolean }) =>
      withStores(config(), async ({ store, config: settings }) => {
        const { loadSources } = await import('@zhibiao/crawler/sources');
        const { applySources } = await import('@zhibiao/runtime/apply-sources');
        const files = await loadSources(folder ?? settings.seedsDir);
        const { applied, kept } = await applySources(store, files, { force: options.force ?? false });
        for (const { id, fields, by } of kept)
          terminal.fail(
            `${id} was edited by ${by} and differs from its file in ${fields.join(', ')}; left as it is. \`sources export ${id}\` writes it, --force takes the file.`,
          );
        terminal.say(`${applied.length} sources applied.`);
        await setSchedules(settings, store, terminal);
      }),
    );

  for (const enabled of [true, false])
    sources
      .command(enabled ? 'enable' : 'disable')
      .description(
        enabled
          ? 'crawl sources again that were disabled, or came with a backup'
          : 'neither schedule nor crawl sources',
      )
      .argument('<id...>')
      .action((ids: string[]) =>
        withStores(config(), async ({ store }) => {
          for (const id of ids) {
            const source = await store.getSource(id);
            if (!source) {
              terminal.fail(`${id} is no source; \`zhibiao sources list\` names them.`);
              continue;
            }
            await store.saveSource({ ...source, enabled });
            const hosts = enabled && source.allowHosts.length > 0 ? source.allowHosts.join(', ') : null;
            terminal.say(
              `${id} is ${enabled ? 'enabled' : 'disabled'}${hosts ? `; it may reach the private hosts ${hosts}` : ''}.`,
            );
          }
        }),
      );

  sources
    .command('check')
    .description("fetch each source's start page and say what it would follow")
    .argument('[id...]', 'of the source files, or the path of one; all when none is named')
    .addOption(formats('text', 'json'))
    .action(async (ids: string[], options: { format: string }) => {
      const { checkSource } = await import('@zhibiao/runtime/check-source');
      const settings = config();
      const { loadSources } = await import('@zhibiao/crawler/sources');
      const names = ids.filter((wanted) => !isPath(wanted));
      const known = ids.length === 0 || names.length > 0 ? await loadSources(settings.seedsDir) : [];
      for (const id of names.filter((wanted) => !known.some((s) => s.id === wanted)))
        terminal.fail(
          `${id}: no such source in ${settings.seedsDir}. List them with: zhibiao sources list. A file is named by its path, as ./${id}.yaml.`,
        );
      const checked = known.filter((s) => ids.length === 0 || names.includes(s.id));
      for (const file of ids.filter(isPath)) checked.push(...(await loadSources(file)));
      for (const source of checked) {
        for (const check of await checkSource(source, settings)) {
          if (check.failure) terminal.fail(`${source.id} ${check.url}: ${check.failure}`);
          if (options.format === 'json') terminal.out(`${JSON.stringify({ source: source.id, ...check })}\n`);
          else if (!check.failure) printCheck(source.id, check, terminal);
        }
      }
    });

  addSourceCommands(sources, config, terminal);
};

/** A file of sources, as against the id of one. */
const isPath = (name: string): boolean => /[\\/]|\.ya?ml$/i.test(name);

const stateOf = (source: Source) => (source.paused ? 'paused' : source.enabled ? 'enabled' : 'disabled');
