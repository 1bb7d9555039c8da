import { serveConsole } from '../house/console.ts';
import { withProducer } from '../house/queues.ts';
import { untilStopped } from '../house/stop-signals.ts';
import { withStores } from '../house/stores.ts';
import type { Commands } from '../program.ts';

/** `console`: what `up` serves, without workers: for containers, where workers are processes of their own. */
export const consoleCommand: Commands = (program, config, terminal) => {
  program
    .command('console')
    .description('serve the console and keep the schedules, until stopped')
    .action(async () => {
      const stopped = untilStopped();
      await withStores(config(), (stores) =>
        withProducer(stores.config, async (producer) => {
          const served = await serveConsole(stores, producer, stores.log);
          terminal.say(`console  ${served.url}`);
          await stopped;
          await served.stop();
        }),
      );
    });
};
