/**
 * A MongoDB for tests, benches and `up`: the one that the environment names, else a private `mongod` (on PATH, or from PyPI),
 * else a stand-in from Maven Central. Plain JavaScript: runs before anything is built.
 */
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStandIn } from './mongo-stand-in/start.mjs';
import { startReplicaSet } from './mongod/replica-set.mjs';
import { mongodFromWheel } from './mongod/wheel.mjs';
import { whichProgram } from './which.mjs';

/**
 * @param {{log?: (line: string) => void, env?: NodeJS.ProcessEnv}} [options]
 * @returns {Promise<{url: string | null, what: string, real: boolean, pid: number | null, stop: () => Promise<void>}>}
 *   `url` without a database (`databaseAt` names one), or null where there is no server: `what` then says why.
 *   `real` is false for the stand-in, which has no transactions and explains no queries
 */
export async function startMongo({ log = () => {}, env = process.env } = {}) {
  if (env.MONGODB_URL) {
    const url = withoutDatabase(env.MONGODB_URL);
    return { url, what: 'MongoDB of MONGODB_URL', real: true, pid: null, stop: async () => {} };
  }
  const reasons = [];
  try {
    const { url, what, members, stop } = await startMongod({ log, env });
    return { url, what, real: true, pid: members[0].pid, stop };
  } catch (error) {
    reasons.push(error.message);
  }
  try {
    const standIn = await startStandIn(log, env);
    return { ...standIn, what: `the stand-in mongo-java-server (${reasons[0]})`, real: false };
  } catch (error) {
    const why = [...reasons, error.message].join('; ');
    const what = `no MongoDB: set MONGODB_URL, or put mongod on PATH (${why})`;
    return { url: null, what, real: false, pid: null, stop: async () => {} };
  }
}

/**
 * A private replica set of our own `mongod`, whatever the environment names.
 * @param {{log?: (line: string) => void, env?: NodeJS.ProcessEnv, dir?: string, members?: number}} [options]
 *   `dir` keeps the data; without it they lie in memory where there is a tmpfs, and are removed at `stop`
 * @returns {Promise<{url: string, what: string, members: {port: number, pid: number}[], stop: () => Promise<void>}>}
 * @throws Error that says why there is none
 */
export async function startMongod({ log = () => {}, env = process.env, dir, members } = {}) {
  const program = whichProgram('mongod', env) ?? mongodFromWheel(log, env);
  const folder = dir ?? (await mkdtemp(join(memoryFolder(), 'zhibiao-mongod-')));
  const clear = () => (dir ? undefined : rm(folder, { recursive: true, force: true }));
  try {
    const set = await startReplicaSet(program, folder, { members });
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

function memoryFolder() {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return '/dev/shm';
  } catch {
    return tmpdir();
  }
}

/**
 * The address without its database: tests make databases of their own. Options stay (replicaSet, tls, …); who logs in does so at the
 * database that the address named, which has to be said once that database is no longer in it.
 * @param {string} address
 */
export function withoutDatabase(address) {
  const [, hosts, database, options = ''] =
    /^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?([^?]*)(?:\?(.*))?$/.exec(address) ?? [];
  if (!hosts) throw new Error('MONGODB_URL is no mongodb://… address');
  const parts = options.split('&').filter(Boolean);
  const loginAt = database && hosts.includes('@') && !parts.some((part) => /^authSource=/i.test(part));
  if (loginAt) parts.push(`authSource=${database}`);
  return parts.length ? `${hosts}/?${parts.join('&')}` : hosts;
}

/**
 * @param {string} url what `startMongo` gave
 * @param {string} database
 */
export const databaseAt = (url, database) => url.replace(/\/?(\?|$)/, `/${database}$1`);
