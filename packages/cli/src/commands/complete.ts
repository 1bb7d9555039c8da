import type { Command } from 'commander';

/**
 * `complete`: `zhibiao complete bash` prints what makes a shell complete commands and options; with `--` and the words of a
 * line it answers that script. Writes to standard output itself.
 */
export async function completeCommand(program: Command): Promise<void> {
  const { default: tab } = await import('@bomb.sh/tab/commander');
  tab(program);
}
