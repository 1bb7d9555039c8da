import { type Config, readConfig, UsageError } from '@zhibiao/shared';
import { Command, CommanderError } from 'commander';
import { archiveCommands } from './commands/archive.ts';
import { consoleCommand } from './commands/console.ts';
import { crawlCommand } from './commands/crawl.ts';
import { doctorCommand } from './commands/doctor.ts';
import { documentCommands } from './commands/documents.ts';
import { observationCommands } from './commands/observations.ts';
import { offlineCommands } from './commands/offline.ts';
import { queueCommands } from './commands/queues.ts';
import { reprocessCommands } from './commands/reprocess.ts';
import { runCommands } from './commands/runs.ts';
import { scheduleCommands } from './commands/schedules.ts';
import { sourceCommands } from './commands/sources.ts';
import { storeCommands } from './commands/store.ts';
import { upCommands } from './commands/up.ts';
import { workCommand } from './commands/work.ts';
import type { Terminal } from './terminal.ts';

/** A group of commands: adds itself to the program. */
export type Commands = (program: Command, config: () => Config, terminal: Terminal) => void;

const groups: readonly Commands[] = [
  upCommands,
  offlineCommands,
  crawlCommand,
  sourceCommands,
  scheduleCommands,
  documentCommands,
  observationCommands,
  runCommands,
  reprocessCommands,
  queueCommands,
  archiveCommands,
  storeCommands,
  workCommand,
  consoleCommand,
  doctorCommand,
];

/**
 * Runs one command line.
 * @returns the exit code: 0 done, 1 some inputs failed, 2 wrong usage
 */
export async function runProgram(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  terminal: Terminal,
): Promise<number> {
  const program = new Command('zhibiao')
    .description('Indicator observations from Chinese local-government work reports')
    .showHelpAfterError('(zhibiao --help lists the commands)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.say(text.trimEnd()),
    });
  for (const add of groups) add(program, () => readConfig(env), terminal);
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
