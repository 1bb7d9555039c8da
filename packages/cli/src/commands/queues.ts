import { withProducer } from '@zhibiao/runtime/queues';
import { retryQuarantined } from '@zhibiao/runtime/runs';
import { withStores } from '@zhibiao/runtime/stores';
import { textTable } from '../output/table.ts';
import type { Commands } from './command.ts';
import { formats } from './filters.ts';
import { queueOf } from './queue-name.ts';

const finished = ['completed', 'failed'] as const;

export const queueCommands: Commands = (program, config, terminal) => {
  const queues = program.command('queues');

  queues
    .command('status')
    .addOption(formats('table', 'json'))
    .action((options: { format: string }) =>
      withProducer(config(), async (producer) => {
        const { queueStatus } = await import('@zhibiao/shared/queues');
        const status = await queueStatus(producer);
        if (options.format === 'json') return terminal.out(`${JSON.stringify(status)}\n`);
        const head = [
          'queue',
          'waiting',
          'active',
          'delayed',
          'failed',
          'oldest waiting',
          'workers',
          'state',
        ];
        const rows = status.map(({ queue, counts, oldestWaitingMs, workers, paused }) => [
          queue,
          String((counts.waiting ?? 0) + (counts.prioritized ?? 0)),
          ...['active', 'delayed', 'failed'].map((state) => String(counts[state] ?? 0)),
          oldestWaitingMs === null ? '-' : `${Math.round(oldestWaitingMs / 1000)} s`,
          String(workers),
          paused ? 'paused' : 'running',
        ]);
        terminal.print(`${textTable([head, ...rows])}\n`);
      }),
    );

  queues
    .command('retry')
    .description('replay what the quarantine holds')
    .option('--stage <queue>', 'only this queue')
    .option('--source <source>', 'only this source')
    .option('--run <run>', 'only this run')
    .option('--id <id...>', 'only these records')
    .action((options: { stage?: string; source?: string; run?: string; id?: string[] }) =>
      withStores(config(), ({ store }) =>
        withProducer(config(), async (producer) => {
          const stage = options.stage === undefined ? undefined : queueOf(options.stage);
          const wanted = { stage, source: options.source, run: options.run, ids: options.id };
          const { retried, refused } = await retryQuarantined({ store, producer }, wanted);
          for (const { id, why } of refused) terminal.fail(`${id}: ${why}`);
          terminal.say(`${retried} quarantined inputs are queued again.`);
        }),
      ),
    );

  for (const [name, about] of [
    ['pause', 'stop handing out jobs'],
    ['resume', 'hand out jobs again'],
  ] as const) {
    queues
      .command(name)
      .description(about)
      .argument('[queue...]')
      .action((names: string[]) =>
        withProducer(config(), async (producer) => {
          const wanted = names.length > 0 ? names.map(queueOf) : Object.keys(producer.queues).map(queueOf);
          for (const queue of wanted) await producer.queues[queue][name]();
          terminal.say(`${name}d: ${wanted.join(', ')}`);
        }),
      );
  }

  queues
    .command('clean')
    .description('drop finished jobs from the dashboard (documents and quarantine stay)')
    .action(() =>
      withProducer(config(), async (producer) => {
        let dropped = 0;
        for (const queue of Object.values(producer.queues)) {
          for (const state of finished) {
            for (let batch = await queue.clean(0, 1_000, state); batch.length > 0; ) {
              dropped += batch.length;
              batch = await queue.clean(0, 1_000, state);
            }
          }
        }
        terminal.say(`${dropped} finished jobs dropped.`);
      }),
    );
};
