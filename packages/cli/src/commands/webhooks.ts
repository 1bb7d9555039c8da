import { withProducer } from '@zhibiao/runtime/queues';
import { regionCode } from '@zhibiao/runtime/region-code';
import { withStores } from '@zhibiao/runtime/stores';
import { WebhookEvent } from '@zhibiao/shared';
import { localTime } from '../output/local-time.ts';
import { textTable } from '../output/table.ts';
import type { Commands } from './command.ts';
import { formats, number } from './filters.ts';
import { whoever } from './reviews.ts';

interface AddOptions {
  readonly event?: string[];
  readonly region?: string;
  readonly year?: string;
  readonly code?: string;
  readonly name?: string;
  readonly measure?: string;
  readonly source?: string;
}

/** `webhooks`: addresses that receive changes and failures. The console and `up` send to them. */
export const webhookCommands: Commands = (program, config, terminal) => {
  const webhooks = program.command('webhooks').description('addresses that receive changes and failures');
  const manage = () => import('@zhibiao/runtime/webhooks/manage');
  const withDeps = (
    use: (deps: Parameters<Awaited<ReturnType<typeof manage>>['testWebhook']>[0]) => Promise<void>,
  ) =>
    withStores(config(), ({ store }) =>
      withProducer(config(), (producer) => use({ store, producer, config: config() })),
    );

  webhooks
    .command('add')
    .description('send events to an address from now on; prints its secret, once')
    .argument('<url>')
    .option('--event <event...>', `${WebhookEvent.options.join(', ')}; figures.changed by default`)
    .option('--region <name|code>', 'changes of this region and its sub-regions only')
    .option('--year <year>', 'of this period only')
    .option('--code <code>', 'of this indicator only')
    .option('--name <name>', 'of indicators of this name only')
    .option('--measure <measure>', 'level, growth, change, rank or gap')
    .option('--source <id>', 'that a page of this source gives')
    .action((url: string, { event = ['figures.changed'], region, year, ...rest }: AddOptions) =>
      withDeps(async (deps) => {
        const { addWebhook } = await manage();
        const asked = { ...rest, region: region && regionCode(region), year: number('--year', year) };
        const filter = Object.fromEntries(
          Object.entries(asked).filter((entry): entry is [string, string | number] => entry[1] !== undefined),
        );
        const webhook = await addWebhook(deps, { url, events: event, filter, by: whoever() });
        terminal.say(`${webhook.id} receives ${webhook.events.join(', ')}. Its secret, shown this once:`);
        terminal.out(`${webhook.secret}\n`);
      }),
    );

  webhooks
    .command('list', { isDefault: true })
    .addOption(formats('table', 'json'))
    .action(({ format }: { format: string }) =>
      withStores(config(), async ({ store }) => {
        const shown = (await store.listWebhooks()).map(({ secret: _, ...webhook }) => webhook);
        if (format === 'json') return terminal.out(`${JSON.stringify({ webhooks: shown })}\n`);
        const rows = shown.map(({ id, url, events, filter, state, by }) => [
          id,
          url,
          events.join(' '),
          Object.entries(filter)
            .map((pair) => pair.join('='))
            .join(' '),
          state,
          by,
        ]);
        terminal.print(
          `${textTable([['webhook', 'address', 'events', 'filter', 'state', 'by'], ...rows], 60)}\n`,
        );
      }),
    );

  webhooks
    .command('test')
    .description('send a test message now; exit code 1 where it is not taken')
    .argument('<webhook>')
    .action((id: string) =>
      withDeps(async (deps) => {
        const { tried, error } = await (await manage()).testWebhook(deps, id);
        if (error) throw error;
        terminal.say(`${id}: taken with ${tried.status} after ${tried.ms} ms`);
      }),
    );

  webhooks
    .command('log')
    .description('what was sent and what came of it, newest first')
    .argument('<webhook>')
    .addOption(formats('table', 'json'))
    .action((id: string, { format }: { format: string }) =>
      withDeps(async ({ store, producer }) => {
        await (await manage()).knownWebhook(store, id);
        const { WebhookLog } = await import('@zhibiao/runtime/webhooks/log');
        const tries = await new WebhookLog(producer.redis, producer.prefix).read(id);
        if (format === 'json') return terminal.out(`${JSON.stringify({ deliveries: tries })}\n`);
        const rows = tries.map(({ at, event, attempt, status, error, ms, message }) => [
          localTime(at),
          event,
          String(attempt),
          status === null ? '-' : String(status),
          error ?? 'taken',
          `${ms} ms`,
          message,
        ]);
        terminal.print(
          `${textTable([['when', 'event', 'try', 'status', 'outcome', 'took', 'message'], ...rows], 60)}\n`,
        );
      }),
    );

  for (const [name, state] of [
    ['pause', 'paused'],
    ['resume', 'active'],
  ] as const)
    webhooks
      .command(name)
      .argument('<webhook>')
      .action((id: string) =>
        withDeps(async (deps) => {
          await (await manage()).setWebhookState(deps, id, state);
          terminal.say(`${id} is ${state}`);
        }),
      );

  webhooks
    .command('remove')
    .argument('<webhook>')
    .action((id: string) =>
      withDeps(async (deps) => {
        await (await manage()).removeWebhook(deps, id);
        terminal.say(`${id} is removed`);
      }),
    );
};
