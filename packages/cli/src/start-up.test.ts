import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { groups } from './program.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What takes long to load, and is loaded where a command does its work: half a second of CPU together. */
const heavy = ['bullmq', 'ioredis', 'undici', 'mongodb', 'playwright-core', 'css-select', 'hono', 'linkedom'];

const commands = groups.flatMap((group) => Object.keys(group.commands));

it.each(commands)('zhibiao %s --help loads nothing heavy', { timeout: 60_000 }, async (command) => {
  const folder = await mkdtemp(join(tmpdir(), 'zhibiao-start-up-'));
  const file = join(folder, 'loaded.txt');
  try {
    await promisify(execFile)(
      process.execPath,
      ['--import', here('./testing/loaded-packages.mjs'), here('../bin/zhibiao.js'), command, '--help'],
      { env: { ...process.env, LOADED_PACKAGES: file } },
    );
    const loaded = await readFile(file, 'utf8');
    expect(loaded).toContain('/node_modules/commander/');
    expect(heavy.filter((name) => loaded.includes(`/node_modules/${name}/`))).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
