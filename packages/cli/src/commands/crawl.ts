import { createProgress } from '@zhibiao/runtime/progress';
import { tellFailures } from '@zhibiao/runtime/quarantine';
import { withProducer } from '@zhibiao/runtime/queues';
import { awaitRun, startCrawl } from '@zhibiao/runtime/runs';
import { withStores } from '@zhibiao/runtime/stores';
import { type Source, UsageError } from '@zhibiao/shared';
import type { Commands } from './command.ts';

export const crawlCommand: Commands = (program, config, terminal) => {
  program
    .command('crawl')
    .argument('<url|source...>')
    .option('--again', 'all known pages of the sources too, not only those that are due')
    .option('--wait', 'show progress until the run has ended; exit code 1 if anything was quarantined')
    .action((wanted: string[], options: { again?: boolean; wait?: boolean }) =>
      withStores(config(), ({ store }) =>
        withProducer(config(), async (producer) => {
          const urls = wanted.filter((w) => /^https?:\/\//i.test(w));
          const sources: Source[] = [];
          for (const id of wanted.filter((w) => !urls.includes(w))) {
            const source = await store.getSource(id);
            if (!source) {
              throw new UsageError(
                `${id} is no address and no source; \`zhibiao sources apply\` reads the files.`,
                id,
              );
            }
            sources.push(source);
          }
          const deps = { store, producer };
          const run = await startCrawl(deps, { sources, urls, again: options.again ?? false });
          terminal.out(`${run}\n`);
          if (!options.wait) return;
          const stop = new AbortController();
          process.once('SIGINT', () => stop.abort());
          const state = await awaitRun(deps, run, createProgress(process.stderr), stop.signal);
          if (state.failed > 0) await tellFailures(store, run, terminal);
        }),
      ),
    );
};
