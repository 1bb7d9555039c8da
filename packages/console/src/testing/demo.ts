import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = (path: string) => fileURLToPath(new URL(`../../../cli/${path}`, import.meta.url));

/** Says loudly that tests are skipped where the command is not built. */
export function hasDemo(what: string): boolean {
  const built = existsSync(cli('dist/main.js'));
  if (!built) console.warn(`SKIPPED: ${what}: the command is not built (npm run build)`);
  return built;
}

/** Runs `zhibiao demo --once`: its store and archive lie in the folder afterwards. @throws Error with what it said */
export function runDemo(dir: string): Promise<void> {
  const { REDIS_URL: _redis, MONGODB_URL: _mongo, ...rest } = process.env;
  const env = {
    ...rest,
    ZHIBIAO_DATA: dir,
    ZHIBIAO_STORE: join(dir, 'store'),
    ZHIBIAO_ARCHIVE: join(dir, 'archive'),
    ZHIBIAO_PORT: '0',
  };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli('bin/zhibiao.js'), 'demo', '--once'], { env });
    let said = '';
    child.stdout.resume();
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The demo ended with ${code}: ${said}`)),
    );
  });
}
