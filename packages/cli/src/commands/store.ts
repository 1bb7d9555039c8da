import { createProgress } from '@zhibiao/runtime/progress';
import { tellFailures } from '@zhibiao/runtime/quarantine';
import { withProducer } from '@zhibiao/runtime/queues';
import { awaitRun, startRepair } from '@zhibiao/runtime/runs';
import { withStores } from '@zhibiao/runtime/stores';
import { UsageError } from '@zhibiao/shared';
import { applyRetention, backup, restore, verify } from '@zhibiao/store/maintenance';
import { articlesOf, indexTexts } from '@zhibiao/store/search';
import type { Commands } from './command.ts';

export const storeCommands: Commands = (program, config, terminal) => {
  const store = program.command('store');

  store
    .command('verify')
    .description('check every reference, hash and span')
    .option('--quick', 'references and rows only: not every blob is read again')
    .option('--repair', 'send texts that never reached the store to the parser again, and wait for that')
    .action((options: { quick?: boolean; repair?: boolean }) =>
      withStores(config(), async ({ store: documents, archive }) => {
        const { tables } = documents;
        if (options.repair)
          await withProducer(config(), async (producer) => {
            const deps = { store: documents, producer };
            const run = await startRepair(deps, archive);
            const never = new AbortController().signal;
            const { done, failed } = await awaitRun(deps, run, createProgress(process.stderr), never);
            terminal.say(`run ${run}: ${done} messages done.`);
            if (failed > 0) await tellFailures(documents, run, terminal);
          });
        const onFault = ({ kind, where, what }: { kind: string; where: string; what: string }) =>
          terminal.fail(`${kind} ${where}: ${what}`);
        const result = await verify(tables, archive, { onFault, quick: options.quick ?? false });
        terminal.out(`${JSON.stringify(result)}\n`);
      }),
    );

  store
    .command('backup')
    .description('write documents and archive into a folder')
    .argument('<folder>')
    .action((folder: string) =>
      withStores(config(), async ({ store: { tables }, archive }) => {
        terminal.out(`${JSON.stringify(await backup(tables, archive, folder))}\n`);
      }),
    );

  store
    .command('restore')
    .description('bring a backup back into an empty store and archive')
    .argument('<folder>')
    .option('--resume', 'go on with a restore that broke off')
    .option('--trust-sources', 'leave sources enabled that were enabled when the backup was made')
    .action((folder: string, options: { resume?: boolean; trustSources?: boolean }) =>
      withStores(config(), async ({ store: opened, archive }) => {
        terminal.out(`${JSON.stringify(await restore(folder, opened.tables, archive, options))}\n`);
        const off = options.trustSources ? [] : (await opened.listSources()).filter((s) => !s.enabled);
        if (off.length > 0)
          terminal.say(
            `${off.length} sources are disabled until you have looked at them: \`zhibiao sources list --format json\` ` +
              'shows their patterns and allowHosts, `zhibiao sources enable ID…` enables them.',
          );
      }),
    );

  store
    .command('index-texts')
    .description(
      'let search find the reports that an earlier release has stored; may be broken off and repeated',
    )
    .action(() =>
      withStores(config(), async ({ store: { tables }, archive }) => {
        const tell = (done: number) => done % 500 === 0 && terminal.say(`${done} documents`);
        const { added, missing } = await indexTexts(tables, articlesOf(archive), tell);
        for (const version of missing) terminal.fail(`${version}: its article is not in the archive`);
        terminal.out(`${JSON.stringify({ added, missing: missing.length })}\n`);
      }),
    );

  store
    .command('rebuild-figures')
    .description('make the figures anew from the documents, while others read and write')
    .action(() =>
      withStores(config(), async ({ store }) => {
        const tell = (done: number) => done % 500 === 0 && terminal.say(`${done} documents`);
        terminal.out(`${JSON.stringify(await store.rebuildFigures(tell))}\n`);
      }),
    );

  store
    .command('retention')
    .description(
      'remove rows of dropped runs, thin old snapshots and take away what nothing refers to; without --apply it only says what would go',
    )
    .option('--keep-days <days>', 'younger snapshots stay', '365')
    .option('--thin-to-days <days>', 'of older ones the last in each stretch of so many days; 0: none', '30')
    .option('--apply', 'do it')
    .action((options: { keepDays: string; thinToDays: string; apply?: boolean }) => {
      const policy = {
        keepDays: daysOf('--keep-days', options.keepDays),
        thinToDays: daysOf('--thin-to-days', options.thinToDays),
      };
      const dryRun = !options.apply;
      return withStores(config(), async ({ store: { tables }, archive }) => {
        const result = await applyRetention(tables, archive, policy, { dryRun });
        terminal.out(`${JSON.stringify({ dryRun, ...policy, ...result })}\n`);
        if (dryRun) terminal.say('Nothing was removed. Add --apply to do it.');
      });
    });
};

function daysOf(option: string, text: string): number {
  const days = Number(text);
  if (text.trim() !== '' && Number.isInteger(days) && days >= 0) return days;
  throw new UsageError(`${option} takes a whole number of days, not ${JSON.stringify(text)}.`, option);
}
