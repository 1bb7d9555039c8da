import { UsageError } from '@zhibiao/shared';
import { exportWarc, importWarc } from '@zhibiao/store/warc';
import { awaitRun, startClean } from '../house/crawl.ts';
import { withProducer } from '../house/queues.ts';
import { withStores } from '../house/stores.ts';
import { createProgress } from '../output/progress.ts';
import type { Commands } from '../program.ts';

export const archiveCommands: Commands = (program, config, terminal) => {
  const archive = program.command('archive').description('the snapshots: out and in as WARC');

  archive
    .command('export')
    .description('write all snapshots as WARC with a CDXJ index')
    .requiredOption('--warc <folder>')
    .option('--name <name>', 'what the files are called', 'zhibiao')
    .action((options: { warc: string; name: string }) =>
      withStores(config(), async ({ archive: kept }) => {
        const result = await exportWarc(kept, options.warc, options.name);
        terminal.out(`${JSON.stringify(result)}\n`);
        for (const key of result.missing) terminal.fail(`${key}: its body is not in the archive.`);
      }),
    );

  archive
    .command('import')
    .description('put the answers of WARC files into the archive')
    .argument('<file...>')
    .option('--clean', 'queue what came in to be cleaned, parsed and stored')
    .option('--wait', 'with --clean: show progress until it is done')
    .action((files: string[], options: { clean?: boolean; wait?: boolean }) =>
      withStores(config(), async ({ archive: kept, store }) => {
        if (options.wait && !options.clean) throw new UsageError('--wait goes with --clean.', '--wait');
        const since = new Set<string>();
        for await (const { key } of kept.index.snapshots()) since.add(key);
        for (const file of files) {
          try {
            const result = await importWarc(kept, file);
            terminal.say(`${file}: ${result.snapshots} snapshots, ${result.passed} other records.`);
            for (const { url, reason } of result.refused) terminal.fail(`${file}: ${url}: ${reason}`);
          } catch (error) {
            terminal.fail(`${file}: ${(error as Error).message}`);
          }
        }
        if (!options.clean) return;
        await withProducer(config(), async (producer) => {
          const fresh = [];
          for await (const snapshot of kept.index.snapshots())
            if (!since.has(snapshot.key)) fresh.push(snapshot);
          const run = await startClean(store, producer, fresh, Date.now());
          terminal.out(`${run}\n`);
          if (!options.wait) return;
          const never = new AbortController().signal;
          await awaitRun(store, producer, run, createProgress(process.stderr), never);
        });
      }),
    );
};
