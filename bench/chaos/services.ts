import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';
import { freePort } from '../../packages/services/src/free-port.ts';
import { startMongod } from '../../packages/services/src/mongod.ts';

/** A server that can be taken away. */
export interface Service {
  kill(): void;
  start(): Promise<void>;
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

/** A process that is started again only when it is told to. */
export interface ProcessService extends Service {
  runs(): boolean;
}

export function processOf(spawnOne: () => ChildProcess): ProcessService {
  let child = spawnOne();
  // Whatever ends this process: what it has started goes too.
  process.once('exit', () => child.kill('SIGKILL'));
  const runs = () => child.exitCode === null && child.signalCode === null;
  const ended = () =>
    runs() ? new Promise<unknown>((resolve) => child.once('exit', resolve)) : Promise.resolve();
  return {
    runs,
    kill: () => void child.kill('SIGKILL'),
    async start() {
      await ended();
      child = spawnOne();
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async stop() {
      child.kill('SIGCONT');
      child.kill('SIGTERM');
      await ended();
    },
  };
}

export async function redisIn(dir: string): Promise<Service & { readonly url: string }> {
  mkdirSync(dir, { recursive: true });
  const port = await freePort();
  const args = [
    '--port',
    `${port}`,
    '--bind',
    '127.0.0.1',
    '--dir',
    dir,
    '--save',
    '',
    '--appendonly',
    'yes',
  ];
  const start = () => spawn('redis-server', args, { stdio: 'ignore', detached: true });
  return { ...processOf(start), url: `redis://127.0.0.1:${port}` };
}

/** The document store, as it is put to workers, and how it is taken away. */
export interface StoreService extends Service {
  readonly url: string;
  /** false where it has no server that could be killed */
  readonly hasServer: boolean;
}

/** The embedded store has no server: somebody else holds its file for writing while it is away. */
export function embeddedIn(dir: string): StoreService {
  let held: Database.Database | null = null;
  const file = join(dir, 'store.db');
  const hold = () => {
    // A name that is not the store's would make a file, and hold nothing.
    if (!existsSync(file)) throw new Error(`There is no store at ${file}.`);
    held = new Database(file);
    held.exec('PRAGMA busy_timeout = 5000');
    held.exec('BEGIN IMMEDIATE');
  };
  const letGo = () => {
    held?.close();
    held = null;
  };
  return {
    url: dir,
    hasServer: false,
    kill: hold,
    freeze: hold,
    thaw: letGo,
    start: async () => letGo(),
    stop: async () => letGo(),
  };
}

/** A replica set of three: its primary is killed or frozen; all of it goes where the store is away. */
export async function replicaSet(): Promise<StoreService & { killPrimary(): Promise<() => Promise<void>> }> {
  const set = await startMongod({ members: 3 });
  const all = [0, 1, 2];
  const signal = (members: readonly number[], name: NodeJS.Signals) => {
    for (const i of members) process.kill(set.members[i]!.pid, name);
  };
  const down = new Set<number>();
  const primary = async () => {
    const { MongoClient } = await import('mongodb');
    const client = new MongoClient(set.url);
    const hello = await client.db('admin').command({ hello: 1 });
    await client.close();
    return set.members.findIndex(({ port }) => hello.primary?.endsWith(`:${port}`));
  };
  let frozen: readonly number[] = [];
  return {
    url: set.url.replace('/?', '/chaos?'),
    hasServer: true,
    kill() {
      signal(all, 'SIGKILL');
      for (const i of all) down.add(i);
    },
    async start() {
      await sleep(500);
      for (const i of down) set.restart(i);
      down.clear();
    },
    freeze() {
      frozen = [0];
      void primary().then((i) => {
        frozen = [i];
        signal(frozen, 'SIGSTOP');
      });
    },
    thaw: () => signal(frozen, 'SIGCONT'),
    async killPrimary() {
      const i = await primary();
      signal([i], 'SIGKILL');
      return async () => {
        await sleep(500);
        set.restart(i);
      };
    },
    stop: () => set.stop(),
  };
}

/** A small disk that can be full. */
export interface Disk {
  readonly dir: string;
  fill(): void;
  clear(): void;
  unmount(): void;
}

/** @returns null where this system lets nobody mount one: then say so */
export function smallDisk(dir: string, megabytes: number): Disk | null {
  mkdirSync(dir, { recursive: true });
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', dir]);
  if (status !== 0) return null;
  process.once('exit', () => spawnSync('umount', ['-l', dir], { stdio: 'ignore' }));
  const file = join(dir, 'fill');
  return {
    dir,
    fill() {
      const fd = openSync(file, 'a');
      for (let size = 1 << 20; size >= 1; )
        try {
          if (writeSync(fd, Buffer.alloc(size)) < size) size >>= 1;
        } catch {
          size >>= 1;
        }
      closeSync(fd);
    },
    clear: () => rmSync(file, { force: true }),
    unmount: () => void spawnSync('umount', ['-l', dir]),
  };
}
