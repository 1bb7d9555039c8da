import type { Terminal } from '@zhibiao/runtime/terminal';
import { readConfig, UsageError } from '@zhibiao/shared';
import { Command, CommanderError } from 'commander';
import type { Commands } from './commands/command.ts';

export interface Group {
  /** the commands that it adds */
  readonly names: readonly string[];
  readonly load: () => Promise<Commands>;
}

/** In the order of the help. A group is loaded when it is wanted: most of them bring half of the house with them. */
export const groups: readonly Group[] = [
  { names: ['up', 'demo'], load: async () => (await import('./commands/up.ts')).upCommands },
  { names: ['clean', 'extract'], load: async () => (await import('./commands/offline.ts')).offlineCommands },
  { names: ['crawl'], load: async () => (await import('./commands/crawl.ts')).crawlCommand },
  { names: ['sources'], load: async () => (await import('./commands/sources.ts')).sourceCommands },
  { names: ['schedules'], load: async () => (await import('./commands/schedules.ts')).scheduleCommands },
  { names: ['documents'], load: async () => (await import('./commands/documents.ts')).documentCommands },
  {
    names: ['observations'],
    load: async () => (await import('./commands/observations.ts')).observationCommands,
  },
  {
    names: ['figures', 'ranking', 'changes'],
    load: async () => (await import('./commands/figures.ts')).figureCommands,
  },
  {
    names: ['coverage', 'indicators'],
    load: async () => (await import('./commands/overview.ts')).overviewCommands,
  },
  { names: ['search'], load: async () => (await import('./commands/search.ts')).searchCommand },
  { names: ['runs'], load: async () => (await import('./commands/runs.ts')).runCommands },
  { names: ['reprocess'], load: async () => (await import('./commands/reprocess.ts')).reprocessCommands },
  { names: ['queues'], load: async () => (await import('./commands/queues.ts')).queueCommands },
  { names: ['archive'], load: async () => (await import('./commands/archive.ts')).archiveCommands },
  { names: ['store'], load: async () => (await import('./commands/store.ts')).storeCommands },
  { names: ['work'], load: async () => (await import('./commands/work.ts')).workCommand },
  { names: ['console'], load: async () => (await import('./commands/console.ts')).consoleCommand },
  { names: ['doctor'], load: async () => (await import('./commands/doctor.ts')).doctorCommand },
];

/** The program with the commands of these groups. */
export async function buildProgram(
  wanted: readonly Group[],
  env: NodeJS.ProcessEnv,
  terminal: Terminal,
): Promise<Command> {
  const program = new Command('zhibiao')
    .description('Indicator observations from Chinese local-government work reports')
    .showHelpAfterError('(zhibiao --help lists the commands)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.say(text.trimEnd()),
    });
  for (const { load } of wanted) (await load())(program, () => readConfig(env), terminal);
  return program;
}

/**
 * Runs one command line.
 * @returns the exit code: 0 done, 1 some inputs failed, 2 wrong usage
 */
export async function runProgram(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  terminal: Terminal,
): Promise<number> {
  const wanted = groups.filter(({ names }) => names.includes(args[0] ?? ''));
  const program = await buildProgram(wanted.length > 0 ? wanted : groups, env, terminal);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return terminal.failures > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.say((error as Error).message);
    if (error instanceof UsageError) return 2;
    if (env.ZHIBIAO_LOG_LEVEL === 'debug') terminal.say((error as Error).stack ?? '');
    return 1;
  }
}
