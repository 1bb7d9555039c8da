/** A stand-in that speaks MongoDB's protocol, from Maven Central (Java): it has no transactions and cannot explain queries. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../../packages/services/src/mongod/wheel.ts';
import { endChild, run } from '../../packages/services/src/programs.ts';
import { whichProgram } from '../../packages/services/src/which.ts';

type Log = (line: string) => void;
type Env = NodeJS.ProcessEnv;

const here = fileURLToPath(new URL('./', import.meta.url));

/** @throws Error that says what is missing */
export async function startStandIn(
  log: Log,
  env: Env,
): Promise<{ url: string; pid: number; stop(): Promise<void> }> {
  const classpath = prepare(log, env);
  const memory = ['-Xmx1g', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
  const child = spawn(requireProgram('java', env), [...memory, '-cp', classpath, 'StandIn'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const line = await firstLine(child);
  return {
    url: `mongodb://127.0.0.1:${line.split(' ')[1]}`,
    pid: child.pid!,
    stop: () => endChild(child, () => child.stdin.end()),
  };
}

/** Fetches the jars and compiles the starter once; several test runs at once may do so side by side. */
function prepare(log: Log, env: Env): string {
  const [mvn, javac] = ['mvn', 'javac'].map((name) => requireProgram(name, env)) as [string, string];
  const sources = ['pom.xml', 'StandIn.java'].map((file) => readFileSync(join(here, file)));
  const version = createHash('sha256').update(Buffer.concat(sources)).digest('hex').slice(0, 12);
  const cache = cacheFolder('mongo-stand-in', env);
  const ready = join(cache, version);
  const classpath = (dir: string) => [dir, join(dir, 'lib', '*')].join(delimiter);
  if (existsSync(ready)) return classpath(ready);
  log('Fetching a stand-in for MongoDB from Maven Central (once)');
  const draft = join(cache, `draft-${process.pid}`);
  mkdirSync(draft, { recursive: true });
  try {
    const copy = ['-q', '-B', '-f', join(here, 'pom.xml'), 'dependency:copy-dependencies'];
    run(mvn, [...copy, `-DoutputDirectory=${join(draft, 'lib')}`], 300_000);
    const compile = ['-cp', join(draft, 'lib', '*'), '-d', draft, join(here, 'StandIn.java')];
    run(javac, compile, 60_000);
    if (!existsSync(ready)) renameSync(draft, ready);
  } catch (error) {
    if (!existsSync(ready)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return classpath(ready);
}

function requireProgram(name: string, env: Env): string {
  const program = whichProgram(name, env);
  if (!program) throw new Error(`a JDK 17 and Maven are needed for the stand-in (${name} is missing)`);
  return program;
}

function firstLine(child: ChildProcessByStdio<Writable, Readable, null>): Promise<string> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error('the stand-in did not start within 30 s'));
    }, 30_000);
    child.stdout.once('data', (data) => {
      clearTimeout(limit);
      resolve(data.toString().trim());
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`the stand-in ended at once with code ${code}`));
    });
  });
}
