import { createProgress } from '@zhibiao/runtime/progress';
import { tellFailures } from '@zhibiao/runtime/quarantine';
import { withProducer } from '@zhibiao/runtime/queues';
import { awaitRun } from '@zhibiao/runtime/runs';
import { withStores } from '@zhibiao/runtime/stores';
import { UsageError } from '@zhibiao/shared';
import type { Commands } from './command.ts';

export const archiveCommands: Commands = (program, config, terminal) => {
  const archive = program.command('archive');

  archive
    .command('export')
    .description('write all snapshots as WARC with a CDXJ index')
    .requiredOption('--warc <folder>')
    .option('--name <name>', 'what the files are called', 'zhibiao')
    .action((options: { warc: string; name: string }) =>
      withStores(config(), async ({ archive: kept }) => {
        const { exportWarc } = await import('@zhibiao/store/warc');
        const result = await exportWarc(kept, options.warc, options.name);
        terminal.out(`${JSON.stringify(result)}\n`);
        for (const key of result.missing) terminal.fail(`${key}: its body is not in the archive.`);
      }),
    );

  archive
    .command('import')
    .description('put the answers of WARC files into the archive')
    .argument('<file...>')
    .option(
      '--clean',
      'read what they hold as a crawl would have: cleaned, parsed and stored, without the network',
    )
    .option('--source <id>', 'with --clean: to which source the pages belong')
    .option('--wait', 'with --clean: show progress until it is done')
    .action((files: string[], options: { clean?: boolean; source?: string; wait?: boolean }) =>
      withStores(config(), async ({ archive: kept, store }) => {
        const { clean, source = null, wait } = options;
        if (wait && !clean) throw new UsageError('--wait goes with --clean.', '--wait');
        if (source !== null && !clean) throw new UsageError('--source goes with --clean.', '--source');
        if (source !== null && !(await store.getSource(source)))
          throw new UsageError(`${source} is no source; \`zhibiao sources list\` names them.`, source);
        const { ImportedPages, startOffline } = await import('@zhibiao/runtime/crawl-offline');
        const { importWarcs } = await import('@zhibiao/store/warc');
        const imported = new ImportedPages();
        await importWarcs(kept, files, {
          taken: (snapshot) => imported.add(snapshot),
          done: (file, result) => {
            terminal.say(`${file}: ${result.snapshots} snapshots, ${result.passed} other records.`);
            for (const { url, reason } of result.refused) terminal.fail(`${file}: ${url}: ${reason}`);
          },
          failed: (file, error) => terminal.fail(`${file}: ${error.message}`),
        });
        if (!clean) return;
        await withProducer(config(), async (producer) => {
          const { run, pages, others } = await startOffline(store, producer, imported, source);
          terminal.say(`${pages} pages to read; ${others} other addresses hold none.`);
          terminal.out(`${run}\n`);
          if (!wait) return;
          const never = new AbortController().signal;
          const state = await awaitRun({ store, producer }, run, createProgress(process.stderr), never);
          if (state.failed > 0) await tellFailures(store, run, terminal);
        });
      }),
    );
};
