/**
 * A server that speaks MongoDB's protocol, for tests and benches: the one that the environment names, else a private `mongod`,
 * else a stand-in from Maven Central (Java). Plain JavaScript: runs before anything is built.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './redis.mjs';
import { whichProgram } from './which.mjs';

const standIn = fileURLToPath(new URL('./mongo-stand-in/', import.meta.url));
const cache = fileURLToPath(new URL('../.cache/mongo-stand-in/', import.meta.url));

/**
 * @param {{log?: (line: string) => void, env?: NodeJS.ProcessEnv, dataFile?: string, port?: number}} [options]
 *   `dataFile` and `port`: keep the stand-in's data over a restart (for tests that kill it)
 * @returns {Promise<{url: string | null, what: string, pid: number | null, stop: () => Promise<void>}>} `url` without a
 *   database (`databaseAt` names one), or null where no server can be had: `what` then says why
 */
export async function startMongo({ log = () => {}, env = process.env, dataFile, port } = {}) {
  if (env.MONGODB_URL && !dataFile) {
    const url = withoutDatabase(env.MONGODB_URL);
    return { url, what: 'MongoDB of MONGODB_URL', pid: null, stop: async () => {} };
  }
  const mongod = whichProgram('mongod', env);
  if (mongod && !dataFile) return startMongod(mongod);
  try {
    const classpath = prepareStandIn(log, env);
    const memory = ['-Xmx1g', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
    const program = whichProgram('java', env);
    const args = [...memory, '-cp', classpath, 'StandIn', ...(dataFile ? [dataFile, String(port ?? 0)] : [])];
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const line = await firstLine(child);
    return {
      url: `mongodb://127.0.0.1:${line.split(' ')[1]}`,
      what: 'the stand-in mongo-java-server (no mongod on PATH, no MONGODB_URL)',
      pid: child.pid ?? null,
      stop: () => stopped(child, () => child.stdin.end()),
    };
  } catch (error) {
    return { url: null, what: error.message, pid: null, stop: async () => {} };
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

async function startMongod(program) {
  const dir = await mkdtemp(join(tmpdir(), 'zhibiao-mongod-'));
  const port = await freePort();
  const args = [
    '--dbpath',
    dir,
    '--port',
    String(port),
    '--bind_ip',
    '127.0.0.1',
    '--quiet',
    '--logpath',
    join(dir, 'log'),
  ];
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  const stop = async () => {
    await stopped(child, () => child.kill('SIGTERM'));
    await rm(dir, { recursive: true, force: true });
  };
  return { url: `mongodb://127.0.0.1:${port}`, what: `mongod (${program})`, pid: child.pid ?? null, stop };
}

/** Fetches the jars and compiles the starter once; several test runs at once may do so side by side. */
function prepareStandIn(log, env) {
  for (const name of ['java', 'javac', 'mvn'])
    if (!whichProgram(name, env))
      throw new Error(
        `no MongoDB: set MONGODB_URL, or put mongod on PATH, or install a JDK 17 and Maven for the stand-in (${name} is missing)`,
      );
  const sources = ['pom.xml', 'StandIn.java'].map((file) => readFileSync(join(standIn, file)));
  const version = createHash('sha256').update(Buffer.concat(sources)).digest('hex').slice(0, 12);
  const ready = join(cache, version);
  const classpath = (dir) => [dir, join(dir, 'lib', '*')].join(delimiter);
  if (existsSync(ready)) return classpath(ready);
  log('Fetching a stand-in for MongoDB from Maven Central (once)');
  const draft = join(cache, `draft-${process.pid}`);
  mkdirSync(draft, { recursive: true });
  try {
    const pom = join(standIn, 'pom.xml');
    const copy = [
      '-q',
      '-B',
      '-f',
      pom,
      'dependency:copy-dependencies',
      `-DoutputDirectory=${join(draft, 'lib')}`,
    ];
    run(whichProgram('mvn', env), copy, 300_000);
    run(
      whichProgram('javac', env),
      ['-cp', join(draft, 'lib', '*'), '-d', draft, join(standIn, 'StandIn.java')],
      60_000,
    );
    if (!existsSync(ready)) renameSync(draft, ready);
  } catch (error) {
    if (!existsSync(ready)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return classpath(ready);
}

function run(program, args, timeout) {
  const done = spawnSync(program, args, { encoding: 'utf8', timeout });
  if (done.status === 0) return;
  const words = `${done.error?.message ?? ''} ${done.stdout} ${done.stderr}`
    .trim()
    .split('\n')
    .slice(0, 3)
    .join(' ');
  throw new Error(`no MongoDB, and its stand-in could not be made: ${program} ${args[0]}: ${words}`);
}

function firstLine(child) {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error('no MongoDB: its stand-in did not start within 30 s'));
    }, 30_000);
    child.stdout.once('data', (data) => {
      clearTimeout(limit);
      resolve(data.toString().trim());
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`no MongoDB: its stand-in ended at once with code ${code}`));
    });
  });
}

async function stopped(child, ask) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  ask();
  const limit = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(limit);
}
