#!/usr/bin/env node
/** `npm run packages`: what nothing uses (knip), and whether each package gives what its manifest says (publint). */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const run = (...args) =>
  spawnSync('npx', ['--no-install', ...args], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });

let failed = false;
const unused = run('knip', '--no-progress', '--no-config-hints');
if (unused.status !== 0) {
  failed = true;
  process.stderr.write(`${unused.stdout}${unused.stderr}`);
}
for (const name of readdirSync(join(root, 'packages'))) {
  const checked = run('publint', 'run', join('packages', name), '--strict');
  if (checked.status === 0) continue;
  failed = true;
  process.stderr.write(`${name}: ${checked.stdout}${checked.stderr}`);
}
process.exit(failed ? 1 : 0);
