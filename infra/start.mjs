#!/usr/bin/env node
/** `npm start`: sets up what is missing, then runs the demo. Arguments go to `zhibiao demo` (`-- --once`). */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root, setUp } from './setup.mjs';

try {
  setUp();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
const bin = join(root, 'packages/cli/bin/zhibiao.js');
const child = spawn(process.execPath, [bin, 'demo', ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: root,
});
// The terminal sends Ctrl-C to the whole group: the child stops its services in order, and we wait for it.
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
