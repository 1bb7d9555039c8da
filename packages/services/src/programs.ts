import { type ChildProcess, spawnSync } from 'node:child_process';

/**
 * Runs a program to its end.
 * @param timeout milliseconds
 * @throws Error with the first lines of the program's output when it fails
 */
export function run(program: string, args: readonly string[], timeout: number): void {
  const done = spawnSync(program, [...args], { encoding: 'utf8', timeout });
  if (done.status === 0) return;
  const words = `${done.error?.message ?? ''} ${done.stdout} ${done.stderr}`
    .trim()
    .split('\n')
    .slice(0, 3)
    .join(' ');
  throw new Error(`${program} ${args[0]}: ${words}`);
}

/** Ends a child process: asked first, killed after five seconds. */
export async function endChild(child: ChildProcess, ask: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  ask();
  const limit = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(limit);
}
