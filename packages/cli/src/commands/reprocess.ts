import { createProgress } from '@zhibiao/runtime/progress';
import { withProducer } from '@zhibiao/runtime/queues';
import { regionCode } from '@zhibiao/runtime/region-code';
import { driveReprocess } from '@zhibiao/runtime/reprocess';
import { dropRun, type RunDeps, resumeRun, runIn, startReprocess, stopRun } from '@zhibiao/runtime/runs';
import { withStores } from '@zhibiao/runtime/stores';
import type { Terminal } from '@zhibiao/runtime/terminal';
import { type Config, UsageError } from '@zhibiao/shared';
import type { DocumentStore } from '@zhibiao/store';
import { diffReprocess, type ReprocessSelection, renderDiff } from '@zhibiao/store/reprocess';
import { Option } from 'commander';
import type { Commands } from './command.ts';
import { formats, number, time } from './filters.ts';
import { whoever } from './reviews.ts';

interface Options {
  readonly from: 'clean' | 'parse';
  readonly source?: string;
  readonly region?: string;
  readonly year?: string;
  readonly genre?: 'work-report' | 'communique' | 'budget';
  readonly flag?: string;
  readonly olderThanParser?: string;
  readonly olderThanCleaner?: string;
  readonly since?: string;
  readonly until?: string;
  readonly failed?: boolean;
  readonly promote?: boolean | string;
  readonly drop?: string;
  readonly diff?: boolean | string;
  readonly resume?: string;
  readonly stop?: string;
  readonly gold?: string[];
  readonly format: string;
}

/** `reprocess`: archived pages through the present cleaner and parser, into a shadow; then its diff, promoted or dropped. */
export const reprocessCommands: Commands = (program, config, terminal) => {
  program
    .command('reprocess')
    .addOption(
      new Option('--from <stage>', 'what is done again').choices(['parse', 'clean']).default('parse'),
    )
    .option('--source <id>')
    .option('--region <name|code>', 'a region and its sub-regions')
    .option('--year <year>', 'delivered in')
    .addOption(new Option('--genre <genre>').choices(['work-report', 'communique', 'budget']))
    .option('--flag <flag>')
    .option(
      '--older-than-parser <version>',
      'last read by an older parser; of parsers named by hashes, by any other; `current`: the installed one',
    )
    .option('--older-than-cleaner <version>', 'last cleaned by another cleaner; `current`: the installed one')
    .option('--since <date>', 'snapshots taken from then on')
    .option('--until <date>', 'snapshots taken before')
    .option('--failed', 'what lies in the quarantine, instead of documents')
    .option('--promote [run]', 'make the shadow current: of this new run, or of one that exists')
    .option('--drop <run>', 'throw the shadow of a run away')
    .option('--diff [run]', 'show the diff: of this new run (the default), or of one that exists')
    .option('--resume <run>', 'go on with a run that was stopped')
    .option('--stop <run>', 'stop a run; it can be resumed')
    .option('--gold <pair...>', 'PAGE[#ORDINAL]=GOLD.tsv: score before and after')
    .addOption(formats('markdown', 'json'))
    .action((options: Options) =>
      withStores(config(), async ({ store }) => {
        const by = whoever();
        if (typeof options.promote === 'string') return promote(store, options.promote, by, terminal);
        const { goldScorer } = await import('@zhibiao/runtime/gold');
        const score = options.gold ? await goldScorer(options.gold) : undefined;
        const show = async (run: string) => {
          const diff = await diffReprocess(store.tables, run, score ? { score } : {});
          terminal.out(options.format === 'json' ? `${JSON.stringify(diff)}\n` : `${renderDiff(diff)}\n`);
        };
        if (typeof options.diff === 'string') return show(options.diff);
        await withProducer(config(), async (producer) => {
          const deps = { store, producer };
          if (options.drop) {
            await dropRun(deps, options.drop, by);
            return terminal.say(`${options.drop}: dropped.`);
          }
          if (options.stop) {
            await stopRun(deps, options.stop);
            return terminal.say(`${options.stop}: stopped. Go on with --resume ${options.stop}.`);
          }
          if (options.resume) await goOn(deps, options.resume);
          const run = options.resume ?? (await startReprocess(deps, await selectionOf(options, config())));
          terminal.say(`run ${run}`);
          const stop = new AbortController();
          process.once('SIGINT', () => stop.abort());
          const state = await driveReprocess(deps, run, createProgress(process.stderr), stop.signal);
          if (stop.signal.aborted) return terminal.say(`stopped. Go on with --resume ${run}.`);
          for (const record of state.failed > 0 ? await store.listQuarantine({ run }) : []) {
            terminal.fail(`${record.input}: ${record.error}: ${record.reason}`);
          }
          if (state.done === 0) return terminal.say('Nothing was selected.');
          await show(run);
          if (options.promote) await promote(store, run, by, terminal);
          else terminal.say(`Make it current with --promote ${run}, or throw it away with --drop ${run}.`);
        });
      }),
    );
};

/** A run that was stopped is resumed; one that runs is only watched. */
async function goOn(deps: RunDeps, id: string): Promise<void> {
  const run = await runIn(deps, id, ['running', 'stopped']);
  if (run.type !== 'reprocess')
    throw new UsageError(`${id} is no reprocess: \`zhibiao runs resume ${id}\`.`, id);
  if (run.state === 'stopped') await resumeRun(deps, id);
}

async function selectionOf(options: Options, config: Config): Promise<ReprocessSelection> {
  const { from, source, genre, flag, olderThanParser, olderThanCleaner, failed } = options;
  return {
    from,
    source,
    genre,
    flag,
    failed,
    olderThanParser: olderThanParser === 'current' ? await currentParser(config) : olderThanParser,
    olderThanCleaner: olderThanCleaner === 'current' ? await currentCleaner() : olderThanCleaner,
    region: options.region === undefined ? undefined : regionCode(options.region),
    year: number('--year', options.year),
    since: time('--since', options.since),
    until: time('--until', options.until),
  };
}

async function currentParser(config: Config): Promise<string> {
  const { loadLexicon, parserVersion } = await import('@zhibiao/parser');
  return parserVersion(loadLexicon(config.lexiconDir));
}

async function currentCleaner(): Promise<string> {
  const { cleanerVersion } = await import('@zhibiao/crawler/clean');
  return cleanerVersion();
}

async function promote(store: DocumentStore, run: string, by: string, terminal: Terminal): Promise<void> {
  const { moved, overtaken } = await store.promote(run, by);
  const left = overtaken > 0 ? `; ${overtaken} were left aside, a newer snapshot had come in` : '';
  terminal.say(`${run}: promoted. Readers see what it found for ${moved} documents${left}.`);
}
