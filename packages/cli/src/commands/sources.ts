import { loadSources } from '@zhibiao/crawler/sources';
import { withProducer } from '@zhibiao/runtime/queues';
import { findRedisUrl } from '@zhibiao/runtime/redis';
import { withStores } from '@zhibiao/runtime/stores';
import type { Source } from '@zhibiao/shared';
import { reconcileSchedules } from '@zhibiao/shared/queues';
import { textTable } from '../output/table.ts';
import type { Commands } from './command.ts';
import { formats } from './filters.ts';

export const sourceCommands: Commands = (program, config, terminal) => {
  const sources = program.command('sources');

  sources
    .command('list')
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
          s.start[0]!,
        ]);
        terminal.print(`${textTable([['id', 'name', 'family', 'cron', 'state', 'start'], ...rows])}\n`);
      }),
    );

  sources
    .command('apply')
    .description('read the source files into the store and set the schedules')
    .argument('[folder]', 'folder of YAML files; ZHIBIAO_SEEDS by default')
    .action((folder?: string) =>
      withStores(config(), async ({ store, config: settings }) => {
        const files = await loadSources(folder ?? settings.seedsDir);
        for (const source of files) {
          const before = await store.getSource(source.id);
          await store.saveSource({ ...source, paused: before?.paused ?? false });
        }
        terminal.say(`${files.length} sources applied.`);
        if (!reachable(() => findRedisUrl(settings))) {
          terminal.say('No Redis runs here: the schedules are set when `zhibiao up` starts.');
          return;
        }
        await withProducer(settings, async (producer) => {
          const { written, removed } = await reconcileSchedules(
            producer,
            await store.listSources(),
            Date.now(),
          );
          terminal.say(`schedules: ${written.length} set, ${removed.length} removed.`);
        });
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
    .argument('[id...]', 'of the source files; all when none is named')
    .addOption(formats('text', 'json'))
    .action(async (ids: string[], options: { format: string }) => {
      const { checkSource } = await import('@zhibiao/runtime/check-source');
      const settings = config();
      const files = await loadSources(settings.seedsDir);
      for (const id of ids.filter((wanted) => !files.some((s) => s.id === wanted)))
        terminal.fail(`${id}: no such source.`);
      for (const source of files.filter((s) => ids.length === 0 || ids.includes(s.id))) {
        for (const check of await checkSource(source, settings)) {
          if (check.failure) terminal.fail(`${source.id} ${check.url}: ${check.failure}`);
          if (options.format === 'json') terminal.out(`${JSON.stringify({ source: source.id, ...check })}\n`);
          else if (!check.failure) {
            terminal.print(`${source.id} ${check.url}: ${check.role}\n`);
            for (const { url, title } of check.articles) terminal.print(`  article  ${title}  ${url}\n`);
            for (const { url, title } of check.lists) terminal.print(`  list     ${title}  ${url}\n`);
            for (const { url, title, reason } of check.leftOut)
              terminal.print(`  left out (${reason})  ${title}  ${url}\n`);
          }
        }
      }
    });
};

const stateOf = (source: Source) => (source.paused ? 'paused' : source.enabled ? 'enabled' : 'disabled');

function reachable(find: () => string): boolean {
  try {
    find();
    return true;
  } catch {
    return false;
  }
}
