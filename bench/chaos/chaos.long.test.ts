import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it.each(['embedded', 'mongodb'])('the whole of it on the %s store', (store) => {
  const run = new URL('./run.ts', import.meta.url).pathname;
  const { status, stdout } = spawnSync('npx', ['tsx', run, '--store', store], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.stdout.write(stdout);
  expect(status).toBe(0);
});
