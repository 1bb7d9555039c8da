import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { zhibiaoVersion } from './version.ts';

it.each(['shared', 'crawler', 'parser', 'store', 'console', 'cli'])(
  'is the version of packages/%s',
  (name) => {
    const file = new URL(`../../${name}/package.json`, import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8')).version).toBe(zhibiaoVersion);
  },
);
