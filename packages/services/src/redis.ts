/**
 * A private Redis: found on PATH, installed where that is allowed, started on a free port with
 * append-only persistence, stopped by whoever started it.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { keepRunning } from './keep-running.ts';
import { whichProgram } from './which.ts';

export interface RedisService {
  readonly url: string;
  /** false for a Redis that the environment names: `stop` then does nothing */
  readonly own: boolean;
  /** the process that runs now; our own one is started again on the same port when it dies */
  readonly pid: number | null;
  stop(): Promise<void>;
}

export interface RedisOptions {
  /** keeps the data; one process at a time may start a Redis on it */
  readonly dir: string;
  readonly log: (line: string) => void;
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts a Redis, or names the one of the environment. @throws Error with what to install */
export async function startRedis({ dir, log, env = process.env }: RedisOptions): Promise<RedisService> {
  const given = env.ZHIBIAO_REDIS_URL || env.REDIS_URL;
  if (given) return { url: given, own: false, pid: null, stop: async () => {} };
  mkdirSync(dir, { recursive: true });
  const program = whichProgram('redis-server') ?? whichProgram('valkey-server') ?? installRedis(log);
  const port = (await takeOver(dir)) ?? (await freePort());
  const settings = { port, bind: '127.0.0.1', dir, appendonly: 'yes', appendfsync: 'everysec', save: '' };
  const args = Object.entries({ ...settings, 'maxmemory-policy': 'noeviction' }).flatMap(([name, value]) => [
    `--${name}`,
    String(value),
  ]);
  const spawnOne = () => {
    // A group of its own: Ctrl-C reaches us alone, and we stop it after the workers have finished.
    return spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'], detached: true });
  };
  const note = ({ pid }: ChildProcess) =>
    writeFileSync(join(dir, 'redis.json'), JSON.stringify({ pid, port }));
  const first = spawnOne();
  note(first);
  await answering(port, first);
  const again = () => {
    const child = spawnOne();
    try {
      note(child);
    } catch {
      // A disk that is full: the port, by which it is found, is as it was.
    }
    return child;
  };
  const kept = keepRunning(first, again, (why) =>
    log(`Redis ended (${why}); it is started again on ${dir}.`),
  );
  return {
    url: `redis://127.0.0.1:${port}`,
    own: true,
    get pid() {
      return kept.child.pid ?? null;
    },
    stop: kept.stop,
  };
}

/**
 * A Redis that an earlier start of ours left behind (killed before it could stop it) still has the data of this folder
 * open; a second one on the same files would damage them. It is stopped, and ours takes its port, where clients look for it.
 * @returns the port; null where there is none
 */
async function takeOver(dir: string): Promise<number | null> {
  let note: { pid: number; port: number };
  try {
    note = JSON.parse(readFileSync(join(dir, 'redis.json'), 'utf8'));
  } catch {
    return null;
  }
  // The number of its process may be another's by now: only its own word counts.
  const reply = await ask(note.port, 'CONFIG GET dir\r\n');
  if (!reply?.includes(realpathSync(dir))) return null;
  await ask(note.port, 'SHUTDOWN\r\n');
  for (let tries = 0; tries < 200; tries++) {
    if (!(await ask(note.port, 'PING\r\n'))) return note.port;
    await sleep(50);
  }
  throw new Error(
    `A Redis that was left behind (process ${note.pid}) still uses ${dir} and does not stop. End it.`,
  );
}

function installRedis(log: (line: string) => void): string {
  const apt = whichProgram('apt-get');
  if (apt && process.getuid?.() === 0) {
    log('Redis is missing: installing the package redis-server');
    const quiet = { stdio: 'ignore' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
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

async function answering(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null)
      throw new Error(`Redis ended at once with code ${child.exitCode}; its output above says why.`);
    const pong = (await ask(port, 'PING\r\n'))?.startsWith('+PONG');
    if (pong) return;
    await sleep(50);
  }
  throw new Error(`Redis did not answer on port ${port} within 10 s.`);
}

/** @returns what the server answers to one inline command, null when it does not */
function ask(port: number, command: string): Promise<string | null> {
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
