import { untilStopped } from '@zhibiao/runtime/stop-signals';
import type { Commands } from './command.ts';

export const upCommands: Commands = (program, config, terminal) => {
  program.command('up').action(async () => {
    const stopped = untilStopped();
    const { startSystem } = await import('../app/up.ts');
    const system = await startSystem(config(), process.env, terminal.say);
    terminal.say(`console  ${system.consoleUrl}`);
    terminal.say(`redis    ${system.redisUrl}`);
    terminal.say(`store    ${system.stores.config.store}`);
    terminal.say(`logs     ${system.logFile}`);
    terminal.say('Ctrl-C stops everything that was started here.');
    await stopped;
    terminal.say('stopping …');
    await system.stop();
  });

  program
    .command('demo')
    .option('--once', 'exit when the table is printed')
    .option('--traps', 'crawl the servers that misbehave on purpose, too: each failure is named')
    .action(async (options: { once?: boolean; traps?: boolean }) => {
      const { runDemo } = await import('../demo/run.ts');
      await runDemo(config(), process.env, terminal, options);
    });
};
