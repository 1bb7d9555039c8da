import type { Terminal } from '@zhibiao/runtime/terminal';
import { nameFault, readConfig, UsageError, zhibiaoVersion } from '@zhibiao/shared';
import { Command, CommanderError } from 'commander';
import type { Commands } from './commands/command.ts';

export interface Group {
  /** the commands that it adds, each with what the help says of it */
  readonly commands: Readonly<Record<string, string>>;
  readonly load: () => Promise<Commands>;
}

/** In the order of the help. A group is loaded when one of its commands is run: most of them load half of the program. */
export const groups: readonly Group[] = [
  {
    commands: {
      up: 'start what is missing (Redis, workers, console) on this machine; Ctrl-C stops it',
      demo: 'up, and a crawl of the demo site, ending with a table of observations',
    },
    load: async () => (await import('./commands/up.ts')).upCommands,
  },
  {
    commands: { clean: 'clean HTML or text files offline', extract: 'clean and parse files offline' },
    load: async () => (await import('./commands/offline.ts')).offlineCommands,
  },
  {
    commands: { crawl: 'queue a crawl of sources or single addresses' },
    load: async () => (await import('./commands/crawl.ts')).crawlCommand,
  },
  {
    commands: { sources: 'sections of sites that are crawled on a schedule' },
    load: async () => (await import('./commands/sources.ts')).sourceCommands,
  },
  {
    commands: { schedules: 'when sources are crawled (time zone Asia/Shanghai)' },
    load: async () => (await import('./commands/schedules.ts')).scheduleCommands,
  },
  {
    commands: { documents: 'one report at one page, with versions' },
    load: async () => (await import('./commands/documents.ts')).documentCommands,
  },
  {
    commands: { observations: 'what was said of indicators' },
    load: async () => (await import('./commands/observations.ts')).observationCommands,
  },
  {
    commands: {
      figures: 'one row a figure: the value chosen from all documents',
      ranking: 'regions by a figure of one year',
      changes: 'figures that are new, changed or gone since a time, oldest first',
    },
    load: async () => (await import('./commands/figures.ts')).figureCommands,
  },
  {
    commands: {
      coverage: 'region by region: which years have a report, which lack one, and what they state',
      indicators: 'names of indicators, with their codes and how many figures there are',
    },
    load: async () => (await import('./commands/overview.ts')).overviewCommands,
  },
  {
    commands: { export: 'everything at once, for other tools' },
    load: async () => (await import('./commands/export.ts')).exportCommands,
  },
  {
    commands: { search: 'find reports by the words of their text' },
    load: async () => (await import('./commands/search.ts')).searchCommand,
  },
  {
    commands: { add: 'add a report from a file through the queues' },
    load: async () => (await import('./commands/add.ts')).addCommand,
  },
  {
    commands: { reviews: 'what people say of observations' },
    load: async () => (await import('./commands/reviews.ts')).reviewCommands,
  },
  {
    commands: { runs: 'crawls and reprocesses' },
    load: async () => (await import('./commands/runs.ts')).runCommands,
  },
  {
    commands: { reprocess: 'read archived pages again into a shadow, and show what would change' },
    load: async () => (await import('./commands/reprocess.ts')).reprocessCommands,
  },
  {
    commands: { queues: 'look at and operate the queues' },
    load: async () => (await import('./commands/queues.ts')).queueCommands,
  },
  {
    commands: { webhooks: 'addresses that receive changes and failures' },
    load: async () => (await import('./commands/webhooks.ts')).webhookCommands,
  },
  {
    commands: { archive: 'the snapshots: out and in as WARC' },
    load: async () => (await import('./commands/archive.ts')).archiveCommands,
  },
  {
    commands: { store: 'keep the database and the archive whole' },
    load: async () => (await import('./commands/store.ts')).storeCommands,
  },
  {
    commands: { mcp: 'answer an assistant (Model Context Protocol, standard input and output)' },
    load: async () => (await import('./commands/mcp.ts')).mcpCommand,
  },
  {
    commands: { work: 'work queues in this process until stopped (what `up` and containers start)' },
    load: async () => (await import('./commands/work.ts')).workCommand,
  },
  {
    commands: { console: 'serve the console and keep the schedules, until stopped' },
    load: async () => (await import('./commands/console.ts')).consoleCommand,
  },
  {
    commands: { doctor: 'say what is reachable and what is missing, with how to fix it' },
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
];

/** Listed with the commands; it completes them, so that it comes last. */
const completing = { complete: 'print what completes commands in your shell: bash, zsh, fish or powershell' };

/** @returns the groups that hold a command of this name; all where there is none */
const groupsOf = (name: string): readonly Group[] => {
  const holding = groups.filter(({ commands }) => Object.hasOwn(commands, name));
  return holding.length > 0 ? holding : groups;
};

/**
 * The program with the commands of these groups.
 * @param listOnly commands with their names and descriptions alone: enough for the help and for a hint, and loads nothing
 */
export async function buildProgram(
  wanted: readonly Group[],
  env: NodeJS.ProcessEnv,
  terminal: Terminal,
  listOnly = false,
): Promise<Command> {
  const program = new Command('zhibiao')
    .description('Indicator observations from Chinese local-government work reports')
    .version(zhibiaoVersion, '-V, --version', 'print the version')
    .showHelpAfterError('(zhibiao --help lists the commands)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.say(text.trimEnd()),
    });
  for (const { commands, load } of wanted) {
    if (listOnly) for (const name of Object.keys(commands)) program.command(name);
    else (await load())(program, () => readConfig(env), terminal);
    for (const command of program.commands) {
      const about = commands[command.name()];
      if (about !== undefined) command.description(about);
    }
  }
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
  const completes = Object.hasOwn(completing, args[0] ?? '');
  // `complete -- figures --re` asks about the words behind the dashes.
  const wanted = groupsOf((completes ? args[2] : args[0]) ?? '');
  const program = await buildProgram(wanted, env, terminal, wanted === groups);
  if (completes) await (await import('./commands/complete.ts')).completeCommand(program);
  else if (wanted === groups) program.command('complete').description(completing.complete);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return terminal.failures > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.say(nameFault(error as Error).message);
    if (error instanceof UsageError) return 2;
    if (env.ZHIBIAO_LOG_LEVEL === 'debug') terminal.say((error as Error).stack ?? '');
    return 1;
  }
}
