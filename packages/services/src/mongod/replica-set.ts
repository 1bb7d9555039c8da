/** Starts `mongod` as a private replica set on loopback, so that transactions and majorities are what they are on a real one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MongoClient } from 'mongodb';
import { freePort } from '../free-port.ts';
import { type KeptProcess, keepRunning } from '../keep-running.ts';
import { endChild } from '../programs.ts';
import { whichProgram } from '../which.ts';

const SET = 'zhibiao';
const START_MS = 30_000;
const settings = [
  'diagnosticDataCollectionEnabled=false',
  'writePeriodicNoops=false',
  // A primary that is asked to end waits so long for a successor; a set of one has none.
  'shutdownTimeoutMillisForSignaledShutdown=300',
];

export interface ReplicaSet {
  /** without a database */
  readonly url: string;
  readonly members: readonly { readonly port: number; readonly pid: number }[];
  /** Starts a member again that was killed, where nobody else does. */
  restart(member: number): void;
  stop(): Promise<void>;
}

export interface ReplicaSetOptions {
  /** 1 by default */
  readonly members?: number | undefined;
  /** 0.5 by default */
  readonly cacheGb?: number;
  /** A member that dies is started again, and this is told of it. */
  readonly onDeath?: ((line: string) => void) | undefined;
}

interface Member {
  readonly child: ChildProcess;
  readonly port: number;
  readonly logFile: string;
}

/**
 * @param program path of mongod
 * @param dir keeps the data, a folder for each member; the ports that members had before are kept where they are free
 * @throws Error with the last line of the log of a member that ended at once
 */
export async function startReplicaSet(
  program: string,
  dir: string,
  { members = 1, cacheGb = 0.5, onDeath }: ReplicaSetOptions = {},
): Promise<ReplicaSet> {
  const started: Member[] = [];
  const kept: KeptProcess[] = [];
  const stop = async () => {
    await Promise.all(kept.map((member) => member.stop()));
    await Promise.all(started.map(({ child }) => endChild(child, () => child.kill('SIGTERM'))));
  };
  const restart = (i: number) => {
    const before = started[i];
    if (!before) throw new RangeError(`The set has no member ${i}.`);
    const member = startMember(program, join(dir, String(i)), before.port, cacheGb);
    started[i] = member;
    return member.child;
  };
  try {
    for (let i = 0; i < members; i++) {
      const folder = join(dir, String(i));
      mkdirSync(join(folder, 'db'), { recursive: true });
      started.push(startMember(program, folder, await portOf(folder), cacheGb));
    }
    const hosts = started.map(({ port }) => `127.0.0.1:${port}`);
    await formSet(hosts, started);
    const url = `mongodb://${hosts.join(',')}/?replicaSet=${SET}`;
    if (onDeath)
      for (const [i, { child }] of started.entries())
        kept.push(
          keepRunning(
            child,
            () => restart(i),
            (why) => onDeath(`MongoDB ended (${why}); it is started again on ${dir}.`),
          ),
        );
    const now = started.map(({ port }, i) => ({
      port,
      get pid() {
        return started[i]?.child.pid ?? 0;
      },
    }));
    return { url, members: now, restart: (i) => void restart(i), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startMember(program: string, dir: string, port: number, cacheGb: number): Member {
  const logFile = join(dir, 'log');
  const args = ['--dbpath', join(dir, 'db'), '--logpath', logFile, '--quiet', '--nounixsocket'];
  args.push('--replSet', SET, '--bind_ip', '127.0.0.1', '--port', String(port));
  args.push('--wiredTigerCacheSizeGB', String(cacheGb), '--oplogSize', '200');
  for (const setting of settings) args.push('--setParameter', setting);
  // Ends in order when we are killed. A group of its own: Ctrl-C reaches us alone, and we stop it when all else has ended.
  const guard = whichProgram('setpriv');
  const child = spawn(guard ?? program, guard ? ['--pdeathsig', 'TERM', program, ...args] : args, {
    stdio: 'ignore',
    detached: true,
  });
  return { child, port, logFile };
}

/** A member is known to its set by host and port: it comes back on the port that it had. */
async function portOf(dir: string): Promise<number> {
  const file = join(dir, 'port');
  const before = existsSync(file) && Number(readFileSync(file, 'utf8'));
  const port = before || (await freePort());
  writeFileSync(file, String(port));
  return port;
}

/** Waits for all members, makes them a set where they are none yet, and waits for a primary. */
async function formSet(hosts: readonly string[], started: readonly Member[]): Promise<void> {
  const { MongoClient } = await import('mongodb');
  const config = {
    _id: SET,
    members: hosts.map((host, _id) => ({ _id, host })),
    settings: { electionTimeoutMillis: 500 },
  };
  const members = started.map((member) => ({
    member,
    client: new MongoClient(`mongodb://127.0.0.1:${member.port}/?directConnection=true`, {
      serverSelectionTimeoutMS: START_MS,
    }),
  }));
  try {
    await Promise.all(members.map(({ client, member }) => answering(client, member)));
    const [first] = members;
    if (!first) throw new RangeError('A replica set has at least one member.');
    await first.client
      .db('admin')
      .command({ replSetInitiate: config })
      .catch((error) => {
        if (error.code !== 23) throw error; // AlreadyInitialized: data of an earlier start
      });
    const limit = Date.now() + START_MS;
    for (;;) {
      const hellos = await Promise.all(members.map(({ client }) => client.db('admin').command({ hello: 1 })));
      if (hellos.some((hello) => hello.isWritablePrimary) && hellos.every((hello) => hello.me)) {
        if (hellos.every((hello) => hello.isWritablePrimary || hello.secondary)) return;
      }
      if (Date.now() > limit) throw new Error('the replica set has no primary after 30 s');
      await sleep(20);
    }
  } finally {
    await Promise.all(members.map(({ client }) => client.close()));
  }
}

async function answering(client: MongoClient, { child, logFile }: Member): Promise<void> {
  const ended = new Promise<never>((_, reject) => {
    const fail = (code: number | null) =>
      reject(new Error(`mongod ended at once with ${code}: ${lastWords(logFile)}`));
    child.once('error', reject);
    child.once('exit', fail);
    if (child.exitCode !== null) fail(child.exitCode);
  });
  ended.catch(() => {});
  await Promise.race([client.db('admin').command({ ping: 1 }), ended]);
}

function lastWords(logFile: string): string | undefined {
  try {
    const lines = readFileSync(logFile, 'utf8').trim().split('\n');
    return lines.filter((line) => /"s":"[EF]"/.test(line)).at(-1) ?? lines.at(-1);
  } catch {
    return 'it wrote no log';
  }
}
