import { hostname, userInfo } from 'node:os';
import { withStores } from '@zhibiao/runtime/stores';
import { UsageError } from '@zhibiao/shared';
import { evaluationSet } from '@zhibiao/store';
import { Argument } from 'commander';
import { localTime } from '../output/local-time.ts';
import { textTable } from '../output/table.ts';
import type { Commands } from './command.ts';
import { formats, number } from './filters.ts';

/** Whoever works on this machine, for what is kept with a name. */
export const whoever = (): string => `${userInfo().username}@${hostname()}`;

/** `reviews`: what people say of observations. */
export const reviewCommands: Commands = (program, config, terminal) => {
  const reviews = program.command('reviews').description('what people say of observations');

  reviews
    .command('list', { isDefault: true })
    .description('newest first')
    .option('--document <id>')
    .option('--open', 'only those that need a look: the claim has changed or is gone')
    .option('--limit <n>', '1000 by default')
    .addOption(formats('table', 'json'))
    .action((options: { document?: string; open?: boolean; limit?: string; format: string }) =>
      withStores(config(), async ({ store }) => {
        const limit = number('--limit', options.limit);
        const found = await store.reviews({
          ...(options.document ? { document: options.document } : {}),
          ...(limit === undefined ? {} : { limit }),
        });
        const all = await store.reviewStandings(found);
        const shown = all.filter(({ state }) => !options.open || state !== 'holds');
        if (options.format === 'json') return terminal.out(`${JSON.stringify({ reviews: shown })}\n`);
        const rows = shown.map(({ review, state }) => [
          ...[review.id, review.verdict, state, review.quote, review.by, localTime(review.at), review.note],
        ]);
        terminal.print(
          `${textTable([['observation', 'verdict', 'state', 'words', 'by', 'at', 'reason'], ...rows], 60)}\n`,
        );
      }),
    );

  reviews
    .command('mark')
    .description('say that an observation is checked, wrong, or what its fields should be')
    .argument('<document>')
    .argument('<observation>', 'its id')
    .addArgument(new Argument('<verdict>').choices(['checked', 'wrong', 'corrected']))
    .option('--set <field=json...>', 'with corrected: a field as it should be, such as value=5.5')
    .option('--note <reason>')
    .option('--by <name>', 'the name of this account by default')
    .action(
      (
        document: string,
        observation: string,
        verdict: 'checked' | 'wrong' | 'corrected',
        options: { set?: string[]; note?: string; by?: string },
      ) =>
        withStores(config(), async ({ store }) => {
          const review = await store.review({
            document,
            observation,
            verdict,
            ...(options.set ? { fields: Object.fromEntries(options.set.map(fieldOf)) } : {}),
            ...(options.note ? { note: options.note } : {}),
            by: options.by ?? whoever(),
          });
          terminal.say(`${review.id}: ${review.verdict}.`);
        }),
    );

  reviews
    .command('remove')
    .description('take back what was said of observations')
    .argument('<observation...>')
    .action((ids: string[]) =>
      withStores(config(), async ({ store }) => {
        for (const id of ids) await store.unreview(id);
        terminal.say(`${ids.length} taken back.`);
      }),
    );

  reviews
    .command('export')
    .description('all reviews with their texts, as JSON lines for `npm run eval -- --reviews FILE`')
    .action(() =>
      withStores(config(), async ({ store, archive }) => {
        for await (const report of evaluationSet(store.tables, archive))
          terminal.out(`${JSON.stringify(report)}\n`);
      }),
    );
};

/** @throws UsageError */
function fieldOf(text: string): readonly [string, unknown] {
  const at = text.indexOf('=');
  const name = text.slice(0, at);
  const value = text.slice(at + 1);
  if (at < 1) throw new UsageError(`--set ${text}: write FIELD=VALUE, such as value=5.5.`, '--set');
  try {
    return [name, JSON.parse(value)];
  } catch {
    return [name, value];
  }
}
