import { hostname, userInfo } from 'node:os';
import { openGazetteer } from '@zhibiao/parser/gazetteer';
import { regionCode } from '@zhibiao/runtime/region-code';
import { withStores } from '@zhibiao/runtime/stores';
import { UsageError } from '@zhibiao/shared';
import { evaluationSet } from '@zhibiao/store';
import { Argument, Option } from 'commander';
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
          review.id,
          review.verdict,
          state,
          review.quote,
          review.by,
          localTime(review.at),
          review.note,
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
    .command('correct')
    .description('put right the region, year or genre of a whole report, or withdraw it')
    .argument('<document>')
    .option('--region <name|code>')
    .option('--year <year>', 'delivered in')
    .addOption(new Option('--genre <genre>').choices(['work-report', 'communique', 'budget']))
    .option('--exclude', 'its observations count for no figure')
    .requiredOption('--note <reason>')
    .option('--by <name>', 'the name of this account by default')
    .action((document: string, options: CorrectOptions) =>
      withStores(config(), async ({ store }) => {
        const { region, genre = null, exclude = false, note, by = whoever() } = options;
        const adcode = region === undefined ? null : regionCode(region);
        const year = number('--year', options.year) ?? null;
        if (!exclude && adcode === null && year === null && genre === null)
          throw new UsageError('Say what is right: --region, --year, --genre, or --exclude.', document);
        const place =
          adcode === null
            ? null
            : { adcode, name: openGazetteer().byAdcode(adcode)?.name ?? region ?? adcode };
        await store.override({ document, region: place, year, genre, excluded: exclude, note, by });
        terminal.say(`${document}: ${exclude ? 'withdrawn' : 'corrected'}.`);
      }),
    );

  reviews
    .command('restore')
    .description('take back what was said of whole reports')
    .argument('<document...>')
    .action((ids: string[]) =>
      withStores(config(), async ({ store }) => {
        for (const id of ids) await store.unoverride(id);
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

interface CorrectOptions {
  readonly region?: string;
  readonly year?: string;
  readonly genre?: 'work-report' | 'communique' | 'budget';
  readonly exclude?: boolean;
  readonly note: string;
  readonly by?: string;
}

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
