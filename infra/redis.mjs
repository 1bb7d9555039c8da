/**
 * A private Redis: found on PATH, installed where that is allowed, started on a free port with
 * append-only persistence, stopped by whoever started it. Plain JavaScript: runs before anything is built.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
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
  mkdirSync(dir, { recursive: true });
  const left = await adopt(dir);
  if (left) return left;
  const program = whichProgram('redis-server') ?? whichProgram('valkey-server') ?? installRedis(log);
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
  writeFileSync(join(dir, 'redis.json'), JSON.stringify({ pid: child.pid, port }));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
  };
  return { url: `redis://127.0.0.1:${port}`, own: true, pid: child.pid ?? null, stop };
}

/**
 * A Redis that an earlier start of ours left behind (killed before it could stop it) still holds the data of this
 * folder; a second one on the same files would damage them. It is taken over, and stopped like our own.
 */
async function adopt(dir) {
  let note;
  try {
    note = JSON.parse(readFileSync(join(dir, 'redis.json'), 'utf8'));
    process.kill(note.pid, 0);
  } catch {
    return null;
  }
  const reply = await ask(note.port, 'CONFIG GET dir\r\n');
  if (!reply?.includes(realpathSync(dir))) return null;
  const stop = async () => {
    await ask(note.port, 'SHUTDOWN\r\n');
    for (let tries = 0; tries < 200 && (await ask(note.port, 'PING\r\n')); tries++) await sleep(50);
  };
  return { url: `redis://127.0.0.1:${note.port}`, own: true, pid: note.pid, stop };
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
    const pong = (await ask(port, 'PING\r\n'))?.startsWith('+PONG');
    if (pong) return;
    await sleep(50);
  }
  throw new Error(`Redis did not answer on port ${port} within 10 s.`);
}

/** @returns {Promise<string | null>} what the server answers to one inline command, null when it does not */
function ask(port, command) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(command));
    socket.setTimeout(1_000, () => socket.destroy());
    socket.once('data', (data) => {
      resolve(data.toString());
      socket.destroy();
    });
    socket.once('error', () => resolve(null));
    socket.once('close', () => resolve(null));
  });
}
