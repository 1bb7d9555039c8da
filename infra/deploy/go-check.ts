import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whichProgram } from '../../packages/services/src/which.ts';

/** A program of the folder `check`, built for one test file. */
export interface GoCheck {
  readonly program: string;
  /** where it lies, and what the test writes */
  readonly dir: string;
  remove(): void;
}

/** @returns null where there is no Go, or its modules cannot be downloaded: then it says so */
export function buildGoCheck(name: 'compose' | 'manifests'): GoCheck | null {
  const go = whichProgram('go');
  const skipped = (why: string) => {
    process.stderr.write(`SKIPPED: ${name} of infra/deploy was not checked: ${why}.\n`);
    return null;
  };
  if (!go) return skipped('Go is not installed');
  const dir = mkdtempSync(join(tmpdir(), `zhibiao-${name}-`));
  const remove = () => rmSync(dir, { recursive: true, force: true });
  const cwd = fileURLToPath(new URL('./check', import.meta.url));
  const { status, stderr } = spawnSync(go, ['build', '-o', dir, `./${name}`], { cwd, encoding: 'utf8' });
  if (status === 0) return { program: join(dir, name), dir, remove };
  remove();
  if (/dial tcp|lookup |i\/o timeout|connection refused/.test(stderr))
    return skipped('the modules of Go could not be downloaded');
  throw new Error(stderr);
}
