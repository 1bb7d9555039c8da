import { withProducer } from '@zhibiao/runtime/queues';
import { untilStopped } from '@zhibiao/runtime/stop-signals';
import { withStores } from '@zhibiao/runtime/stores';
import type { Commands } from './command.ts';

/** `console`: what `up` serves, without workers: for containers, where workers are processes of their own. */
export const consoleCommand: Commands = (program, config, terminal) => {
  program.command('console').action(async () => {
    const stopped = untilStopped();
    const { serveConsole } = await import('../app/console.ts');
    await withStores(
      config(),
      (stores) =>
        withProducer(stores.config, async (producer) => {
          const served = await serveConsole(stores, producer, stores.log);
          terminal.say(`console  ${served.url}`);
          await stopped;
          await served.stop();
        }),
      { readers: true },
    );
  });
};
