import { withProducer } from '@zhibiao/runtime/queues';
import { type RunDeps, resumeRun, stopRun } from '@zhibiao/runtime/runs';
import { withStores } from '@zhibiao/runtime/stores';
import type { Terminal } from '@zhibiao/runtime/terminal';
import { type Run, UsageError } from '@zhibiao/shared';
import { localTime } from '../output/local-time.ts';
import { textTable } from '../output/table.ts';
import type { Commands } from './command.ts';
import { formats } from './filters.ts';

/** `runs`: crawls and reprocesses; how one stands, and stopping and resuming it. */
export const runCommands: Commands = (program, config, terminal) => {
  const runs = program.command('runs');
  const withRuns = (use: (deps: RunDeps) => Promise<void>) =>
    withStores(config(), ({ store }) => withProducer(config(), (producer) => use({ store, producer })));

  runs
    .command('list', { isDefault: true })
    .description('newest first')
    .addOption(formats('table', 'json'))
    .action((options: { format: string }) =>
      withStores(config(), async ({ store }) => {
        const list = await store.listRuns(50);
        if (options.format === 'json') return terminal.out(`${JSON.stringify(list)}\n`);
        const rows = list.map((run) => [
          run.id,
          run.type,
          run.state,
          localTime(run.startedAt),
          run.finishedAt === null ? '-' : localTime(run.finishedAt),
          inWords(run.counts),
        ]);
        terminal.print(
          `${textTable([['run', 'type', 'state', 'started', 'ended', 'counts'], ...rows], 60)}\n`,
        );
      }),
    );

  runs
    .command('show')
    .description('state, counts and failures of a run')
    .argument('<run>')
    .addOption(formats('table', 'json'))
    .action((id: string, options: { format: string }) =>
      withStores(config(), async ({ store }) => {
        const run = await store.getRun(id);
        if (!run) throw new UsageError(`There is no run ${id}; \`zhibiao runs\` lists them.`, id);
        // A run that has ended is told from the store alone.
        const progress =
          run.state === 'running' || run.state === 'stopped'
            ? await withProducer(config(), (producer) => producer.ledger.progress(id)).catch(() => null)
            : null;
        if (options.format === 'json') return terminal.out(`${JSON.stringify({ ...run, progress })}\n`);
        show(run, progress, terminal);
      }),
    );

  for (const [name, about, change] of [
    ['stop', 'stop a run where it is: its jobs wait until it is resumed', stopRun],
    ['resume', 'let a stopped run go on', resumeRun],
  ] as const) {
    runs
      .command(name)
      .description(about)
      .argument('<run...>')
      .action((ids: string[]) =>
        withRuns(async (deps) => {
          for (const id of ids) terminal.say(`${id}: ${(await change(deps, id)).state}`);
        }),
      );
  }
};

const inWords = (counts: object) =>
  Object.entries(counts)
    .map(([what, n]) => `${what} ${n}`)
    .join(', ');

function show(run: Run, progress: { byQueue: Record<string, object> } | null, terminal: Terminal): void {
  const took = Math.round(((run.finishedAt ?? Date.now()) - run.startedAt) / 1_000);
  const lines = [
    ['run', run.id],
    ['type', run.type],
    ['state', run.reason === null ? run.state : `${run.state}: ${run.reason}`],
    ['asked for', JSON.stringify(run.selection)],
    ['started', localTime(run.startedAt)],
    ['ended', run.finishedAt === null ? '-' : localTime(run.finishedAt)],
    ['took', `${took} s`],
    ...(progress
      ? Object.entries(progress.byQueue).map(([queue, counts]) => [queue, inWords(counts)])
      : Object.entries(run.counts).map(([what, n]) => [what, String(n)])),
    ...Object.entries(run.failures).map(([error, n]) => [error, `${n} failed`]),
  ];
  terminal.print(`${textTable([['', ''], ...lines], 100)}\n`);
}
