import { withStores } from '@zhibiao/runtime/stores';
import { localTime } from '../output/local-time.ts';
import { textTable } from '../output/table.ts';
import type { Commands } from './command.ts';
import { formats } from './filters.ts';

export const runCommands: Commands = (program, config, terminal) => {
  program
    .command('runs')
    .description('crawls and reprocesses, newest first')
    .addOption(formats('table', 'json'))
    .action((options: { format: string }) =>
      withStores(config(), async ({ store }) => {
        const runs = await store.listRuns(50);
        if (options.format === 'json') return terminal.out(`${JSON.stringify(runs)}\n`);
        const rows = runs.map((run) => [
          ...[run.id, run.type, run.state, localTime(run.startedAt)],
          ...[run.finishedAt === null ? '-' : localTime(run.finishedAt), JSON.stringify(run.counts)],
        ]);
        terminal.out(`${textTable([['run', 'type', 'state', 'started', 'ended', 'counts'], ...rows], 60)}\n`);
      }),
    );
};
