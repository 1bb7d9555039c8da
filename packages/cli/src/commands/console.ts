import { untilStopped } from '@zhibiao/runtime/stop-signals';
import type { Commands } from './command.ts';

/** `console`: what `up` serves, without workers: for containers, where workers are processes of their own. */
export const consoleCommand: Commands = (program, config, terminal) => {
  program.command('console').action(async () => {
    const stopped = untilStopped();
    const { openConsole } = await import('../app/console.ts');
    const served = await openConsole(config(), stopped, (url, why) =>
      terminal.say(`console  ${url}, not ready: ${why} It goes on by itself.`),
    );
    if (!served) return;
    terminal.say(`console  ${served.url}`);
    await stopped;
    await served.stop();
  });
};
