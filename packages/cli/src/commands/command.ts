import type { Terminal } from '@zhibiao/runtime/terminal';
import type { Config } from '@zhibiao/shared';
import type { Command } from 'commander';

/** A group of commands: adds itself to the program. */
export type Commands = (program: Command, config: () => Config, terminal: Terminal) => void;
