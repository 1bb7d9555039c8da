import { withProducer } from '@zhibiao/runtime/queues';
import { withStores } from '@zhibiao/runtime/stores';
import { UsageError } from '@zhibiao/shared';
import { localTime } from '../output/local-time.ts';
import { textTable } from '../output/table.ts';
import type { Commands } from './command.ts';
import { formats } from './filters.ts';

export const scheduleCommands: Commands = (program, config, terminal) => {
  const schedules = program.command('schedules');

  schedules
    .command('list')
    .addOption(formats('table', 'json'))
    .action((options: { format: string }) =>
      withProducer(config(), async (producer) => {
        const { listSchedules } = await import('@zhibiao/shared/queues');
        const list = await listSchedules(producer, Date.now());
        if (options.format === 'json') return terminal.out(`${JSON.stringify(list)}\n`);
        const rows = list.map((s) => [
          s.source,
          s.cron,
          s.next ? localTime(s.next) : '-',
          s.late ? 'LATE' : 'ok',
        ]);
        terminal.print(`${textTable([['source', 'cron', 'next run', 'state'], ...rows])}\n`);
      }),
    );

  for (const [name, paused] of [
    ['pause', true],
    ['resume', false],
  ] as const) {
    schedules
      .command(name)
      .argument('<source...>')
      .action((ids: string[]) =>
        withStores(config(), ({ store }) =>
          withProducer(config(), async (producer) => {
            for (const id of ids) {
              const source = await store.getSource(id);
              if (!source)
                throw new UsageError(`There is no source ${id}; \`zhibiao sources list\` names them.`, id);
              await store.saveSource({ ...source, paused });
            }
            const { reconcileSchedules } = await import('@zhibiao/shared/queues');
            await reconcileSchedules(producer, await store.listSources(), Date.now());
            terminal.say(`${name}d: ${ids.join(', ')}`);
          }),
        ),
      );
  }
};
