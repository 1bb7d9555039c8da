import { heartbeat } from '@zhibiao/runtime/heartbeat';
import { untilStopped } from '@zhibiao/runtime/stop-signals';
import { tellSupervisor } from '@zhibiao/runtime/supervisor';
import { whenServed } from '@zhibiao/runtime/when-served';
import { createLogger } from '@zhibiao/shared';
import { queueNames } from '@zhibiao/shared/messages';
import { Option } from 'commander';
import type { Commands } from './command.ts';
import { queueOf } from './queue-name.ts';

/** How long closing may take beyond the time that jobs have to end, milliseconds. */
const lingerMs = 4_000;

/** `work`: the worker process of `up`, and what a container runs. */
export const workCommand: Commands = (program, config) => {
  program
    .command('work')
    .argument('[queue...]', `of ${queueNames.join(', ')}; all when none is named`)
    .option(
      '--alive <file>',
      'rewrite this file every ten seconds while this process works: for liveness probes',
    )
    .addOption(new Option('--supervised', 'end when the process that has started this one ends').hideHelp())
    .action(async (names: string[], options: { alive?: string; supervised?: boolean }) => {
      const queues = (names.length > 0 ? names : queueNames).map(queueOf);
      const stopped = untilStopped({ supervised: options.supervised ?? false });
      const settings = config();
      const log = createLogger(settings.logLevel);
      const { openWork } = await import('@zhibiao/runtime/work');
      const system = await whenServed(() => openWork(settings, queues), log, stopped);
      if (!system) process.exit(0);
      const beats = options.supervised ? tellSupervisor(system.holder) : () => {};
      const rest = options.alive ? heartbeat(options.alive, () => system.answers()) : () => {};
      await stopped;
      // What is left of a connection that hangs would keep the process alive for ever.
      setTimeout(() => process.exit(0), settings.shutdownMs + lingerMs).unref();
      await system.stop();
      rest();
      beats();
      process.exit(0);
    });
};
