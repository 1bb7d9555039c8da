import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhibiao-fingerprint-'));
  mkdirSync(join(folder, 'inner'));
  writeFileSync(join(folder, 'a.ts'), 'one');
  writeFileSync(join(folder, 'inner', 'b.ts'), 'two');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('fingerprint', () => {
  const all = (): string => fingerprint(folder, (path) => path.endsWith('.ts'));

  test('a changed, a new, a renamed file each change it', () => {
    const seen = new Set([all()]);
    writeFileSync(join(folder, 'inner', 'b.ts'), 'two!');
    seen.add(all());
    writeFileSync(join(folder, 'c.ts'), '');
    seen.add(all());
    rmSync(join(folder, 'c.ts'));
    writeFileSync(join(folder, 'd.ts'), '');
    seen.add(all());
    expect(seen.size).toBe(4);
  });

  test('files that do not count leave it alone', () => {
    const before = all();
    writeFileSync(join(folder, 'inner', 'notes.md'), 'text');
    expect(all()).toBe(before);
    expect(fingerprint(folder, (path) => path === 'inner/b.ts')).not.toBe(before);
  });
});
