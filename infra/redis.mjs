/**
 * A private Redis: found on PATH, installed where that is allowed, started on a free port with
 * append-only persistence, stopped by whoever started it. Plain JavaScript: runs before anything is built.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { whichProgram } from './which.mjs';

/**
 * @param {{dir: string, log: (line: string) => void, env?: NodeJS.ProcessEnv}} options `dir` keeps the data
 * @returns {Promise<{url: string, own: boolean, pid: number | null, stop: () => Promise<void>}>}
 *   `own` is false for a Redis that the environment names: `stop` then does nothing
 */
export async function startRedis({ dir, log, env = process.env }) {
  const given = env.ZHIBIAO_REDIS_URL || env.REDIS_URL;
  if (given) return { url: given, own: false, pid: null, stop: async () => {} };
  const program = whichProgram('redis-server') ?? whichProgram('valkey-server') ?? installRedis(log);
  mkdirSync(dir, { recursive: true });
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir];
  args.push(
    '--appendonly',
    'yes',
    '--appendfsync',
    'everysec',
    '--save',
    '',
    '--maxmemory-policy',
    'noeviction',
  );
  // A group of its own: Ctrl-C reaches us alone, and we stop it after the workers have finished.
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'], detached: true });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await answering(port, child);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
  };
  return { url: `redis://127.0.0.1:${port}`, own: true, pid: child.pid ?? null, stop };
}

function installRedis(log) {
  const apt = whichProgram('apt-get');
  if (apt && process.getuid?.() === 0) {
    log('Redis is missing: installing the package redis-server');
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    spawnSync(apt, ['update', '-qq'], quiet);
    // The package would start a service of its own on port 6379; a policy file would be needed to stop that,
    // so the policy is given through the environment of invoke-rc.d instead.
    spawnSync(apt, ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'], {
      ...quiet,
      env: { ...quiet.env, RUNLEVEL: '1' },
    });
    const program = whichProgram('redis-server');
    if (program) return program;
  }
  const way =
    process.platform === 'darwin'
      ? 'brew install redis'
      : process.platform === 'win32'
        ? 'use WSL, or set REDIS_URL'
        : 'sudo apt-get install redis-server (or dnf/pacman/apk: redis or valkey)';
  throw new Error(`No Redis found. ${way}; or set REDIS_URL to one that runs.`);
}

/** @returns {Promise<number>} a TCP port of the loopback address that was free a moment ago */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answering(port, child) {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null)
      throw new Error(`Redis ended at once with code ${child.exitCode}; see its words above.`);
    const pong = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
      socket.setTimeout(1_000, () => socket.destroy());
      socket.once('data', (data) => {
        resolve(data.toString().startsWith('+PONG'));
        socket.destroy();
      });
      socket.once('error', () => resolve(false));
      socket.once('close', () => resolve(false));
    });
    if (pong) return;
    await sleep(50);
  }
  throw new Error(`Redis did not answer on port ${port} within 10 s.`);
}
