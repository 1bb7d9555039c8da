import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NoBrowserError } from './errors.ts';
import { findChromium } from './find-chromium.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'chromium-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const program = async (path: string) => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, '#!/bin/sh\n');
  await chmod(path, 0o755);
  return path;
};

test('the configured one is taken, or nothing', async () => {
  const own = await program(join(home, 'own'));
  expect(findChromium(own, { HOME: home, PATH: '' })).toBe(own);
  expect(() => findChromium(join(home, 'none'), { HOME: home, PATH: '' })).toThrow(NoBrowserError);
  expect(() => findChromium(home, { HOME: home, PATH: '' })).toThrow(/ZHIBIAO_CHROMIUM/);
});

test.skipIf(process.platform !== 'linux')('PATH comes before the newest download', async () => {
  const env = { HOME: home, PATH: join(home, 'bin') };
  expect(findChromium(undefined, env)).toBeNull();
  await program(join(home, '.cache/ms-playwright/chromium-999/chrome-linux/chrome'));
  const newest = await program(join(home, '.cache/ms-playwright/chromium-1200/chrome-linux64/chrome'));
  expect(findChromium(undefined, env)).toBe(newest);
  const onPath = await program(join(home, 'bin/chromium-browser'));
  expect(findChromium(undefined, env)).toBe(onPath);
});
