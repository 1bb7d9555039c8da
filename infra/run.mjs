import { spawnSync } from 'node:child_process';

/**
 * Runs a program to its end.
 * @param {string} program @param {string[]} args @param {number} timeout milliseconds
 * @throws Error with the program's own first words when it fails
 */
export function run(program, args, timeout) {
  const done = spawnSync(program, args, { encoding: 'utf8', timeout });
  if (done.status === 0) return;
  const words = `${done.error?.message ?? ''} ${done.stdout} ${done.stderr}`
    .trim()
    .split('\n')
    .slice(0, 3)
    .join(' ');
  throw new Error(`${program} ${args[0]}: ${words}`);
}

/**
 * Ends a child process: asked first, killed after five seconds.
 * @param {import('node:child_process').ChildProcess} child @param {() => void} ask
 */
export async function endChild(child, ask) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  ask();
  const limit = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(limit);
}
