/** A stand-in that speaks MongoDB's protocol, from Maven Central (Java): it has no transactions and cannot explain queries. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endChild, run } from '../run.mjs';
import { whichProgram } from '../which.mjs';

const here = fileURLToPath(new URL('./', import.meta.url));
const cache = fileURLToPath(new URL('../../.cache/mongo-stand-in/', import.meta.url));

/**
 * @param {(line: string) => void} log @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{url: string, pid: number, stop: () => Promise<void>}>}
 * @throws Error that says what is missing
 */
export async function startStandIn(log, env) {
  const classpath = prepare(log, env);
  const memory = ['-Xmx1g', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
  const child = spawn(whichProgram('java', env), [...memory, '-cp', classpath, 'StandIn'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const line = await firstLine(child);
  return {
    url: `mongodb://127.0.0.1:${line.split(' ')[1]}`,
    pid: child.pid,
    stop: () => endChild(child, () => child.stdin.end()),
  };
}

/** Fetches the jars and compiles the starter once; several test runs at once may do so side by side. */
function prepare(log, env) {
  for (const name of ['java', 'javac', 'mvn'])
    if (!whichProgram(name, env))
      throw new Error(`a JDK 17 and Maven are needed for the stand-in (${name} is missing)`);
  const sources = ['pom.xml', 'StandIn.java'].map((file) => readFileSync(join(here, file)));
  const version = createHash('sha256').update(Buffer.concat(sources)).digest('hex').slice(0, 12);
  const ready = join(cache, version);
  const classpath = (dir) => [dir, join(dir, 'lib', '*')].join(delimiter);
  if (existsSync(ready)) return classpath(ready);
  log('Fetching a stand-in for MongoDB from Maven Central (once)');
  const draft = join(cache, `draft-${process.pid}`);
  mkdirSync(draft, { recursive: true });
  try {
    const copy = ['-q', '-B', '-f', join(here, 'pom.xml'), 'dependency:copy-dependencies'];
    run(whichProgram('mvn', env), [...copy, `-DoutputDirectory=${join(draft, 'lib')}`], 300_000);
    const compile = ['-cp', join(draft, 'lib', '*'), '-d', draft, join(here, 'StandIn.java')];
    run(whichProgram('javac', env), compile, 60_000);
    if (!existsSync(ready)) renameSync(draft, ready);
  } catch (error) {
    if (!existsSync(ready)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return classpath(ready);
}

function firstLine(child) {
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
